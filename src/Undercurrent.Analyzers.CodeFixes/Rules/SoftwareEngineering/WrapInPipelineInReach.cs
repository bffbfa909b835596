using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>Runs the read by a pipeline or policy that is already at hand.</summary>
internal sealed class WrapInPipelineInReach() : Remedy<InvocationExpressionSyntax>("pipeline", "Run it by the resilience pipeline in reach")
{
    private static readonly string[] Pipelines = ["Polly.ResiliencePipeline", "Polly.ResiliencePipeline`1"];
    private static readonly string[] AsyncPolicies = ["Polly.IAsyncPolicy", "Polly.IAsyncPolicy`1"];
    private static readonly string[] SyncPolicies = ["Polly.ISyncPolicy", "Polly.ISyncPolicy`1"];

    private protected override Task<bool> CanMendAsync(InvocationExpressionSyntax node, Finding finding, CancellationToken cancellation) =>
        Task.FromResult(RetriedCall.Of(node, finding, cancellation) is { } read && InReach(node, finding, read) is not null);

    private protected override async Task MendAsync(InvocationExpressionSyntax node, Finding finding, Mending mending)
    {
        var read = RetriedCall.Of(node, finding, mending.Cancellation)!;
        var (name, isPolicy) = InReach(node, finding, read)!.Value;
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        editor.ReplaceNode(read.Target, (current, _) => read.Inside((ExpressionSyntax)current, name, isPolicy));
    }

    public static (string Name, bool IsPolicy)? InReach(SyntaxNode node, Finding finding, RetriedCall read)
    {
        foreach (var (types, isPolicy) in new[] { (Pipelines, false), (read.IsAsync ? AsyncPolicies : SyncPolicies, true) })
        {
            if (isPolicy && read.IsValueTask)
                continue;

            foreach (var type in types)
            {
                if (Reach.NameOf(finding.Model, node, type) is { } name && Runs(name, node, finding, read))
                    return (name, isPolicy);
            }
        }

        return null;
    }

    /// <summary>A pipeline of one result runs only reads that give it.</summary>
    private static bool Runs(string name, SyntaxNode node, Finding finding, RetriedCall read)
    {
        var type = finding.Model.LookupSymbols(node.SpanStart, name: name).Select(Reach.TypeOf).OfType<INamedTypeSymbol>().FirstOrDefault();
        return type is not null && (type.TypeArguments.IsEmpty || (read.Result is { } result && SymbolEqualityComparer.Default.Equals(type.TypeArguments[0], result)));
    }
}
