using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Settlements;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>Settles a record after the statement that its rule found to be the last that works on it.</summary>
internal static class SettlesAfterwards
{
    public static StatementSyntax? Place(Finding finding) =>
        finding.Known(SettlingPlace.Place) is { } place && finding.Root.FindToken(int.Parse(place, CultureInfo.InvariantCulture)) is { Parent: { } at, SpanStart: var start }
            ? at.AncestorsAndSelf().OfType<StatementSyntax>().LastOrDefault(statement => statement.SpanStart == start && statement.Parent is BlockSyntax or SwitchSectionSyntax) : null;

    /// <summary>Once, however many findings of a run ask for it.</summary>
    public static async Task Write(Finding finding, Mending mending)
    {
        var (after, text) = (Place(finding)!, finding.Known(SettlingPlace.Text)!);
        var what = $"{text}@{after.SpanStart}";
        if (mending.BroughtIn(finding.Document, what) is not null)
            return;

        mending.Remember(finding.Document, what, text);
        (await mending.EditorOf(finding.Document).ConfigureAwait(false)).InsertAfter(after, Blocks.Beside(after, text));
    }
}
