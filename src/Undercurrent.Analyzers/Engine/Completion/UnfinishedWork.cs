using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Completion;

/// <summary>
/// Something begun that comes to nothing unless it is finished, and what every operation of its member does to it. What is
/// handed to code that cannot be seen <see cref="Escapes"/>: whoever has it may finish it.
/// </summary>
internal abstract class UnfinishedWork
{
    private readonly Dictionary<SyntaxNode, Step> _steps = new();
    private readonly Dictionary<ISymbol, Step> _functions = new(SymbolEqualityComparer.Default);

    protected UnfinishedWork(IOperation origin, ISymbol? variable, PipelineProject project, CancellationToken cancellation) =>
        (Origin, Variable, Project, Cancellation) = (origin, variable, project, cancellation);

    public IOperation Origin { get; }

    /// <summary>The local that holds it, if any does.</summary>
    public ISymbol? Variable { get; }

    public bool Escapes { get; private set; }

    /// <summary>Whether anything in its member finishes it.</summary>
    public bool IsFinishedSomewhere => _steps.ContainsValue(Step.Finishes);

    /// <summary>Whether beginning it is writing already.</summary>
    public virtual bool IsWriteItself => false;

    /// <summary>Whether nothing can be lost through it after it was finished.</summary>
    public virtual bool IsOverOnceFinished => true;

    /// <summary>Whether it is closed when control leaves it, so that only what was taken before is missing something.</summary>
    public virtual bool IsClosedAtTheEnd => false;

    /// <summary>What would finish it, by the name the user calls it.</summary>
    public abstract string Ending { get; }

    protected PipelineProject Project { get; }

    protected CancellationToken Cancellation { get; }

    public Step StepOf(IOperation operation) =>
        operation is IInvocationOperation or IObjectCreationOperation or IFlowAnonymousFunctionOperation or ISimpleAssignmentOperation && _steps.TryGetValue(operation.Syntax, out var step) ? step : Step.None;

    /// <summary>Whether a condition asks how work went that may be given up; what is only kept back is sent all the same.</summary>
    public bool Decides(IOperation condition) => IsOverOnceFinished && Decision.Is(condition, this);

    /// <summary>The branch that is taken when there is no work, which then need not be finished.</summary>
    public ControlFlowBranch? WhenMissing(BasicBlock block) => Variable is null ? null : NullTest.WhenNull(block, Variable);

    /// <summary>What a call on the object itself does.</summary>
    protected abstract Step Own(IInvocationOperation call);

    /// <summary>What any other operation does; it may have been given the object.</summary>
    protected abstract Step Other(IOperation operation, bool isGivenIt);

    protected virtual Step WhenHandedOn => Step.Writes;

    /// <summary>What a method of the project does with the object it is given; null where that cannot be seen.</summary>
    protected virtual Step? Handed(IMethodSymbol method, IArgumentOperation argument) => HandedWork.StepOf(method, argument, this, Project.Compilation, Cancellation);

    /// <summary>Reads the whole member once.</summary>
    protected void Read()
    {
        var operations = Origin.Root().Descendants().Where(one => one != Origin).ToList();
        foreach (var operation in operations)
        {
            Note(operation, StepIn(operation));
            if (IsVariable(operation) && Handing.LetsGo(operation))
                Escapes = true;
        }

        // A local function does what it does where it is called, or handed on.
        foreach (var operation in operations)
        {
            var called = operation switch { IInvocationOperation call => call.TargetMethod, IMethodReferenceOperation reference => reference.Method, _ => null };
            if (called?.MethodKind == MethodKind.LocalFunction && _functions.TryGetValue(called.OriginalDefinition, out var step))
                Note(operation is IInvocationOperation ? operation : EnclosingCall(operation), step);
        }
    }

    /// <summary>What a call on the object does in another body.</summary>
    internal Step StepOfCall(IInvocationOperation onObject) => Own(onObject);

    /// <summary>What a method that is given the object does with it, unless it is seen to do more.</summary>
    internal Step HandedOn => WhenHandedOn;

    internal bool IsVariable(IOperation operation) => Variable is not null && ValueUses.VariableOf(operation) is { } one && SymbolEqualityComparer.Default.Equals(one, Variable);

    internal bool HasWrites(IOperation within) => within.DescendantsAndSelf().Any(one => _steps.TryGetValue(one.Syntax, out var step) && step is Step.Writes or Step.MayWrite);

    private Step StepIn(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: var target } assignment when IsVariable(target) && assignment.Value.Unwrapped() is not (ILiteralOperation or IDefaultValueOperation):
                return Step.Ends;
            case IInvocationOperation call when Receiver.Of(call) is { } receiver && IsVariable(receiver):
                return Own(call);
            case IInvocationOperation or IObjectCreationOperation:
                var (arguments, method) = operation is IInvocationOperation invocation ? (invocation.Arguments, invocation.TargetMethod) : (((IObjectCreationOperation)operation).Arguments, ((IObjectCreationOperation)operation).Constructor);
                if (arguments.FirstOrDefault(argument => IsVariable(argument.Value.Unwrapped())) is not { } given || method is null)
                    return Other(operation, isGivenIt: false);

                if (method.DeclaringSyntaxReferences.Length == 0 && (method.ReducedFrom ?? method).DeclaringSyntaxReferences.Length == 0)
                    return Other(operation, isGivenIt: true);

                if (Handed(method, given) is { } step)
                    return step;

                Escapes = true;
                return Step.None;
            default:
                return Step.None;
        }
    }

    private void Note(IOperation at, Step step)
    {
        if (step == Step.None)
            return;

        Keep(_steps, at.Syntax, step);
        for (var around = at.Parent; around is not null; around = around.Parent)
        {
            if (around is ILocalFunctionOperation { Symbol: var local })
                Keep(_functions, local, step);
            else if (around is IAnonymousFunctionOperation)
                Keep(_steps, around.Syntax, step);
        }
    }

    private static void Keep<TKey>(Dictionary<TKey, Step> steps, TKey key, Step step)
        where TKey : notnull
    {
        if (!steps.TryGetValue(key, out var known) || known < step)
            steps[key] = step;
    }

    private static IOperation EnclosingCall(IOperation operation)
    {
        var around = operation;
        while (around.Parent is not null and not IBlockOperation && around is not (IInvocationOperation or IObjectCreationOperation or ISimpleAssignmentOperation))
            around = around.Parent;

        return around;
    }
}
