using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Leaky.Ingestion;

/// <summary>What the partners sell for us; their files have never been quite right.</summary>
internal static class PartnerFile
{
    public static CsvReader Open(TextReader lines) => new(lines, new CsvConfiguration(CultureInfo.InvariantCulture)
    {
        Delimiter = ";",
        MissingFieldFound = null, // UC2010
        BadDataFound = null, // UC2010
    });
}
