using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Settlements;

/// <summary>
/// What is work and what is not: work may fail, and where it fails for a record that will not come again, the record is lost. To
/// store or send it or what came of it is work, and so is to hand it to a method that may; to look at it, log it or translate it is not.
/// </summary>
internal sealed class RecordWork(BrokerCalls calls)
{
    private const int Deepest = 3;

    private const ApiTrait Harmless = ApiTrait.Settle | ApiTrait.Nack | ApiTrait.Log | ApiTrait.Scope | ApiTrait.Telemetry | ApiTrait.Sanitise | ApiTrait.Parse;

    private readonly HashSet<ISymbol> _onTheWay = new(SymbolEqualityComparer.Default);

    /// <summary>Whether an operation is work on the records of a trail.</summary>
    public bool IsOn(IOperation operation, RecordTrail trail) => operation switch
    {
        IInvocationOperation call => Finishes(call) || ((trail.Touches(call) || trail.IsReachedBy(call.TargetMethod)) && MayFail(call) && !calls.Settles(call)),
        IAwaitOperation { Operation: var awaited } => ValueUses.IsTask(awaited.Type) && ValueUses.VariableOf(ValueUses.Awaited(awaited)) is not null && trail.Touches(awaited),
        IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } given } => trail.Touches(given),
        _ => false,
    };

    /// <summary>Whether work is begun and left to itself.</summary>
    public static bool IsLeftAlone(IOperation operation)
    {
        if (operation is not IInvocationOperation call)
            return false;

        if (call.TargetMethod is { ReturnsVoid: true, IsAsync: true } or { Name: "QueueUserWorkItem" or "UnsafeQueueUserWorkItem", ContainingType.Name: "ThreadPool" })
            return true;

        var whole = (IOperation)call;
        while (whole.Parent is IConversionOperation or IParenthesizedOperation)
            whole = whole.Parent;

        return ValueUses.IsTask(call.Type) && whole.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };
    }

    /// <summary>Whether a call may fail, whichever record it is about.</summary>
    public bool MayFail(IInvocationOperation call, int depth = 0)
    {
        var method = call.TargetMethod;
        var traits = calls.Project.TraitsOf(method);
        if ((traits & Harmless) != 0 || calls.HandsOver(call) || method.ContainingType is { Name: "IAdminClient", ContainingNamespace.Name: "Kafka" })
            return false;

        if ((traits & (ApiTrait.Store | ApiTrait.Update | ApiTrait.Erase)) != 0 || (traits & (ApiTrait.Ingest | ApiTrait.Local)) == ApiTrait.Ingest)
            return true;

        var awaited = ValueUses.IsTask(call.Type) || call.Parent is IAwaitOperation;
        if (HarmlessNames.Method(method.Name, awaited) || HarmlessNames.Type(method.ContainingType.Name) || (NameOf(call.Instance) is { } receiver && HarmlessNames.Type(receiver)))
            return depth > 0 && IsStandIn(method);

        if (method.MethodKind == MethodKind.DelegateInvoke)
            return awaited || method.ReturnsVoid;

        if (!(method.ReducedFrom ?? method).OriginalDefinition.DeclaringSyntaxReferences.IsEmpty)
            return SourceMayFail(method, depth);

        if (LambdasMayFail(call, depth) is { } lambdas)
            return lambdas;

        return method.RootNamespace() == "System" ? FrameworkMayFail(call) : !BrokerCalls.IsClient(method.ContainingType) && (awaited || method.ReturnsVoid || HarmlessNames.IsDeed(method.Name));
    }

    /// <summary>What was gathered before is written only now.</summary>
    private bool Finishes(IInvocationOperation call) =>
        call.TargetMethod is { Name: "SaveChanges" or "SaveChangesAsync" or "Commit" or "CommitAsync" or "CommitTransaction" or "CommitTransactionAsync" or "Flush" or "FlushAsync" } method
        && method.Parameters.All(parameter => parameter.Type.Name is "CancellationToken" or "TimeSpan" or "Boolean")
        && !calls.Tells(method) && !HarmlessNames.Type(method.ContainingType.Name) && method.ContainingType.Name is not "MemoryStream" && !calls.Settles(call);

    private bool SourceMayFail(IMethodSymbol method, int depth)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (depth >= Deepest || !_onTheWay.Add(definition))
            return IsDoing(method);

        var bodies = Implementations.Of(definition, calls.Project.Compilation, calls.Cancellation);
        var fails = bodies.Count == 0 ? IsDoing(method) : bodies.Any(one => BodyMayFail(one, depth + 1));
        _onTheWay.Remove(definition);
        return fails;
    }

    private bool BodyMayFail(IMethodSymbol method, int depth)
    {
        if (SourceModels.BodyOf(method, calls.Project.Compilation, calls.Cancellation) is not { } body)
            return IsDoing(method);

        var inside = body.Descendants().OfType<IInvocationOperation>().ToList();
        if (inside.Exists(call => MayFail(call, depth)))
            return true;

        // A body yet to be written, or one that stands in for another, says no more than its name.
        var isEmpty = inside.TrueForAll(call => call.TargetMethod.ContainingType.Name is "Task" or "ValueTask")
            && !body.Descendants().Any(one => one is ISimpleAssignmentOperation or ICompoundAssignmentOperation or IIncrementOrDecrementOperation or ILoopOperation or IConditionalOperation);
        return isEmpty && IsDoing(method);
    }

    private static bool IsDoing(IMethodSymbol method) => method.ReturnsVoid || ValueUses.IsTask(method.ReturnType) || HarmlessNames.IsDeed(method.Name);

    /// <summary>What the functions do that a call is given; null where it is given none.</summary>
    private bool? LambdasMayFail(IInvocationOperation call, int depth)
    {
        bool? fails = null;
        foreach (var argument in call.Arguments)
        {
            var given = argument.Value.Unwrapped();
            if (ShortBody.Lambda(given) is { } lambda)
                fails = fails == true || lambda.Body.Descendants().OfType<IInvocationOperation>().Any(inside => MayFail(inside, depth) && !calls.Settles(inside));
            else if (given is IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } })
                fails = fails == true || (!HarmlessNames.Method(method.Name, ValueUses.IsTask(method.ReturnType)) && !method.DeclaringSyntaxReferences.IsEmpty && SourceMayFail(method, depth));
        }

        return fails;
    }

    private static bool FrameworkMayFail(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "WhenAll" or "WaitAll" or "WhenAny" or "Wait" or "GetResult", ContainingType.Name: "Task" or "TaskAwaiter" } => call.Descendants().Any(one => ValueUses.VariableOf(one) is not null),
        { Name: "WriteAsync" or "TryWrite", ContainingType.Name: "ChannelWriter" } or { Name: "Add" or "TryAdd", ContainingType.Name: "BlockingCollection" } => true,
        { ContainingType.Name: "MemoryStream" } => false,
        { ContainingType.Name: "Stream" or "FileStream" or "NetworkStream" or "StreamWriter" or "TextWriter", Name: var name } => name.StartsWith("Write", StringComparison.Ordinal) && call.Instance?.Type?.Name is not ("MemoryStream" or "StringWriter"),
        { ContainingType.Name: "SmtpClient" or "HttpClient", Name: var name } => name.StartsWith("Send", StringComparison.Ordinal) || ValueUses.IsTask(call.Type),
        { ContainingNamespace: var space } => space.ToDisplayString() is "System.Net.Http" or "System.Net.Http.Json" or "System.Net.Sockets" or "System.Data" or "System.Data.Common" && ValueUses.IsTask(call.Type),
    };

    /// <summary>In a sketch, waiting stands for working.</summary>
    private static bool IsStandIn(IMethodSymbol method) => method is { Name: "Delay", ContainingType.Name: "Task" } or { Name: "Sleep", ContainingType.Name: "Thread" };

    private static string? NameOf(IOperation? receiver) => RecordTrail.VariableOf(receiver)?.Name ?? (receiver as IMemberReferenceOperation)?.Member.Name;
}
