using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.Extensions.Options;

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

            var (order, reason) = Read(csv) is { } line ? Order.From(line, settings.Day!.Value) : (null, "missing fields");
            if (order is not null && !seen.Add(order.Id))
                (order, reason) = (null, "repeated order");

            if (order is null)
                await rejects.AddAsync(csv.Parser.Row, reason!, cancellation);
            else
                yield return order;
        }

        logger.LogInformation("Read {Orders} orders and set {Rejects} lines aside", seen.Count, rejects.Count);
    }

    private static OrderLine? Read(CsvReader csv)
    {
        if (csv.Parser.Count != csv.HeaderRecord!.Length)
            return null;

        return new OrderLine(
            csv.Parser.Row, csv.GetField("order_id")!, csv.GetField("ordered_at")!, csv.GetField("customer_id")!, csv.GetField("full_name")!, csv.GetField("email")!,
            csv.GetField("phone")!, csv.GetField("street")!, csv.GetField("city")!, csv.GetField("country")!, csv.GetField("sku")!, csv.GetField("quantity")!,
            csv.GetField("unit_price")!, csv.GetField("currency")!);
    }
}
