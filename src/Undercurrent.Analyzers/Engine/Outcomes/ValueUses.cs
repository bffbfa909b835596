using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Where a value is used in its body: forward through <c>await</c>, the results of tasks, conversions, <c>??</c>, <c>?.</c> and the
/// locals it is kept in. A use is the value as it stands there; its parent tells what is done with it.
/// </summary>
internal sealed class ValueUses
{
    private const int Deepest = 12;

    private readonly List<IOperation> _uses = new();
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    public static IReadOnlyList<IOperation> Of(IOperation value)
    {
        var uses = new ValueUses();
        uses.Follow(value, 0);
        return uses._uses;
    }

    /// <summary>The uses of whatever a local or parameter holds, in the body that an operation stands in.</summary>
    public static IReadOnlyList<IOperation> Of(ISymbol variable, IOperation inBody)
    {
        var uses = new ValueUses();
        uses.FollowVariable(variable, inBody, 0);
        return uses._uses;
    }

    /// <summary>A value together with what only waits for it, converts it or stands in for it.</summary>
    public static IOperation Whole(IOperation value)
    {
        while (true)
        {
            var next = value.Parent switch
            {
                IAwaitOperation or IConversionOperation or IParenthesizedOperation => value.Parent,
                IInvocationOperation call when call.Instance == value && IsWait(call.TargetMethod) => call,
                IPropertyReferenceOperation { Property.Name: "Result" } result when result.Instance == value && IsTask(value.Type) => result,
                ICoalesceOperation coalesce when coalesce.Value == value => coalesce,
                IConditionalOperation { Type: not null } choice when choice.Condition != value => choice,
                _ => null,
            };
            if (next is null)
                return value;

            value = next;
        }
    }

    /// <summary>The value that is waited for.</summary>
    public static IOperation Awaited(IOperation value)
    {
        while (true)
        {
            value = value.Unwrapped();
            var next = value switch
            {
                IAwaitOperation awaited => awaited.Operation,
                IInvocationOperation { Instance: { } instance } call when IsWait(call.TargetMethod) => instance,
                IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } when IsTask(task.Type) => task,
                _ => null,
            };
            if (next is null)
                return value;

            value = next;
        }
    }

    /// <summary>What a task gives; any other type is itself.</summary>
    public static ITypeSymbol? ResultOf(ITypeSymbol? type) => IsTask(type) && type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } ? arguments[0] : type;

    public static bool IsTask(ITypeSymbol? type) => type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };

    private static bool IsWait(IMethodSymbol method) =>
        method.Name is "ConfigureAwait" or "GetAwaiter" or "GetResult" or "WaitAsync" or "AsTask" && method.RootNamespace() == "System";

    private void Follow(IOperation value, int depth)
    {
        value = Whole(value);
        switch (value.Parent)
        {
            case var _ when depth > Deepest:
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } declarator }:
                FollowVariable(local, declarator, depth);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } assignment when assignment.Value == value:
                FollowVariable(local, assignment, depth);
                if (assignment.Parent is not IExpressionStatementOperation)
                    Follow(assignment, depth + 1);

                break;
            case IConditionalAccessOperation access when access.Operation == value:
                if (access.WhenNotNull.DescendantsAndSelf().OfType<IConditionalAccessInstanceOperation>().FirstOrDefault() is { } instance)
                    Follow(instance, depth + 1);

                break;
            case IIsPatternOperation match when match.Value == value && DeclaredBy(match.Pattern) is { } declared:
                _uses.Add(value);
                FollowVariable(declared, match, depth);
                break;
            default:
                _uses.Add(value);
                break;
        }
    }

    private void FollowVariable(ISymbol variable, IOperation inBody, int depth)
    {
        if (!_seen.Add(variable))
            return;

        foreach (var operation in inBody.Root().Descendants())
        {
            if (VariableOf(operation) is { } one && SymbolEqualityComparer.Default.Equals(one, variable) && !(operation.Parent is IAssignmentOperation assignment && assignment.Target == operation))
                Follow(operation, depth + 1);
        }
    }

    public static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private static ISymbol? DeclaredBy(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        INegatedPatternOperation negated => DeclaredBy(negated.Pattern),
        _ => null,
    };
}
