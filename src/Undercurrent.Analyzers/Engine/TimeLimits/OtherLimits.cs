using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.TimeLimits;

/// <summary>
/// What else ends the wait of an HTTP client whose own limit is off: the standard resilience handler, which turns that limit off by
/// itself and has limits of its own, or a token that is cancelled in time by the type that holds the client.
/// </summary>
internal static class OtherLimits
{
    private static readonly HashSet<string> Limiting = new(StringComparer.Ordinal) { "CancelAfter", "WaitAsync", "AddTimeout", "TimeoutAsync", "TimeoutAfter", "AddStandardResilienceHandler", "AddStandardHedgingHandler", "AddResilienceHandler" };

    public static bool End(IOperation set, PipelineProject project, CancellationToken cancellation) =>
        set is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "Timeout", ContainingType.Name: "HttpClient" } } client }
        && (IsHandled(set.Syntax) || IsCancelled(set.Syntax)
            || (client.Instance is not (null or IInstanceReferenceOperation) && new HttpClients(project, cancellation).Retries(client.Instance))
            || RetrySetups.Of(project.Compilation, cancellation).AllClientsRetry);

    /// <summary>Whether it is set in a registration that adds a handler with limits.</summary>
    private static bool IsHandled(SyntaxNode set) => set.Ancestors().OfType<InvocationExpressionSyntax>().Any(call =>
        CallChain.NameOf(call) is { } name && (Limiting.Contains(name) || (name is "AddHttpClient" or "ConfigureHttpClient" or "AddRefitClient" && CallChain.Around(call).Any(other => CallChain.NameOf(other) is { } next && (Limiting.Contains(next) || RetryWords.Handlers.Contains(next))))));

    /// <summary>Whether the type gives a token a time, or waits for no longer than one.</summary>
    private static bool IsCancelled(SyntaxNode set)
    {
        var around = set.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault() ?? set.SyntaxTree.GetRoot();
        return around.DescendantNodes().Any(node => node switch
        {
            InvocationExpressionSyntax call => CallChain.NameOf(call) is "CancelAfter" or "WaitAsync" or "TimeoutAfter",
            ObjectCreationExpressionSyntax { Type: SimpleNameSyntax { Identifier.ValueText: "CancellationTokenSource" }, ArgumentList.Arguments.Count: > 0 } => true,
            ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0, Parent: EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type: SimpleNameSyntax { Identifier.ValueText: "CancellationTokenSource" } } } } => true,
            _ => false,
        });
    }
}
