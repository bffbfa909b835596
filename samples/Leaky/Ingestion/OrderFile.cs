using System.Globalization;
using CsvHelper;

namespace Leaky.Ingestion;

/// <summary>The shop's nightly file.</summary>
internal sealed class OrderFile
{
    private readonly ILogger<OrderFile> logger;

    public OrderFile(ILogger<OrderFile> logger) => this.logger = logger;

    public int Rejects { get; private set; }

    public IEnumerable<(Order Order, Customer Customer)> Read(string path)
    {
        using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();

        while (csv.Read())
        {
            if (csv.Parser.Count != csv.HeaderRecord!.Length)
            {
                Rejects++;
                continue;
            }

            var email = csv.GetField("email")!;
            var buyer = new Customer(csv.GetField("customer_id")!, csv.GetField("full_name")!, email, csv.GetField("phone")!, csv.GetField("street")!, csv.GetField("city")!, csv.GetField("country")!);

            if (!email.Contains('@', StringComparison.Ordinal))
            {
                Rejects++;
                logger.LogWarning("Line {Line} has nobody to ask at {Street}", csv.Parser.Row, buyer.Street); // UC2001
                continue;
            }

            if (!int.TryParse(csv.GetField("quantity"), NumberStyles.None, CultureInfo.InvariantCulture, out var quantity)
                || !decimal.TryParse(csv.GetField("unit_price"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price))
            {
                Rejects++;
                logger.LogWarning($"Line {csv.Parser.Row} makes no sense, ask {email}"); // UC2001
                continue;
            }

            yield return (new Order(csv.GetField("order_id")!, csv.GetField("ordered_at")!, buyer.Id, buyer.Country, csv.GetField("sku")!, quantity, price, csv.GetField("currency")!), buyer);
        }
    }
}
