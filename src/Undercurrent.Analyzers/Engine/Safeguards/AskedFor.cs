using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Safeguards;

/// <summary>
/// Whether a talkative setting is kept from those who run the program in earnest: by a guard of development, around it or around
/// every call of its method; by a setting of its own, which somebody has to turn on; or by belonging to a tool of developers.
/// </summary>
internal static class AskedFor
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "sensitive", "pii", "verbose", "detailed", "diagnostic", "diagnostics", "log", "logging" };

    public static bool Is(SyntaxNode at, ISymbol around, Compilation compilation, CancellationToken cancellation) =>
        DevelopmentGuard.Covers(at) || IsBySetting(at) || IsOfDesignTime(at) || IsNearHome(at)
        || (around is IMethodSymbol method && Callers.Of(method, compilation, cancellation) is { Count: > 0 } callers && callers.All(caller => DevelopmentGuard.Covers(caller.Syntax) || IsBySetting(caller.Syntax)));

    private static bool IsBySetting(SyntaxNode at) => at.Ancestors().Any(outer => outer switch
    {
        IfStatementSyntax branch => branch.Statement.Span.Contains(at.Span) && Asks(branch.Condition),
        ConditionalExpressionSyntax choice => choice.WhenTrue.Span.Contains(at.Span) && Asks(choice.Condition),
        _ => false,
    });

    private static bool Asks(ExpressionSyntax condition) =>
        !condition.IsKind(SyntaxKind.LogicalNotExpression) && condition.DescendantTokens().Any(token =>
            (token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.StringLiteralToken)) && token.ValueText.Length < 100 && Array.Exists(IdentifierWords.Of(token.ValueText), Words.Contains));

    /// <summary>What the tools of Entity Framework make a context with, at a developer's desk.</summary>
    private static bool IsOfDesignTime(SyntaxNode at) =>
        at.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => type.BaseList?.Types.Any(one => one.Type.ToString().IndexOf("IDesignTimeDbContextFactory", StringComparison.Ordinal) >= 0) == true);

    /// <summary>Whether the same statement or initialiser leads to the machine the program runs on.</summary>
    private static bool IsNearHome(SyntaxNode at) =>
        (at.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>(outer => outer.Initializer?.Span.Contains(at.Span) == true) ?? (SyntaxNode?)at.FirstAncestorOrSelf<StatementSyntax>() ?? at.FirstAncestorOrSelf<ArrowExpressionClauseSyntax>()) is { } whole
            && (NearHome.Names(whole) || whole.DescendantTokens().Any(token => token.IsKind(SyntaxKind.StringLiteralToken) && token.ValueText.IndexOf('=') > 0 && WeakText.LeadsHome(token.ValueText, Safeguard.Diagnostics)));
}
