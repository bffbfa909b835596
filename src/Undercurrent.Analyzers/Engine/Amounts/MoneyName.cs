using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>How sure a name is that it names money.</summary>
internal enum MoneyLevel
{
    None,

    /// <summary>A total of anything: money in the company of money.</summary>
    InCompany,

    /// <summary>An amount or a cost, which is money unless its surroundings speak of something else.</summary>
    Likely,

    /// <summary>A price, a fee, a salary.</summary>
    Sure,
}

/// <summary>Which names speak of sums of money.</summary>
internal static class MoneyName
{
    private static readonly HashSet<string> Sure = new(StringComparer.Ordinal)
    {
        "price", "fee", "tax", "vat", "gst", "salary", "wage", "revenue", "turnover", "payment", "payout", "refund", "invoice", "invoiced", "subtotal", "commission", "income", "expense", "debit", "money", "cash", "dollar", "euro", "usd", "eur", "gbp", "chf",
        "cent", "loan", "mortgage", "dividend", "bonus", "earning", "profit", "rent", "surcharge", "royalty", "tuition", "donation", "receivable", "payable", "reimbursement", "pricing", "rebate", "tariff", "paid", "billed",
    };

    private static readonly HashSet<string> Likely = new(StringComparer.Ordinal) { "amount", "cost", "balance", "credit", "discount", "charge", "premium", "principal", "deposit", "budget", "spend", "spent", "spending", "fund", "funding", "currency" };

    private static readonly HashSet<string> InCompany = new(StringComparer.Ordinal) { "total", "sum", "gross", "pay", "sale" };

    /// <summary>Words that make a name the name of a proportion.</summary>
    private static readonly HashSet<string> Rates = new(StringComparer.Ordinal) { "rate", "ratio", "percent", "percentage", "pct", "factor", "share", "multiplier", "coefficient", "fraction", "bps" };

    /// <summary>Words that make a name the name of something that is no money at all.</summary>
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "score", "weight", "probability", "count", "number", "index", "quantile", "percentile", "std", "stddev", "deviation", "variance", "sigma", "correlation", "volatility", "elasticity", "growth", "trend", "prediction", "predicted", "predict", "loss", "feature",
        "vector", "embedding", "tensor", "normalized", "normalised", "scaled", "log", "sqrt", "ms", "millisecond", "second", "minute", "hour", "day", "month", "year", "time", "duration", "latency", "tick", "cpu", "gpu", "memory", "byte", "kb", "mb", "gb",
        "length", "width", "height", "size", "x", "y", "z", "white", "load", "color", "colour", "audio", "stereo", "request", "battery", "electric", "energy", "watt", "kwh", "water", "fuel", "volume", "distance", "km", "mile", "kg", "gram", "liter", "litre",
        "ml", "temperature", "heuristic", "path", "edge", "node", "query", "compute", "search", "scan", "seek", "token", "id", "type", "code", "kind", "status", "name", "z score", "rank", "age", "angle", "speed", "velocity", "quantity", "unit count", "ru", "opacity",
        "alpha", "zoom", "scale", "offset", "padding", "tolerance", "epsilon", "threshold confidence", "confidence", "accuracy", "precision", "similarity", "sentiment", "rating", "row", "page", "file", "damage", "health", "mana", "armor",
    };

    /// <summary>What a name says of money.</summary>
    /// <param name="name">The name.</param>
    /// <param name="withRates">Whether proportions of money count, too.</param>
    public static MoneyLevel Of(string name, bool withRates = false)
    {
        var level = MoneyLevel.None;
        var isRate = false;
        foreach (var word in IdentifierWords.Of(name))
        {
            if (Others.Contains(word))
                return MoneyLevel.None;

            isRate |= Rates.Contains(word);
            var one = Sure.Contains(word) ? MoneyLevel.Sure : Likely.Contains(word) ? MoneyLevel.Likely : InCompany.Contains(word) || (withRates && word is "exchange" or "interest") ? MoneyLevel.InCompany : MoneyLevel.None;
            level = one > level ? one : level;
        }

        return !isRate ? level : withRates && level != MoneyLevel.None ? MoneyLevel.Likely : MoneyLevel.None;
    }
}
