namespace Leaky.Ingestion;

/// <summary>What partners ask for their goods, one line for each, read the way this machine writes numbers.</summary>
internal static class PriceList
{
    public static (string Sku, decimal Price, DateTime From) Read(string line)
    {
        var fields = line.Split(';');
        return (fields[0], decimal.Parse(fields[1]), DateTime.Parse(fields[2])); // UC2014 UC2014
    }

    public static string Line(string sku, decimal price) => $"{sku};{price}"; // UC2014
}
