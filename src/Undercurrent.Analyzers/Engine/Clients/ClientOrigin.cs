using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Where a client comes from: back through locals, fields and properties set by their own type, and methods in source that
/// return it, to the parameter, factory call or creation that gave it.
/// </summary>
internal sealed class ClientOrigin(Compilation compilation, CancellationToken cancellation)
{
    private const int Deepest = 4;
    private const int Most = 12;

    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly List<IOperation> _ends = new();

    public static IReadOnlyList<IOperation> Of(IOperation client, Compilation compilation, CancellationToken cancellation)
    {
        var origin = new ClientOrigin(compilation, cancellation);
        origin.Follow(client, 0);
        return origin._ends;
    }

    private void Follow(IOperation client, int depth)
    {
        foreach (var leaf in ValueOrigin.Of(client))
        {
            if (_ends.Count >= Most)
                return;

            var earlier = depth >= Deepest ? [] : Earlier(leaf.Unwrapped()).ToList();
            if (earlier.Count == 0)
                _ends.Add(leaf.Unwrapped());

            foreach (var one in earlier)
                Follow(one, depth + 1);
        }
    }

    private IEnumerable<IOperation> Earlier(IOperation leaf) => leaf switch
    {
        IFieldReferenceOperation { Field: var field } when _seen.Add(field) => Given(field),
        IPropertyReferenceOperation { Property: { IsAbstract: false } property } when _seen.Add(property) => Given(property).Concat(property.GetMethod is { } getter ? Returned(getter) : []),
        IInvocationOperation { TargetMethod: { IsAbstract: false } method } when method.DeclaringSyntaxReferences.Length > 0 && _seen.Add(method.OriginalDefinition) => Returned(method),
        ILocalReferenceOperation { Local: var local } reference when _seen.Add(local) => AssignedTo(local, reference.Root()),
        _ => [],
    };

    /// <summary>What a member is initialised with or assigned to inside its own type.</summary>
    private IEnumerable<IOperation> Given(ISymbol member)
    {
        if (SourceModels.InitialiserOf(member, compilation, cancellation) is { } initial)
            yield return initial;

        foreach (var reference in member.ContainingType.DeclaringSyntaxReferences)
        {
            if (!compilation.ContainsSyntaxTree(reference.SyntaxTree))
                continue;

            foreach (var assignment in reference.GetSyntax(cancellation).DescendantNodes().OfType<AssignmentExpressionSyntax>())
            {
                if (NameOf(assignment.Left) == member.Name
                    && SourceModels.ModelOf(compilation, reference.SyntaxTree).GetOperation(assignment, cancellation) is IAssignmentOperation { Target: IMemberReferenceOperation target, Value: var value }
                    && SymbolEqualityComparer.Default.Equals(target.Member, member))
                    yield return value;
            }
        }
    }

    private IEnumerable<IOperation> Returned(IMethodSymbol method) =>
        SourceModels.BodyOf(method, compilation, cancellation) is { } body
            ? body.Descendants().OfType<IReturnOperation>().Select(one => one.ReturnedValue).OfType<IOperation>()
            : [];

    private static IEnumerable<IOperation> AssignedTo(ILocalSymbol local, IOperation root) =>
        root.Descendants().Select(operation => operation switch
        {
            IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local) => declarator.Initializer?.Value,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when SymbolEqualityComparer.Default.Equals(target.Local, local) => assignment.Value,
            _ => null,
        }).OfType<IOperation>();

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
