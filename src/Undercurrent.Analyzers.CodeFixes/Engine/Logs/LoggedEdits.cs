using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Edits of logged texts that several findings share: the values of one call go in one edit, made when the last of them is known.</summary>
internal static class LoggedEdits
{
    private static readonly ConditionalWeakTable<Mending, Dictionary<SyntaxNode, Dictionary<SyntaxNode, LoggedChange>>> Plans = new();

    public static bool CanEdit(LoggedPlace? place, LoggedChange change) =>
        place is not null && LoggedPlace.Edit(place.Whole, new Dictionary<SyntaxNode, LoggedChange> { [place.Part] = change }) is not null;

    public static async Task Plan(LoggedPlace place, LoggedChange change, Finding finding, Mending mending)
    {
        var plans = Plans.GetOrCreateValue(mending);
        if (plans.TryGetValue(place.Whole, out var changes))
        {
            if (changes.TryGetValue(place.Part, out var earlier) && earlier.Value is null)
                return;

            var tried = new Dictionary<SyntaxNode, LoggedChange>(changes) { [place.Part] = change };
            if (LoggedPlace.Edit(place.Whole, tried) is not null)
                changes[place.Part] = change;

            return;
        }

        plans.Add(place.Whole, changes = new() { [place.Part] = change });
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        editor.ReplaceNode(place.Whole, (current, _) => LoggedPlace.Edit(place.Whole, changes)?.WithTriviaFrom(current) ?? current);
    }
}
