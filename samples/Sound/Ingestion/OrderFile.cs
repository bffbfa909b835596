using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.Extensions.Options;
using Sound.Governance;

namespace Sound.Ingestion;

/// <summary>The shop's nightly file, read line by line; what cannot be believed is set aside, counted and explained.</summary>
internal sealed class OrderFile
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { ExceptionMessagesContainRawData = false };

    private readonly PipelineSettings settings;
    private readonly ILogger<OrderFile> logger;

    public OrderFile(IOptions<PipelineSettings> settings, ILogger<OrderFile> logger)
    {
        this.settings = settings.Value;
        this.logger = logger;
    }

    public async IAsyncEnumerable<Order> ReadAsync(RejectPile rejects, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var path = Path.Combine(AppContext.BaseDirectory, settings.OrdersFile);
        var seen = new HashSet<string>(StringComparer.Ordinal);

        using var reader = new StreamReader(path);
        using var csv = new CsvReader(reader, Format);
        await csv.ReadAsync();
        csv.ReadHeader();

        while (await csv.ReadAsync())
        {
            cancellation.ThrowIfCancellationRequested();

            var line = Read(csv);
            var (order, reason) = line is null ? (null, "missing fields") : Order.From(line, settings.Day!.Value);
            if (order is not null && !seen.Add(order.Id))
                (order, reason) = (null, "repeated order");

            if (order is not null)
            {
                yield return order;
                continue;
            }

            logger.LogDebug("Line {Line} of {Buyer} is set aside: {Reason}", csv.Parser.Row, Mask.Email(line?.Email ?? ""), reason);
            await rejects.AddAsync(csv.Parser.Row, reason!, cancellation);
        }

        logger.LogInformation("Read {Orders} orders and set {Rejects} lines aside", seen.Count, rejects.Count);
    }

    private static OrderLine? Read(CsvReader csv)
    {
        if (csv.Parser.Count != csv.HeaderRecord!.Length)
            return null;

        return new OrderLine(
            csv.Parser.Row, Field("order_id"), Field("ordered_at"), Field("customer_id"), Field("full_name"), Field("email"), Field("phone"),
            Field("street"), Field("city"), Field("country"), Field("sku"), Field("quantity"), Field("unit_price"), Field("currency"));

        string Field(string name) => csv.GetField(name)!;
    }
}
