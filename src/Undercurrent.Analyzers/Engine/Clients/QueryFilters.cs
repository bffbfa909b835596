using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// The filters that the models of a project give to its queries: which of them depend on who is asking, as a tenant's does and
/// that of deleted rows does not. By syntax alone, once per tree.
/// </summary>
internal sealed class QueryFilters
{
    private static readonly ConditionalWeakTable<SyntaxTree, QueryFilters> Cache = new();

    private readonly HashSet<string> _entities = new(StringComparer.Ordinal);
    private readonly HashSet<string> _compared = new(StringComparer.Ordinal);
    private bool _any;
    private bool _keepsApart;

    private QueryFilters(SyntaxNode root)
    {
        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (CallChain.NameOf(call) != "HasQueryFilter")
                continue;

            _any = true;
            if (!KeepsApart(call))
                continue;

            _keepsApart = true;
            _compared.UnionWith(Comparisons(call).SelectMany(one => new[] { one.Left, one.Right }).OfType<MemberAccessExpressionSyntax>().Select(one => one.Name.Identifier.ValueText));
            _entities.UnionWith(CallChain.Before(call).SelectMany(CallChain.TypeArgumentsOf));
            if (call.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.BaseList is { } bases)
                _entities.UnionWith(bases.DescendantNodes().OfType<GenericNameSyntax>().SelectMany(one => one.TypeArgumentList.Arguments).Select(CallChain.LastName));
        }
    }

    /// <summary>Whether queries for a type are filtered by tenant, as far as the project and the type itself say.</summary>
    public static bool KeepApart(ITypeSymbol entity, Compilation compilation, CancellationToken cancellation)
    {
        var (any, apart) = (false, false);
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (Of(tree, cancellation) is not { } filters)
                continue;

            if (filters._entities.Contains(entity.Name))
                return true;

            any |= filters._any;
            apart |= filters._keepsApart;
        }

        return (apart || !any) && HasTenant(entity);
    }

    /// <summary>Whether a name is that of the tenant a row belongs to.</summary>
    public static bool NamesTenant(string name) =>
        Array.Exists(IdentifierWords.Of(name), word => word is "tenant" or "tenancy" or "organization" or "organisation" or "workspace");

    /// <summary>Whether a body compares by itself the tenant of a row, or whatever the filters of the project compare, before it or afterwards.</summary>
    public static bool AreReplacedIn(IOperation body, Compilation compilation, CancellationToken cancellation)
    {
        var compared = new HashSet<string>(compilation.SyntaxTrees.SelectMany(tree => Of(tree, cancellation)?._compared ?? Enumerable.Empty<string>()), StringComparer.Ordinal);
        return body.Descendants().Any(operation => operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison => IsTenant(comparison.LeftOperand) || IsTenant(comparison.RightOperand),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } comparison => (IsTenant(comparison.LeftOperand) || IsTenant(comparison.RightOperand)) && !IsConstant(comparison.LeftOperand) && !IsConstant(comparison.RightOperand),
            IInvocationOperation { TargetMethod.Name: "Contains" or "Equals" } call => call.Arguments.Any(argument => IsTenant(argument.Value)) || (call.Instance is { } instance && IsTenant(instance)),
            _ => false,
        });

        bool IsTenant(IOperation value)
        {
            value = value.Unwrapped();
            for (var one = (value is IConditionalAccessOperation asked ? asked.WhenNotNull : value) as IMemberReferenceOperation; one is not null; one = one.Instance?.Unwrapped() as IMemberReferenceOperation)
            {
                if (NamesTenant(one.Member.Name) || compared.Contains(one.Member.Name))
                    return true;
            }

            return false;
        }

        // To ask whether a row has a tenant at all keeps nobody out.
        static bool IsConstant(IOperation value) => value.Unwrapped().ConstantValue.HasValue;
    }

    /// <summary>The filters of a file; null where there are none.</summary>
    private static QueryFilters? Of(SyntaxTree tree, CancellationToken cancellation) => (TreeFacts.Of(tree).Meaning.Always & Subjects.QueryFilters) == 0 ? null
        : Cache.TryGetValue(tree, out var known) ? known
        : Cache.GetValue(tree, tree => new(tree.GetRoot(cancellation)));

    private static bool HasTenant(ITypeSymbol entity)
    {
        for (var type = entity; type is not null; type = type.BaseType)
        {
            if (type.GetMembers().Any(member => member is IPropertySymbol && NamesTenant(member.Name)))
                return true;
        }

        return false;
    }

    /// <summary>Whether a filter names the tenant, or compares a member with something that is no constant.</summary>
    private static bool KeepsApart(InvocationExpressionSyntax call) =>
        call.ArgumentList.DescendantTokens().Any(token => token.RawKind is (int)SyntaxKind.IdentifierToken or (int)SyntaxKind.StringLiteralToken && NamesTenant(token.ValueText))
        || Comparisons(call).Any();

    private static IEnumerable<BinaryExpressionSyntax> Comparisons(InvocationExpressionSyntax filter) =>
        filter.ArgumentList.DescendantNodes().OfType<BinaryExpressionSyntax>().Where(one => one.IsKind(SyntaxKind.EqualsExpression) && one.Left is not LiteralExpressionSyntax && one.Right is not LiteralExpressionSyntax);
}
