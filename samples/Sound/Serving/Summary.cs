using Sound.Storage;

namespace Sound.Serving;

/// <summary>What a night comes to.</summary>
internal sealed record Summary(DateOnly Day, string RunId, long Orders, long AmountCents, IReadOnlyList<CountryTotal> Countries, int Rejects, IReadOnlyDictionary<string, int> RejectReasons);

/// <summary>The last night's summary, for whoever asks.</summary>
internal sealed class SummaryBoard
{
    public Summary? Latest { get; set; }
}
