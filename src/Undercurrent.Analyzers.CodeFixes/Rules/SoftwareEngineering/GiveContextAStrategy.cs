using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>
/// Turns on the provider's own retries where the context is configured. Transactions begun by hand would then throw, so a
/// project that begins any is left alone.
/// </summary>
internal sealed class GiveContextAStrategy() : Remedy("strategy", "Turn on the retries of its database provider")
{
    private const string Enable = "EnableRetryOnFailure";

    private static readonly string[] Names = ["options", "database", "provider", "retrying"];

    private protected override Task<bool> CanMendAsync(Finding finding, CancellationToken cancellation) => Task.FromResult(ProviderOf(finding, cancellation) is not null);

    private protected override async Task MendAsync(Finding finding, Mending mending)
    {
        var provider = ProviderOf(finding, mending.Cancellation)!;
        var document = mending.Solution.GetDocument(provider.SyntaxTree)!;
        var what = $"strategy@{provider.SpanStart}";
        if (mending.BroughtIn(document, what) is not null)
            return;

        mending.Remember(document, what, Enable);
        var editor = await mending.EditorOf(document).ConfigureAwait(false);
        if (Options(provider) is { } options)
            editor.ReplaceNode(options.Body, (current, _) => Enabled(current, options));
        else
            editor.ReplaceNode(provider.ArgumentList, (current, _) => ((ArgumentListSyntax)current).AddArguments(NewOptions(provider)));
    }

    private static InvocationExpressionSyntax? ProviderOf(Finding finding, CancellationToken cancellation)
    {
        var project = PipelineProject.Of(finding.Model.Compilation, finding.Document.Project.AnalyzerOptions, cancellation);
        if (finding.Root.FindNode(finding.Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not { } node || Query(node, finding, cancellation) is not { } root)
            return null;

        var provider = new DbContexts(project, cancellation).ProviderOf(root);
        return provider is not null && finding.Document.Project.Solution.GetDocument(provider.SyntaxTree) is not null && Fits(provider, finding, cancellation)
            && !finding.Model.Compilation.SyntaxTrees.Any(tree => CallNames.Of(tree, cancellation) is var names && (names.Uses("BeginTransaction").Count > 0 || names.Uses("BeginTransactionAsync").Count > 0))
            ? provider
            : null;
    }

    private static IOperation? Query(SyntaxNode node, Finding finding, CancellationToken cancellation)
    {
        for (var at = node; at is ExpressionSyntax && at.Span == finding.Diagnostic.Location.SourceSpan; at = at.Parent)
        {
            if (finding.Model.GetOperation(at, cancellation) is { } read)
                return DbContexts.RootOf(read is IInvocationOperation call && ExternalRead.Receiver(call) is { } receiver ? receiver : read);
        }

        return null;
    }

    /// <summary>Whether the provider's options are a lambda or not there yet, and know the strategy.</summary>
    private static bool Fits(InvocationExpressionSyntax provider, Finding finding, CancellationToken cancellation)
    {
        var model = SourceModels.ModelOf(finding.Model.Compilation, provider.SyntaxTree);
        if (model.GetSymbolInfo(provider, cancellation).Symbol is not IMethodSymbol method || method.Parameters.LastOrDefault() is not { Type: INamedTypeSymbol { TypeKind: TypeKind.Delegate, TypeArguments: { Length: 1 } options } })
            return false;

        var given = provider.ArgumentList.Arguments.Count;
        var knows = false;
        for (var type = options[0]; type is not null; type = type.BaseType)
            knows |= type.GetMembers(Enable).OfType<IMethodSymbol>().Any(enable => enable.Parameters.IsEmpty);

        return knows && (Options(provider) is not null ? given == method.Parameters.Length : given == method.Parameters.Length - 1);
    }

    private static AnonymousFunctionExpressionSyntax? Options(InvocationExpressionSyntax provider) =>
        provider.ArgumentList.Arguments.LastOrDefault()?.Expression as AnonymousFunctionExpressionSyntax;

    private static string ParameterOf(AnonymousFunctionExpressionSyntax options) => options switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.ValueText,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: 1 } parameters } => parameters[0].Identifier.ValueText,
        _ => "options",
    };

    private static SyntaxNode Enabled(SyntaxNode body, AnonymousFunctionExpressionSyntax options) => body is BlockSyntax block
        ? block.AddStatements(SyntaxFactory.ParseStatement($"{ParameterOf(options)}.{Enable}();").WithAdditionalAnnotations(Formatter.Annotation))
        : SyntaxFactory.ParseExpression($"{body.WithoutTrivia().ToFullString()}.{Enable}()").WithTriviaFrom(body);

    private static ArgumentSyntax NewOptions(InvocationExpressionSyntax provider)
    {
        var taken = new HashSet<string>(provider.Ancestors().OfType<AnonymousFunctionExpressionSyntax>().Select(ParameterOf)
            .Concat(provider.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>()?.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText) ?? []), StringComparer.Ordinal);
        var name = Names.First(one => !taken.Contains(one));
        return SyntaxFactory.Argument(SyntaxFactory.ParseExpression($"{name} => {name}.{Enable}()")).WithLeadingTrivia(SyntaxFactory.Space);
    }
}
