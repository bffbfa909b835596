using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Completion;

/// <summary>A writer that keeps what it was given, and has its last part only when it is flushed or closed.</summary>
internal sealed class BufferedWork : UnfinishedWork
{
    private static readonly string[] Ends = ["Flush", "Close", "Dispose", "Finish", "Complete", "End"];
    private static readonly string[] Writes = ["Write", "Append", "Add", "Create", "Next", "Put", "Start"];

    private static readonly string[] Reads = ["Read", "Load", "Deserialize", "Parse"];

    private static readonly HashSet<string> Takes = new(StringComparer.Ordinal) { "ToArray", "GetBuffer", "TryGetBuffer", "WriteTo", "CopyTo", "CopyToAsync" };

    /// <summary>What it writes to, where a <c>using</c> closes it only after that may have been read.</summary>
    private readonly ILocalSymbol? _memory;

    private BufferedWork(IOperation origin, ISymbol? variable, PipelineProject project, CancellationToken cancellation, ILocalSymbol? memory = null)
        : base(origin, variable, project, cancellation)
    {
        _memory = memory;
        Read();
    }

    public override bool IsClosedAtTheEnd => _memory is not null;

    public override bool IsOverOnceFinished => false;

    public override bool IsWriteItself => Variable is null;

    public override string Ending => _memory is null ? "Dispose" : "Flush";

    public static BufferedWork? Of(IOperation origin, PipelineProject project, CancellationToken cancellation)
    {
        var method = origin is IObjectCreationOperation made ? made.Constructor : ((IInvocationOperation)origin).TargetMethod;
        if ((project.DataApis.DeliveryOf(method) & DeliveryTrait.Buffers) == 0 || FlushesByItself(origin) || Reading(origin))
            return null;

        // Written to and let go in one breath.
        if (ValueUses.Whole(origin) is { Parent: IInvocationOperation { TargetMethod.Name: var name } call } whole && call.Instance == whole && IsIn(Writes, name))
            return new(origin, null, project, cancellation);

        if (WorkPlace.Of(origin) is not { Variable: { } variable } place || IsUsedLater(variable, origin))
            return null;

        var memory = place.IsUsing ? MemoryUnder(origin, 0) : null;
        return place.IsUsing && memory is null ? null : new(origin, variable, project, cancellation, memory);
    }

    protected override Step Own(IInvocationOperation call) =>
        IsIn(Ends, call.TargetMethod.Name) ? Step.Finishes : IsIn(Writes, call.TargetMethod.Name) ? Step.Writes : Step.None;

    protected override Step Other(IOperation operation, bool isGivenIt) => _memory is not null && TakesFrom(_memory, operation) ? Step.Ends : isGivenIt && !(operation is IInvocationOperation call && IsIn(Reads, call.TargetMethod.Name)) ? Step.Writes : Step.None;

    /// <summary>Whether what is in memory is taken while the writer is open.</summary>
    private bool TakesFrom(ILocalSymbol memory, IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.Name: var name, Instance: { } on } && Takes.Contains(name) && ValueUses.VariableOf(on) is { } taken && SymbolEqualityComparer.Default.Equals(taken, memory)
        && (Origin.Syntax.FirstAncestorOrSelf<StatementSyntax>() is UsingStatementSyntax held ? (SyntaxNode)held : Origin.Syntax.FirstAncestorOrSelf<BlockSyntax>())?.Span.Contains(operation.Syntax.Span) == true;

    /// <summary>The memory that a writer writes to, perhaps through other writers.</summary>
    private static ILocalSymbol? MemoryUnder(IOperation origin, int depth)
    {
        if (depth > 3 || origin is not IObjectCreationOperation { Arguments: { Length: > 0 } arguments } || arguments[0].Value.Unwrapped() is not ILocalReferenceOperation { Local: var local } reference)
            return null;

        return local.Type.Name == nameof(MemoryStream) ? local : ValueOrigin.AssignedOnce(local, reference)?.Unwrapped() is { } inner ? MemoryUnder(inner, depth + 1) : null;
    }

    private static bool IsIn(string[] beginnings, string name) => Array.Exists(beginnings, beginning => name.StartsWith(beginning, StringComparison.Ordinal));

    private static bool FlushesByItself(IOperation origin) => origin is IObjectCreationOperation { Initializer: { } initialiser } && initialiser.Syntax.ToString().Contains("AutoFlush");

    /// <summary>The same streams are read through to decompress and decrypt.</summary>
    private static bool Reading(IOperation origin) => origin is IObjectCreationOperation { Arguments: var arguments }
        && arguments.Any(static argument => argument.Value.Unwrapped() is IFieldReferenceOperation { Field: { Name: "Decompress" or "Read", ContainingType.TypeKind: TypeKind.Enum } });

    /// <summary>Whether another takes over to close it, or it is told to flush by itself.</summary>
    private static bool IsUsedLater(ILocalSymbol variable, IOperation origin) => origin.Root().Descendants().Any(one =>
        one is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, variable) && IsTakenOver(ValueUses.Whole(one)));

    private static bool IsTakenOver(IOperation mention) => mention.Parent switch
    {
        IUsingOperation or IPropertyReferenceOperation { Property.Name: "AutoFlush" } => true,
        IArgumentOperation { Parent: IObjectCreationOperation } => true,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } } => true,
        _ => WorkPlace.Of(mention) is { IsUsing: true },
    };
}
