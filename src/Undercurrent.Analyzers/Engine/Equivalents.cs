using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Engine;

/// <summary>A rule of another analyzer that says the same as one of ours on some of its lines.</summary>
/// <param name="Rule">Our rule.</param>
/// <param name="Id">The other one.</param>
/// <param name="From">Where the other one comes from.</param>
/// <param name="Shapes">The lines both speak about, which are handed over on request.</param>
/// <param name="Adds">What ours sees beyond them.</param>
internal sealed record Equivalent(string Rule, string Id, string From, string Shapes, string Adds);

/// <summary>
/// What other analyzers say well on the same line. The table is read (<c>undercurrent.defer_to</c>), checked and documented from;
/// whether a line has one of the shapes, the rule decides that reports it.
/// </summary>
internal static class Equivalents
{
    public static readonly ImmutableArray<Equivalent> Table = ImmutableArray.Create(
        new Equivalent("UC1001", "S2068", "SonarAnalyzer.CSharp",
            "A literal assigned to a variable, field or property with the word password, passwd, pwd or passphrase in its name, or handed to a `NetworkCredential`",
            "Tokens, keys and secrets by name and by what takes them; arguments, defaults, returned values, entries, headers, comparisons, bytes; values followed through constants and locals; a fix"),
        new Equivalent("UC1002", "S2068", "SonarAnalyzer.CSharp",
            "`password=…` and its like within one literal, a user with another password in an address",
            "Account keys, shared access keys and tokens; texts put together from parts; each provider's own spelling of its keys; placeholders and emulators told from secrets; a fix"));

    /// <summary>Whether a file leaves the lines that another analyzer's rule covers to that rule.</summary>
    public static bool Defers(Options options, string rule, SyntaxTree tree, string id) =>
        options.List(Options.DeferTo, rule, tree).Contains(id, StringComparer.OrdinalIgnoreCase);
}
