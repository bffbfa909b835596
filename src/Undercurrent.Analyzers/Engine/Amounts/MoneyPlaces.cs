using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>A name that is declared as a floating-point number, or a value that is cast to one.</summary>
/// <param name="At">Where the finding is said.</param>
/// <param name="Name">The name, or that of what is cast.</param>
/// <param name="Type">The keyword of the type; null where the compiler finds it out.</param>
/// <param name="Declaration">What declares it.</param>
internal readonly record struct MoneyPlace(Location At, string Name, string? Type, SyntaxNode Declaration);

/// <summary>What is declared as <c>double</c> or <c>float</c>, alone, nullable or in a collection.</summary>
internal static class MoneyPlaces
{
    public static readonly ImmutableArray<SyntaxKind> Kinds = ImmutableArray.Create(
        SyntaxKind.PropertyDeclaration, SyntaxKind.MethodDeclaration, SyntaxKind.LocalFunctionStatement, SyntaxKind.Parameter, SyntaxKind.VariableDeclarator, SyntaxKind.TupleElement, SyntaxKind.ForEachStatement,
        SyntaxKind.SingleVariableDesignation, SyntaxKind.CastExpression);

    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal) { "Parse", "ToDouble", "ToSingle", "GetDouble", "GetFloat", "GetSingle", "GetField", "GetFieldValue", "GetValue", "ReadDouble", "ReadSingle", "Value", "Field", "ExecuteScalar", "QuerySingle", "AsDouble" };

    private static readonly HashSet<string> Collections = new(StringComparer.Ordinal)
    {
        "List", "IList", "IEnumerable", "ICollection", "IReadOnlyList", "IReadOnlyCollection", "Dictionary", "IDictionary", "IReadOnlyDictionary", "SortedDictionary", "SortedList", "ConcurrentDictionary", "ConcurrentBag", "HashSet", "Queue", "Stack",
        "ImmutableArray", "ImmutableList", "ImmutableDictionary", "Task", "ValueTask", "IAsyncEnumerable", "Nullable", "Span", "ReadOnlySpan", "Memory", "ReadOnlyMemory", "ObservableCollection", "KeyValuePair", "Lazy", "IQueryable", "LinkedList",
    };

    /// <summary>What a piece of code declares so; null where it declares something else.</summary>
    public static MoneyPlace? Of(SyntaxNode node) => node switch
    {
        PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null } property => Place(property.Identifier, property.Type, node),
        MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } method => Place(method.Identifier, method.ReturnType, node),
        LocalFunctionStatementSyntax function => Place(function.Identifier, function.ReturnType, node),
        ParameterSyntax { Parent.Parent: not (AnonymousFunctionExpressionSyntax or DelegateDeclarationSyntax) } parameter => Place(parameter.Identifier, parameter.Type, node),
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true }, Initializer.Value: var value } variable => IsMade(value) ? new(variable.Identifier.GetLocation(), variable.Identifier.ValueText, null, node) : null,
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } variable => Place(variable.Identifier, declaration.Type, node),
        TupleElementSyntax element => Place(element.Identifier, element.Type, node),
        ForEachStatementSyntax each => Place(each.Identifier, each.Type, node),
        SingleVariableDesignationSyntax { Parent: DeclarationPatternSyntax pattern } one => Place(one.Identifier, pattern.Type, node),
        SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax declared } one => Place(one.Identifier, declared.Type.IsVar ? ReadBy(declared) : declared.Type, node),
        CastExpressionSyntax cast => IsKept(cast) && NameOf(cast.Expression) is { } name && Keyword(cast.Type) is { } keyword ? new(cast.GetLocation(), name, keyword, node) : null,
        _ => null,
    };

    /// <summary>Whether a type is a floating-point number, or a collection of them.</summary>
    public static bool IsFloating(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single
        || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: var inner } && IsFloating(inner[0]);

    private static MoneyPlace? Place(SyntaxToken name, TypeSyntax? type, SyntaxNode declaration) =>
        name.ValueText is { Length: > 0 } text && MoneyName.Of(text, withRates: true) != MoneyLevel.None && Keyword(type) is { } keyword ? new(name.GetLocation(), text, keyword, declaration) : null;

    private static string? Keyword(TypeSyntax? type) => type switch
    {
        PredefinedTypeSyntax { Keyword: var keyword } => keyword.IsKind(SyntaxKind.DoubleKeyword) || keyword.IsKind(SyntaxKind.FloatKeyword) ? keyword.ValueText : null,
        NullableTypeSyntax nullable => Keyword(nullable.ElementType),
        ArrayTypeSyntax array => Keyword(array.ElementType),
        RefTypeSyntax reference => Keyword(reference.Type),
        GenericNameSyntax generic when Collections.Contains(generic.Identifier.ValueText) => Keyword(generic.TypeArgumentList.Arguments.Last()),
        QualifiedNameSyntax qualified => Keyword(qualified.Right),
        _ => null,
    };

    /// <summary>The type whose <c>TryParse</c> fills a variable.</summary>
    private static PredefinedTypeSyntax? ReadBy(DeclarationExpressionSyntax declared) =>
        declared.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryParse", Expression: PredefinedTypeSyntax reader } } } ? reader : null;

    private static bool IsMade(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax parenthesized => IsMade(parenthesized.Expression),
        AwaitExpressionSyntax awaited => IsMade(awaited.Expression),
        PrefixUnaryExpressionSyntax sign => IsMade(sign.Operand),
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.NumericLiteralExpression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } => Readers.Contains(name),
        CastExpressionSyntax { Type: PredefinedTypeSyntax, Expression: not (IdentifierNameSyntax or MemberAccessExpressionSyntax) } => true,
        _ => false,
    };

    /// <summary>A cast for a share, a root or somebody's function makes no money of it; one that is summed or kept does.</summary>
    private static bool IsKept(CastExpressionSyntax cast)
    {
        SyntaxNode value = cast;
        while (value.Parent is ParenthesizedExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.SubtractExpression or (int)SyntaxKind.MultiplyExpression } or ConditionalExpressionSyntax)
            value = value.Parent;

        // What is declared as money says it itself.
        return value.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => !IsMoney(variable.Identifier.ValueText),
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => !IsMoney(property.Identifier.ValueText),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } set => !IsMoney(NameOf(set.Left) ?? ""),
            ReturnStatementSyntax or ArrowExpressionClauseSyntax => !IsMoney(value.Ancestors().Select(static around => around switch
            {
                MethodDeclarationSyntax method => method.Identifier.ValueText,
                PropertyDeclarationSyntax property => property.Identifier.ValueText,
                _ => null,
            }).FirstOrDefault(static name => name is not null) ?? ""),
            LambdaExpressionSyntax => true,
            _ => false,
        };
    }

    private static bool IsMoney(string name) => MoneyName.Of(name) != MoneyLevel.None;

    private static string? NameOf(ExpressionSyntax value) => value switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        InvocationExpressionSyntax call => NameOf(call.Expression),
        ParenthesizedExpressionSyntax parenthesized => NameOf(parenthesized.Expression),
        _ => null,
    };
}
