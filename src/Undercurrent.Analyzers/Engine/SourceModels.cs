using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// The one door to the bodies of other members of the project. Binding a body costs, so come here only on a hit, never to
/// look for one. What was bound is kept as long as its compilation.
/// </summary>
internal static class SourceModels
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<SyntaxTree, SemanticModel>> Cache = new();

    public static SemanticModel ModelOf(Compilation compilation, SyntaxTree tree) =>
#pragma warning disable RS1030 // Cross-file questions are asked here and nowhere else, after a name matched, and share these models.
        Cache.GetOrCreateValue(compilation).GetOrAdd(tree, tree => compilation.GetSemanticModel(tree));
#pragma warning restore RS1030

    /// <summary>The body of a method, local function or accessor written in this project; null for anything else.</summary>
    public static IOperation? BodyOf(IMethodSymbol method, Compilation compilation, CancellationToken cancellation = default)
    {
        foreach (var reference in Implementation(method).DeclaringSyntaxReferences)
        {
            if (!compilation.ContainsSyntaxTree(reference.SyntaxTree))
                continue;

            var operation = ModelOf(compilation, reference.SyntaxTree).GetOperation(reference.GetSyntax(cancellation), cancellation);
            switch (operation)
            {
                case IMethodBodyOperation body when (body.BlockBody ?? body.ExpressionBody) is { } block:
                    return block;
                case IConstructorBodyOperation body when (body.BlockBody ?? body.ExpressionBody) is { } block:
                    return block;
                case ILocalFunctionOperation { Body: { } block }:
                    return block;
                case IBlockOperation block:
                    return block;
            }
        }

        return null;
    }

    /// <summary>What a field or property is initialised with, when that is written in this project.</summary>
    public static IOperation? InitialiserOf(ISymbol member, Compilation compilation, CancellationToken cancellation = default)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var value = reference.GetSyntax(cancellation) switch
            {
                VariableDeclaratorSyntax { Initializer.Value: var initial } => initial,
                PropertyDeclarationSyntax { Initializer.Value: var initial } => initial,
                PropertyDeclarationSyntax { ExpressionBody.Expression: var body } => body,
                _ => null,
            };

            if (value is not null && compilation.ContainsSyntaxTree(reference.SyntaxTree))
                return ModelOf(compilation, reference.SyntaxTree).GetOperation(value, cancellation);
        }

        return null;
    }

    private static IMethodSymbol Implementation(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return definition.PartialImplementationPart ?? definition;
    }
}
