using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What code at one place can use by name.</summary>
internal static class Reach
{
    /// <summary>
    /// The name of a value in reach whose type is, derives from or implements one of these types: a parameter or local first,
    /// then a field or property; null when there is none.
    /// </summary>
    /// <param name="model">The semantic model of the file.</param>
    /// <param name="at">Where the value would be used.</param>
    /// <param name="types">Metadata names, the most wanted first.</param>
    public static string? NameOf(SemanticModel model, SyntaxNode at, params string[] types)
    {
        var candidates = model.LookupSymbols(at.SpanStart).Where(symbol => CanBeUsed(symbol, model, at)).OrderBy(Rank).ToList();
        return types
            .Select(type => candidates.FirstOrDefault(symbol => TypeOf(symbol) is { } found && Is(found, type)))
            .FirstOrDefault(symbol => symbol is not null)?.Name;
    }

    /// <summary>Whether a type is, derives from or implements the one a metadata name names.</summary>
    public static bool Is(ITypeSymbol type, string metadataName)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if ((current.OriginalDefinition as INamedTypeSymbol).HasMetadataName(metadataName))
                return true;
        }

        return type.AllInterfaces.Any(implemented => implemented.OriginalDefinition.HasMetadataName(metadataName));
    }

    /// <summary>Whether code here may use instance members of its type.</summary>
    public static bool IsStatic(SyntaxNode at) => at.Ancestors().TakeWhile(node => node is not TypeDeclarationSyntax).Any(node => node switch
    {
        MemberDeclarationSyntax member => member.Modifiers.Any(SyntaxKind.StaticKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.StaticKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.StaticKeyword),
        ConstructorInitializerSyntax => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } or PropertyDeclarationSyntax } => true,
        _ => false,
    });

    public static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => parameter.Type,
        ILocalSymbol local => local.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static int Rank(ISymbol symbol) => symbol switch
    {
        IParameterSymbol => 0,
        ILocalSymbol => 1,
        IFieldSymbol => 2,
        _ => 3,
    };

    private static bool CanBeUsed(ISymbol symbol, SemanticModel model, SyntaxNode at) => symbol switch
    {
        ILocalSymbol local => local.DeclaringSyntaxReferences.All(reference => reference.Span.End <= at.SpanStart) && SeesLocalsOf(local, at),
        IParameterSymbol parameter => !(parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && IsStatic(at))
            && parameter.RefKind is not RefKind.Out && SeesLocalsOf(parameter, at),
        IFieldSymbol or IPropertySymbol { IsIndexer: false, IsWriteOnly: false } =>
            symbol.CanBeReferencedByName && (symbol.IsStatic || !IsStatic(at)) && model.IsAccessible(at.SpanStart, symbol),
        _ => false,
    };

    /// <summary>A type sees no variable of top-level statements, and a static lambda or local function none declared outside of it.</summary>
    private static bool SeesLocalsOf(ISymbol variable, SyntaxNode at) => IsOfSameBody(variable, at) && at.Ancestors()
        .TakeWhile(node => node is not MemberDeclarationSyntax)
        .Where(node => (node is AnonymousFunctionExpressionSyntax lambda && lambda.Modifiers.Any(SyntaxKind.StaticKeyword))
            || (node is LocalFunctionStatementSyntax local && local.Modifiers.Any(SyntaxKind.StaticKeyword)))
        .All(wall => variable.DeclaringSyntaxReferences.All(reference => reference.SyntaxTree == wall.SyntaxTree && wall.Span.Contains(reference.Span)));

    private static bool IsOfSameBody(ISymbol variable, SyntaxNode at) =>
        at.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() is not { } type
        || variable.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == type.SyntaxTree && type.Span.Contains(reference.Span));
}
