using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>A header that an attribute writes, such as <c>[Headers("Accept: text/csv")]</c> or <c>[Header("Accept", "text/csv")]</c>.</summary>
/// <param name="Name">The header's name.</param>
/// <param name="Value">The header's value.</param>
/// <param name="Text">The text that holds the value.</param>
/// <param name="Written">What stands in the attribute.</param>
internal readonly record struct WrittenHeader(string Name, string Value, ValueText Text, IOperation Written)
{
    // The floor has no name for either.
    private const int CollectionExpression = 9076;
    private const int ExpressionElement = 9077;

    public static IEnumerable<WrittenHeader> In(AttributeSyntax attribute, SemanticModel model, CredentialTargets targets)
    {
        // Most attributes are others, and their names tell before they are bound.
        if (attribute.ArgumentList is not { Arguments: { Count: > 0 } arguments } || !targets.MayTakeHeaders(NameOf(attribute)) || model.GetSymbolInfo(attribute).Symbol is not IMethodSymbol constructor)
            yield break;

        for (var at = 0; at < arguments.Count; at++)
        {
            if (ParameterOf(arguments[at], at, constructor) is not { } parameter || !targets.TakesHeader(parameter))
                continue;

            var name = parameter.Ordinal > 0 && parameter.Type.SpecialType == SpecialType.System_String ? model.GetConstantValue(arguments[0].Expression).Value as string : null;
            foreach (var element in Elements(arguments[at].Expression))
            {
                if (model.GetOperation(element) is not { } written)
                    continue;

                foreach (var text in ValueText.Of(written))
                {
                    if (name is not null)
                        yield return new(name, text.Text, text, written);
                    else if (text.Text.IndexOf(':') is > 0 and var colon)
                        yield return new(text.Text.Substring(0, colon).Trim(), text.Text.Substring(colon + 1).Trim(), text, written);
                }
            }
        }
    }

    /// <summary>Whether an earlier attribute of the file is given the same constant, and so has said what there is to say.</summary>
    public static bool NamesBefore(AttributeSyntax attribute, ISymbol constant, CredentialTargets targets) =>
        attribute.SyntaxTree.GetRoot().DescendantTokens().TakeWhile(token => token.SpanStart < attribute.SpanStart)
            .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == constant.Name
                && token.Parent?.FirstAncestorOrSelf<AttributeArgumentSyntax>()?.Parent?.Parent is AttributeSyntax other && targets.MayTakeHeaders(NameOf(other)));

    private static string NameOf(AttributeSyntax attribute) => attribute.Name switch
    {
        QualifiedNameSyntax { Right.Identifier.ValueText: var last } => last,
        AliasQualifiedNameSyntax { Name.Identifier.ValueText: var last } => last,
        SimpleNameSyntax { Identifier.ValueText: var name } => name,
        _ => "",
    };

    private static IParameterSymbol? ParameterOf(AttributeArgumentSyntax argument, int at, IMethodSymbol constructor) =>
        argument.NameEquals is not null ? null
        : argument.NameColon is { Name.Identifier.ValueText: var name } ? constructor.Parameters.FirstOrDefault(parameter => parameter.Name == name)
        : at < constructor.Parameters.Length ? constructor.Parameters[at]
        : constructor.Parameters.LastOrDefault(parameter => parameter.IsParams);

    private static IEnumerable<ExpressionSyntax> Elements(ExpressionSyntax expression) => expression switch
    {
        ArrayCreationExpressionSyntax { Initializer.Expressions: var elements } => elements,
        ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: var elements } => elements,
        { RawKind: CollectionExpression } => expression.ChildNodes().Where(element => element.IsKind((SyntaxKind)ExpressionElement)).SelectMany(element => element.ChildNodes()).OfType<ExpressionSyntax>(),
        _ => [expression],
    };
}
