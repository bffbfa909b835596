using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.Completion;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Borrowing;

/// <summary>Follows memory that is only lent, forward through locals, wrappers and the project's own methods, to where it is kept.</summary>
internal sealed class BorrowedValue(PipelineProject project, CancellationToken cancellation)
{
    private const int Deepest = 8;

    private static readonly HashSet<string> Keepers = new(StringComparer.Ordinal)
    {
        "Add", "TryAdd", "AddRange", "AddLast", "AddFirst", "AddOrUpdate", "GetOrAdd", "Enqueue", "EnqueueRange", "Push", "Insert", "Append", "TryWrite", "WriteAsync", "Post", "SendAsync", "OnNext", "SetResult", "TrySetResult", "Set", "TryUpdate",
    };

    private static readonly HashSet<string> Starters = new(StringComparer.Ordinal) { "Run", "StartNew", "QueueUserWorkItem", "UnsafeQueueUserWorkItem", "ContinueWith", "Schedule", "Start", "InvokeAsync", "BeginInvoke" };

    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    /// <summary>What becomes of a mention of it, which belongs to a handler's parameter.</summary>
    public Keeping KeepingOf(IOperation mention, ISymbol owner) =>
        Work(mention, owner) is var late and not Keeping.None ? late : Follow(mention, 0) ? Keeping.Stored : Keeping.None;

    private bool Follow(IOperation value, int depth)
    {
        if (depth > Deepest)
            return false;

        while (value.Parent is IConversionOperation or IParenthesizedOperation or ICoalesceOperation || value.Parent is IConditionalOperation { Type: not null } choice && choice.Condition != value)
            value = value.Parent;

        switch (value.Parent)
        {
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                return FollowVariable(local, value, depth);
            case ISimpleAssignmentOperation assignment when assignment.Value == value:
                return IsPutInto(assignment.Target, assignment, depth);
            case IInvocationOperation { TargetMethod.Name: "Slice" } slice when slice.Instance == value:
                return Follow(slice, depth + 1);
            case { Syntax: ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } range } access } slice when access.Expression == value.Syntax && range[0].Expression is RangeExpressionSyntax:
                return Follow(slice, depth + 1);
            case IArgumentOperation { Parent: IObjectCreationOperation wrapper } argument:
                return argument.Parameter?.Type.Name is "ReadOnlyMemory" or "Memory" or "BasicDeliverEventArgs" or "Object" && Follow(wrapper, depth + 1);
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                return IsKeptBy(call, argument, depth);
            case ITupleOperation or IAnonymousObjectCreationOperation or IArrayCreationOperation:
                return Follow(value.Parent, depth + 1);
            case IArrayInitializerOperation { Parent: { } array }:
                return Follow(array, depth + 1);
            case IWithOperation:
                return false;
            default:
                return false;
        }
    }

    private bool FollowVariable(ISymbol variable, IOperation inBody, int depth) => _seen.Add(variable)
        && inBody.Root().Descendants().Any(one => ValueUses.VariableOf(one) is { } mentioned && SymbolEqualityComparer.Default.Equals(mentioned, variable)
            && !(one.Parent is IAssignmentOperation assignment && assignment.Target == one)
            && (Work(one, variable) != Keeping.None || Follow(one, depth + 1)));

    private bool IsPutInto(IOperation target, ISimpleAssignmentOperation assignment, int depth)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local: var local }:
                return FollowVariable(local, assignment, depth);
            case IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } }:
                // A member of the object that is being made, or copied with a change.
                for (var around = assignment.Parent; around is not null; around = around.Parent)
                {
                    if (around is IObjectCreationOperation or IWithOperation)
                        return Follow(around, depth + 1);
                }

                return false;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } collection }:
                return !IsOfHandler(collection);
            case IMemberReferenceOperation { Instance: ILocalReferenceOperation { Local: var holder } }:
                return FollowVariable(holder, assignment, depth);
            case IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation or IMemberReferenceOperation }:
                return true;
            default:
                return false;
        }
    }

    private bool IsKeptBy(IInvocationOperation call, IArgumentOperation argument, int depth)
    {
        // What a collection is made with it keeps as long as it is kept itself.
        if (call.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
            return call.Parent is IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation made } && Follow(made, depth + 1);

        if (call.Instance is not null && Keepers.Contains(call.TargetMethod.Name) && call.TargetMethod.RootNamespace() is "System" or "Microsoft")
            return !IsOfHandler(Receiver.Of(call)!);

        if (call.TargetMethod is { Name: "FromBytes", ContainingType.Name: "BinaryData" })
            return Follow(call, depth + 1);

        // Work that is started and not waited for.
        if (ValueUses.IsTask(call.Type) && Delivery.IsUnobserved(call))
            return true;

        return argument.Parameter is { } parameter && SourceModels.BodyOf(call.TargetMethod, project.Compilation, cancellation) is { } body
            && call.TargetMethod.OriginalDefinition.Parameters[parameter.Ordinal] is var given && FollowVariable(given, body, depth + 1);
    }

    /// <summary>A collection made in the handler goes with it, unless it goes further itself, which would be said of other things.</summary>
    private static bool IsOfHandler(IOperation collection) => collection is ILocalReferenceOperation { Local: var local } && collection.Root().Descendants().Any(one =>
        one is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local) && FunctionAround(declarator) == FunctionAround(collection));

    /// <summary>Whether a mention stands in work that goes on when the handler has returned.</summary>
    private static Keeping Work(IOperation mention, ISymbol owner)
    {
        for (var around = mention.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation lambda)
            {
                if (SymbolEqualityComparer.Default.Equals(lambda.Symbol, owner.ContainingSymbol))
                    return IsLate(mention, lambda.Symbol, lambda) ? Keeping.Late : Keeping.None;

                if (IsStarted(lambda))
                    return Keeping.Captured;
            }
            else if (around is ILocalFunctionOperation local)
            {
                if (SymbolEqualityComparer.Default.Equals(local.Symbol, owner.ContainingSymbol))
                    return IsLate(mention, local.Symbol, local) ? Keeping.Late : Keeping.None;

                if (around.Root().Descendants().Any(one => one switch
                {
                    IInvocationOperation call => SymbolEqualityComparer.Default.Equals(call.TargetMethod, local.Symbol) && ValueUses.IsTask(call.Type) && Delivery.IsUnobserved(call),
                    IMethodReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Method, local.Symbol) && IsStarted(reference),
                    _ => false,
                }))
                    return Keeping.Captured;
            }
        }

        return owner.ContainingSymbol is IMethodSymbol handler && IsLate(mention, handler, mention.Root()) ? Keeping.Late : Keeping.None;
    }

    private static bool IsStarted(IOperation function)
    {
        var whole = function;
        while (whole.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
            whole = whole.Parent;

        return whole.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } when Starters.Contains(call.TargetMethod.Name) => !IsWaitedFor(call),
            IArgumentOperation { Parent: IInvocationOperation call } when Keepers.Contains(call.TargetMethod.Name) => call.Instance is not null && !IsOfHandler(Receiver.Of(call)!),
            IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "Thread" or "Task" or "Timer" } } => true,
            _ => false,
        };
    }

    private static bool IsWaitedFor(IInvocationOperation call)
    {
        IOperation whole = call;
        while (whole.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "WaitAsync" or "Unwrap" or "GetAwaiter" } on && (on.Instance == whole || on.Instance is null) || whole.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Unwrap" } })
            whole = whole.Parent;

        return whole.Parent is IAwaitOperation or IReturnOperation { Kind: OperationKind.Return } or IInvocationOperation { TargetMethod.Name: "Wait" or "GetResult" }
            || whole.Parent is IVariableInitializerOperation && !Delivery.IsUnobserved(call);
    }

    /// <summary>What stands behind the first wait of a function that nobody can wait for.</summary>
    private static bool IsLate(IOperation mention, IMethodSymbol handler, IOperation body) => handler is { IsAsync: true, ReturnsVoid: true }
        && body.Syntax.DescendantNodes().OfType<AwaitExpressionSyntax>().Any(wait => wait.Span.End <= mention.Syntax.SpanStart && !wait.Ancestors().TakeWhile(one => one != body.Syntax).Any(static one => one is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));

    private static IOperation FunctionAround(IOperation operation)
    {
        var around = operation;
        while (around.Parent is not null && around is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            around = around.Parent;

        return around;
    }
}
