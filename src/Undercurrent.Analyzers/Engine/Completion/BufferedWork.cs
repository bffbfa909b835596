using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Completion;

/// <summary>A writer that keeps what it was given, and has its last part only when it is flushed or closed.</summary>
internal sealed class BufferedWork : UnfinishedWork
{
    private static readonly string[] Ends = ["Flush", "Close", "Dispose", "Finish", "Complete", "End"];
    private static readonly string[] Writes = ["Write", "Append", "Add", "Create", "Next", "Put", "Start"];

    private static readonly string[] Reads = ["Read", "Load", "Deserialize", "Parse"];

    private BufferedWork(IOperation origin, ISymbol? variable, PipelineProject project, CancellationToken cancellation)
        : base(origin, variable, project, cancellation)
    {
        Read();
    }

    public override bool IsOverOnceFinished => false;

    public override bool IsWriteItself => Variable is null;

    public override string Ending => "Dispose";

    public static BufferedWork? Of(IOperation origin, PipelineProject project, CancellationToken cancellation)
    {
        var method = origin is IObjectCreationOperation made ? made.Constructor : ((IInvocationOperation)origin).TargetMethod;
        if ((project.DataApis.DeliveryOf(method) & DeliveryTrait.Buffers) == 0 || FlushesByItself(origin) || Reading(origin))
            return null;

        // Written to and let go in one breath.
        if (ValueUses.Whole(origin) is { Parent: IInvocationOperation { TargetMethod.Name: var name } call } whole && call.Instance == whole && IsIn(Writes, name))
            return new(origin, null, project, cancellation);

        return WorkPlace.Of(origin) is { IsUsing: false, Variable: { } variable } && !IsUsedLater(variable, origin) ? new(origin, variable, project, cancellation) : null;
    }

    protected override Step Own(IInvocationOperation call) =>
        IsIn(Ends, call.TargetMethod.Name) ? Step.Finishes : IsIn(Writes, call.TargetMethod.Name) ? Step.Writes : Step.None;

    protected override Step Other(IOperation operation, bool isGivenIt) => isGivenIt && !(operation is IInvocationOperation call && IsIn(Reads, call.TargetMethod.Name)) ? Step.Writes : Step.None;

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
