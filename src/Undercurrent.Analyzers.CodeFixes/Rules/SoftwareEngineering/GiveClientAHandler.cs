using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>
/// Adds a handler to the client's registration, in whatever file that stands. A handler tries again whatever the client sends, so
/// a client that also writes gets only one that leaves unsafe methods alone, or none.
/// </summary>
internal sealed class GiveClientAHandler() : Remedy<InvocationExpressionSyntax>("handler", "Give its client a resilience handler")
{
    private const string Standard = "AddStandardResilienceHandler";
    private const string Polly = "AddTransientHttpErrorPolicy";
    private const string SafeOnly = "DisableForUnsafeHttpMethods";

    private static readonly HashSet<string> Sends = new(StringComparer.Ordinal)
    {
        "PostAsync", "PutAsync", "PatchAsync", "DeleteAsync", "PostAsJsonAsync", "PutAsJsonAsync", "PatchAsJsonAsync", "DeleteFromJsonAsync", "SendAsync", "Send",
    };

    private protected override Task<bool> CanMendAsync(InvocationExpressionSyntax node, Finding finding, CancellationToken cancellation) =>
        Task.FromResult(Plan(node, finding, cancellation) is not null);

    private protected override async Task MendAsync(InvocationExpressionSyntax node, Finding finding, Mending mending)
    {
        var (end, handler, space) = Plan(node, finding, mending.Cancellation)!.Value;
        var document = mending.Solution.GetDocument(end.SyntaxTree)!;
        var what = $"handler@{end.SpanStart}";
        if (mending.BroughtIn(document, what) is not null)
            return;

        mending.Remember(document, what, handler);
        if (space is not null)
            await Introduce.Using(finding, document, mending, space).ConfigureAwait(false);

        var editor = await mending.EditorOf(document).ConfigureAwait(false);
        editor.ReplaceNode(end, (current, _) => Appended((ExpressionSyntax)current, handler, Break(end)));
    }

    private static (InvocationExpressionSyntax End, string Handler, string? Space)? Plan(InvocationExpressionSyntax node, Finding finding, CancellationToken cancellation)
    {
        if (finding.Model.GetOperation(node, cancellation) is not IInvocationOperation read || ExternalRead.Receiver(read) is not { } client || Databases.IsDatabase(client.Type!))
            return null;

        var clients = new HttpClients(PipelineProject.Of(finding.Model.Compilation, finding.Document.Project.AnalyzerOptions, cancellation), cancellation);
        if (clients.Retries(client) || clients.Unprotected is not { IsDefaults: false } registration || finding.Document.Project.Solution.GetDocument(registration.Call.SyntaxTree) is null)
            return null;

        var model = SourceModels.ModelOf(finding.Model.Compilation, registration.Call.SyntaxTree);
        var end = registration.Chain.Where(call => call.Span.Contains(registration.Call.Span)).Prepend(registration.Call).LastOrDefault(call => model.GetTypeInfo(call, cancellation).Type?.Name == "IHttpClientBuilder");
        return end is not null && Handler(end, model, node) is { } handler ? (end, handler.Text, handler.Space) : null;
    }

    private static (string Text, string? Space)? Handler(InvocationExpressionSyntax end, SemanticModel model, InvocationExpressionSyntax read)
    {
        var writes = read.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => CallChain.NameOf(call) is { } name && Sends.Contains(name)) != false;
        var builder = model.GetTypeInfo(end).Type!;
        if (CanCall(model, end, builder, Standard))
        {
            var safe = SafeOnlyType(model, end, builder);
            return writes ? safe is null ? null : ($".{Standard}(options => options.Retry.{SafeOnly}())", safe) : ($".{Standard}()", null);
        }

        return !writes && CanCall(model, end, builder, Polly)
            ? ($".{Polly}(policy => policy.WaitAndRetryAsync(3, attempt => System.TimeSpan.FromSeconds(System.Math.Pow(2, attempt))))", "Polly")
            : null;
    }

    private static bool CanCall(SemanticModel model, SyntaxNode at, ITypeSymbol type, string method) =>
        model.LookupSymbols(at.SpanStart, type as INamespaceOrTypeSymbol, method, includeReducedExtensionMethods: true).Length > 0;

    /// <summary>The namespace of the method that keeps the standard handler off unsafe methods; null where the package is too old to have it.</summary>
    private static string? SafeOnlyType(SemanticModel model, SyntaxNode at, ITypeSymbol builder) =>
        model.LookupSymbols(at.SpanStart, builder as INamespaceOrTypeSymbol, Standard, includeReducedExtensionMethods: true).OfType<IMethodSymbol>()
            .SelectMany(method => method.Parameters).Select(parameter => (parameter.Type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault())
            .OfType<INamedTypeSymbol>().Where(options => options.GetMembers("Retry").Length > 0)
            .Select(options => options.ContainingNamespace).FirstOrDefault(space => space.GetTypeMembers().Any(type => type.GetMembers(SafeOnly).Length > 0))?.ToDisplayString();

    private static InvocationExpressionSyntax Appended(ExpressionSyntax end, string handler, SyntaxTriviaList lineBreak)
    {
        var call = (InvocationExpressionSyntax)SyntaxFactory.ParseExpression("x" + handler);
        var access = (MemberAccessExpressionSyntax)call.Expression;
        return call
            .WithExpression(access.WithExpression(end.WithTrailingTrivia()).WithOperatorToken(access.OperatorToken.WithLeadingTrivia(lineBreak)))
            .WithTrailingTrivia(end.GetTrailingTrivia());
    }

    /// <summary>What stands before the last dot of the chain: a line break where the chain is written line by line.</summary>
    private static SyntaxTriviaList Break(InvocationExpressionSyntax end)
    {
        if (end.Expression is not MemberAccessExpressionSyntax access || !access.Expression.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia))
            return SyntaxFactory.TriviaList();

        return access.Expression.GetTrailingTrivia().AddRange(access.OperatorToken.LeadingTrivia);
    }
}
