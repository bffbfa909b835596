using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.SecretTexts;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// The credentials that an operation hands over and the source writes. Each is spoken of once: where its declaration says by
/// name what it is, there; else at its first use in a file. Of a token that something neutral holds, UC1003 speaks where it stands.
/// </summary>
internal sealed class CredentialFinder(CredentialTargets targets, bool tokensAreTold)
{
    private const int ShortestKey = 12;
    private const int Highest = 12;

    public IEnumerable<(SyntaxNode At, string Name)> In(IOperation operation) =>
        targets.In(operation) is { } target && operation.Syntax.FirstAncestorOrSelf<AttributeListSyntax>() is null
            ? In(operation, target)
            : Enumerable.Empty<(SyntaxNode, string)>();

    /// <summary>The same in the headers that an attribute writes, which are constants and so no operations of any body.</summary>
    public IEnumerable<(SyntaxNode At, string Name)> In(AttributeSyntax attribute, SemanticModel model)
    {
        foreach (var header in WrittenHeader.In(attribute, model, targets))
        {
            if (targets.Header(header.Name, header.Written) is { } target && IsSecret(target, header.Text, header.Value)
                && !header.Text.HeldParts.Append(header.Text).Any(part => part.Through is { } holder && (Speaks(holder, part) || IsToken(part) || WrittenHeader.NamesBefore(attribute, holder, targets))))
                yield return (header.Written.Syntax, header.Name);
        }
    }

    private IEnumerable<(SyntaxNode At, string Name)> In(IOperation operation, CredentialTarget target)
    {
        foreach (var text in ValueText.Of(target.Value))
        {
            if (IsSecret(target, text) && !text.HeldParts.Append(text).Any(part => part.Through is { } holder && (Speaks(holder, part) || IsToken(part) || IsUsedBefore(holder, text, operation))))
                yield return (text.Source.Syntax.SyntaxTree == operation.Syntax.SyntaxTree ? text.Source.Syntax : target.Value.Syntax, target.Name);
        }
    }

    private static bool IsSecret(CredentialTarget target, ValueText text) => IsSecret(target, text, text.Text);

    private static bool IsSecret(CredentialTarget target, ValueText text, string written)
    {
        if (KeyBytes.IsList(text.Source))
            return KeyBytes.AreKey(text.Text, target);

        if (!text.IsWhole || (target.OnlyBytes && (!text.IsBytes || text.Text.Length < ShortestKey)))
            return false;

        var value = SecretValue.WithoutScheme(written);
        if (SecretValue.IsScheme(value) && target.Name.EndsWith("Authorization", StringComparison.OrdinalIgnoreCase))
            return false;

        var secret = target.IsSink || target.OnlyBytes ? SecretValue.IsSecret(value) : SecretValue.LooksSecret(value, target.Kind, target.Name);
        return secret && ConnectionText.SecretIn(text.Text) is null && !IsForDevelopment(target, value);
    }

    /// <summary>What a broker or a cloud on the developer's own machine is started with.</summary>
    private static bool IsForDevelopment(CredentialTarget target, string value) => value switch
    {
        "guest" => target.Value.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
            && member.DescendantTokens().Any(token => token.IsKind(SyntaxKind.StringLiteralToken) && AddressText.IsLocal(token.ValueText)),
        "test" => target.Name is "secretKey" or "awsSecretAccessKey" or "SecretKey",
        _ => false,
    };

    private bool Speaks(ISymbol holder, ValueText text) => targets.Held(holder, text.Source) is { } declared && IsSecret(declared, text);

    private bool IsToken(ValueText text) => tokensAreTold && TokenText.Has(text.Text);

    private bool IsUsedBefore(ISymbol holder, ValueText text, IOperation operation)
    {
        var (tree, model) = (operation.Syntax.SyntaxTree, operation.SemanticModel);
        foreach (var token in tree.GetRoot().DescendantTokens())
        {
            if (token.SpanStart >= operation.Syntax.SpanStart)
                return false;

            if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == holder.Name && token.Parent is IdentifierNameSyntax name
                && model?.GetOperation(name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name) is { } use && Reaches(use, text))
                return true;
        }

        return false;
    }

    private bool Reaches(IOperation use, ValueText text)
    {
        var height = 0;
        for (var outer = use.Parent; outer is not null and not IBlockOperation && height < Highest; outer = outer.Parent, height++)
        {
            if (targets.In(outer) is { } target && ValueText.Of(target.Value).Any(other => other.Source.Syntax == text.Source.Syntax && IsSecret(target, other)))
                return true;
        }

        return false;
    }
}
