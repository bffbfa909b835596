using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Whether an operation is retried, audited or otherwise taken care of by what stands around it: one walk up through calls,
/// lambdas, local functions, loops and tries to the method, then to its callers in source, all of which must protect it.
/// A method nobody in source calls is judged by its own body. Bounded in depth and number; cycles end.
/// </summary>
internal sealed class Protection
{
    private const int Deepest = 4;
    private const int MostBodies = 200;

    private readonly PipelineProject _project;
    private readonly ProtectionQuestion _question;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<ISymbol> _onTheWay = new(SymbolEqualityComparer.Default);
    private int _bodies;

    private Protection(PipelineProject project, ProtectionQuestion question, CancellationToken cancellation)
    {
        _project = project;
        _question = question;
        _cancellation = cancellation;
    }

    public static bool Holds(IOperation operation, PipelineProject project, ProtectionQuestion question, CancellationToken cancellation) =>
        new Protection(project, question, cancellation).Walk(operation, depth: 0) == true;

    /// <summary>True or false; null on a way that leads back to where it came from and so says nothing.</summary>
    private bool? Walk(IOperation operation, int depth)
    {
        _cancellation.ThrowIfCancellationRequested();
        var inside = operation;
        for (var around = operation.Parent; around is not null; around = around.Parent)
        {
            if (_question.Protects(around, inside, operation))
                return true;

            if (_question.Ends(around))
                return false;

            if (around is ILocalFunctionOperation function)
                return Function(function, depth);

            if (around is IAnonymousFunctionOperation lambda && KeptIn(lambda) is { } local && Every(UsesOf(local, lambda), depth) is { } verdict)
                return verdict;

            inside = around;
        }

        return MemberOf(operation) is { } method && Method(method, inside, depth) is var answer ? answer : false;
    }

    private bool? Function(ILocalFunctionOperation function, int depth)
    {
        if (function.Body is { } body && _question.Protects(function.Symbol, body))
            return true;

        if (!_onTheWay.Add(function.Symbol))
            return null;

        var verdict = Every(UsesOf(function), depth);
        _onTheWay.Remove(function.Symbol);
        return verdict ?? Walk(function, depth);
    }

    private bool? Method(IMethodSymbol method, IOperation body, int depth)
    {
        if (_question.Protects(method, body))
            return true;

        if (depth >= Deepest || ++_bodies > MostBodies)
            return false;

        if (!_onTheWay.Add(method.OriginalDefinition))
            return null;

        var verdict = Callers.OneByOne(method, _project.Compilation, _cancellation) is { } callers && Every(callers, depth + 1) == true;
        _onTheWay.Remove(method.OriginalDefinition);
        return verdict;
    }

    /// <summary>Whether all of these hold; null when there is none that says anything.</summary>
    private bool? Every(IEnumerable<IOperation> operations, int depth)
    {
        bool? verdict = null;
        foreach (var operation in operations)
        {
            if (Walk(operation, depth) is not { } one)
                continue;

            if (!one)
                return false;

            verdict = true;
        }

        return verdict;
    }

    private static IEnumerable<IOperation> UsesOf(ILocalFunctionOperation function) =>
        from use in function.Root().Descendants()
        where (use is IInvocationOperation call && Same(call.TargetMethod, function.Symbol)) || (use is IMethodReferenceOperation reference && Same(reference.Method, function.Symbol))
        select use;

    private static IEnumerable<IOperation> UsesOf(ILocalSymbol local, IOperation lambda) =>
        from use in lambda.Root().Descendants().OfType<ILocalReferenceOperation>()
        where Same(use.Local, local) && use.Parent is not ISimpleAssignmentOperation && !use.Syntax.IsInside(lambda.Syntax)
        select use;

    /// <summary>The local that a lambda is kept in before it is run or handed on.</summary>
    private static ILocalSymbol? KeptIn(IAnonymousFunctionOperation lambda)
    {
        var holder = lambda.Parent;
        while (holder is IDelegateCreationOperation or IConversionOperation or IVariableInitializerOperation)
            holder = holder.Parent;

        return holder switch
        {
            IVariableDeclaratorOperation declarator => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } => target.Local,
            _ => null,
        };
    }

    /// <summary>The method of a type, or the top-level statements, an operation is part of.</summary>
    private static IMethodSymbol? MemberOf(IOperation operation)
    {
        var symbol = operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
            symbol = symbol.ContainingSymbol;

        return symbol as IMethodSymbol;
    }

    private static bool Same(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left.OriginalDefinition, right.OriginalDefinition);
}
