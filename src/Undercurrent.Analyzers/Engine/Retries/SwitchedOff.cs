using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>The families of clients that a project tells, anywhere, not to try again: then a retry around them is the only one there is.</summary>
internal sealed class SwitchedOff
{
    private static readonly ConditionalWeakTable<Compilation, SwitchedOff> Cache = new();

    private static readonly Dictionary<string, string> Families = new(StringComparer.Ordinal)
    {
        ["MaxRetries"] = "Azure", ["MaximumRetries"] = "Azure", ["MaxErrorRetry"] = "Amazon", ["MaxRetryAttemptsOnRateLimitedRequests"] = "Microsoft", ["RetryReads"] = "MongoDB", ["RetryWrites"] = "MongoDB",
        ["MessageSendMaxRetries"] = "Confluent", ["RetryAttempts"] = "FluentFTP", ["MaximumRetriesPerRequest"] = "Nest",
    };

    private readonly HashSet<string> _families = new(StringComparer.Ordinal);

    private SwitchedOff(IEnumerable<SyntaxTree> trees, CancellationToken cancellation)
    {
        foreach (var tree in trees)
        {
            if ((TreeFacts.Of(tree).Meaning.Always & Subjects.Retries) == 0)
                continue;

            foreach (var set in tree.GetRoot(cancellation).DescendantNodes().OfType<AssignmentExpressionSyntax>())
            {
                if (set.Right is LiteralExpressionSyntax { Token: { ValueText: "0" } or { RawKind: (int)SyntaxKind.FalseKeyword } } && Families.TryGetValue(set.Left.GetLastToken().ValueText, out var family))
                    _families.Add(family);
            }
        }
    }

    public static SwitchedOff In(Compilation compilation, CancellationToken cancellation) =>
        Cache.TryGetValue(compilation, out var known) ? known : Cache.GetValue(compilation, compilation => new(compilation.SyntaxTrees, cancellation));

    public bool Holds(IMethodSymbol method) => method.RootNamespace() is { } family && _families.Contains(family);
}
