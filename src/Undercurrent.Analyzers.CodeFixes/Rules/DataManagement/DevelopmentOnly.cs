using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>
/// Asks the host's environment in reach: <c>EnableSensitiveDataLogging(environment.IsDevelopment())</c> where the switch takes a
/// yes or no, and an <c>if</c> around the statement where it takes something else.
/// </summary>
internal sealed class DevelopmentOnly() : Remedy("development", "Switch it on in development alone")
{
    private const string Hosting = "Microsoft.Extensions.Hosting";

    /// <summary>What tells the environment, and by which property; nothing where it is the environment itself.</summary>
    private static readonly (string Type, string? Property)[] Tellers =
    [
        ("Microsoft.Extensions.Hosting.IHostEnvironment", null),
        ("Microsoft.AspNetCore.Builder.WebApplicationBuilder", "Environment"),
        ("Microsoft.Extensions.Hosting.IHostApplicationBuilder", "Environment"),
        ("Microsoft.AspNetCore.Builder.WebApplication", "Environment"),
        ("Microsoft.Extensions.Hosting.HostBuilderContext", "HostingEnvironment"),
        ("Microsoft.AspNetCore.Hosting.WebHostBuilderContext", "HostingEnvironment"),
    ];

    private protected override Task<bool> CanMendAsync(Finding finding, CancellationToken cancellation) =>
        Task.FromResult(Reported(finding) is { } at && Question(at, finding.Model) is not null && (Answer(at, finding.Model) ?? (SyntaxNode?)Whole(at)) is not null);

    private protected override async Task MendAsync(Finding finding, Mending mending)
    {
        var at = Reported(finding)!;
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        await Introduce.Using(finding, finding.Document, mending, Hosting).ConfigureAwait(false);
        var question = SyntaxFactory.ParseExpression(Question(at, finding.Model)!);
        switch (Answer(at, finding.Model))
        {
            case ArgumentListSyntax list:
                editor.ReplaceNode(list, (current, _) => ((ArgumentListSyntax)current).AddArguments(SyntaxFactory.Argument(question)));
                break;
            case { } answer:
                editor.ReplaceNode(answer, question.WithTriviaFrom(answer));
                break;
            default:
                var statement = Whole(at)!;
                editor.ReplaceNode(statement, (current, _) => SyntaxFactory.IfStatement(question, ((StatementSyntax)current).WithoutLeadingTrivia())
                    .WithLeadingTrivia(current.GetLeadingTrivia()).WithAdditionalAnnotations(Formatter.Annotation));
                break;
        }
    }

    private static SyntaxNode? Reported(Finding finding) => finding.Root.FindNode(finding.Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    private static string? Question(SyntaxNode at, SemanticModel model)
    {
        if (model.Compilation.GetTypeByMetadataName("Microsoft.Extensions.Hosting.HostEnvironmentEnvExtensions") is null)
            return null;

        foreach (var (type, property) in Tellers)
        {
            if (Reach.NameOf(model, at, type) is { } name)
                return property is null ? $"{name}.IsDevelopment()" : $"{name}.{property}.IsDevelopment()";
        }

        return null;
    }

    /// <summary>Where the switch takes a yes or no: the <c>true</c> that is written, or the empty list that means it.</summary>
    private static SyntaxNode? Answer(SyntaxNode at, SemanticModel model)
    {
        var value = at is AssignmentExpressionSyntax assignment ? assignment.Right : at;
        if (value is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression })
            return value;

        return at.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && call.Expression.Span.Contains(at.Span) && model.GetSymbolInfo(call).Symbol is IMethodSymbol { Parameters: { Length: > 0 } parameters }
            && parameters[0].Type is { SpecialType: SpecialType.System_Boolean } or INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }
            ? call.ArgumentList.Arguments.Count == 0 ? call.ArgumentList : call.ArgumentList.Arguments[0].Expression as LiteralExpressionSyntax
            : null;
    }

    private static ExpressionStatementSyntax? Whole(SyntaxNode at) =>
        at.FirstAncestorOrSelf<SyntaxNode>(node => node is StatementSyntax or InitializerExpressionSyntax or AnonymousFunctionExpressionSyntax) is ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement
            && (statement.Expression is AssignmentExpressionSyntax || statement.Expression == at || statement.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax, Name: var name } } && name == at)
            ? statement
            : null;
}
