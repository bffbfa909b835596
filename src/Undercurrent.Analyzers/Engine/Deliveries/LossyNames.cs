using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Deliveries;

/// <summary>Whether the names and texts around a setting say that its messages may be lost, as those of metrics may. By syntax alone.</summary>
internal static class LossyNames
{
    /// <summary>Longer texts are no names.</summary>
    private const int Longest = 120;

    /// <summary>By which a queue is emptied on purpose.</summary>
    private static readonly HashSet<string> Emptying = new(StringComparer.Ordinal) { "purge", "purger", "drain", "empty", "clear", "cleanup", "discard" };

    /// <param name="at">The setting.</param>
    /// <param name="project">Whose options say which names speak so.</param>
    /// <param name="rule">The rule that asks.</param>
    /// <param name="isWorkedOn">Whether what is taken is worked on, whatever the method that takes it is called; not when left out.</param>
    public static bool Speak(SyntaxNode at, PipelineProject project, string rule, Func<bool>? isWorkedOn = null)
    {
        var words = new HashSet<string>(project.Options.List(Options.LossyNames, rule, at.SyntaxTree).SelectMany(IdentifierWords.Of), StringComparer.Ordinal);
        return Around(at).Any(name => name.Length < Longest && Array.Exists(IdentifierWords.Of(name), words.Contains))
            || (MethodsAround(at).Any(name => Array.Exists(IdentifierWords.Of(name), Emptying.Contains)) && isWorkedOn?.Invoke() != true);
    }

    private static IEnumerable<string> Around(SyntaxNode at)
    {
        var statement = at.Ancestors().FirstOrDefault(outer => outer is StatementSyntax or ArrowExpressionClauseSyntax or MemberDeclarationSyntax);
        foreach (var token in statement?.DescendantTokens() ?? [])
        {
            if (token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken) || token.IsKind(SyntaxKind.IdentifierToken))
                yield return token.ValueText;
        }

        foreach (var name in MethodsAround(at))
            yield return name;

        foreach (var type in at.Ancestors().OfType<TypeDeclarationSyntax>())
            yield return type.Identifier.ValueText;
    }

    private static IEnumerable<string> MethodsAround(SyntaxNode at) => at.Ancestors().Select(outer => outer switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax local => local.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        _ => "",
    });
}
