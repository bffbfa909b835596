using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Completion;

/// <summary>A transaction, scope or import held by an object that undoes it when it goes uncommitted.</summary>
internal sealed class TransactionWork : UnfinishedWork
{
    private static readonly string[] Openings = ["Begin", "Create", "Start", "Open", "New"];
    private static readonly string[] Ends = ["Commit", "Complete", "Rollback", "RollBack", "Abort"];

    private TransactionWork(IOperation origin, ISymbol? variable, PipelineProject project, CancellationToken cancellation)
        : base(origin, variable, project, cancellation)
    {
        Read();
    }

    public override string Ending => FinishingMethods.NameOf(ValueUses.ResultOf(Origin.Type) as INamedTypeSymbol, DeliveryTrait.Completes, Origin, Project.DataApis) ?? "Commit";

    public static TransactionWork? Of(IOperation origin, PipelineProject project, CancellationToken cancellation)
    {
        if (origin is IInvocationOperation { TargetMethod.Name: var name } && !Array.Exists(Openings, opening => name.StartsWith(opening, StringComparison.Ordinal)))
            return null;

        // Where transactions are held off there is none to complete.
        if (origin is IObjectCreationOperation made && made.Arguments.Any(static argument => argument.Value.Unwrapped() is IFieldReferenceOperation { Field: { Name: "Suppress", ContainingType.Name: "TransactionScopeOption" } }))
            return null;

        return ValueUses.ResultOf(origin.Type) is INamedTypeSymbol { TypeKind: not TypeKind.Delegate } type && project.DataApis.HasMemberWith(DeliveryTrait.Completes, type) && WorkPlace.Of(origin) is { } place
            ? new(origin, place.Variable, project, cancellation)
            : null;
    }

    protected override Step Own(IInvocationOperation call)
    {
        var (name, delivery) = (call.TargetMethod.Name, Project.DataApis.DeliveryOf(call.TargetMethod));
        if ((delivery & (DeliveryTrait.Completes | DeliveryTrait.Abandons)) != 0 || Array.Exists(Ends, end => name.StartsWith(end, StringComparison.Ordinal)))
            return Step.Finishes;

        return name.StartsWith("Write", StringComparison.Ordinal) || name.StartsWith("StartRow", StringComparison.Ordinal) ? Step.Writes : Writing.Of(call, Project);
    }

    protected override Step Other(IOperation operation, bool isGivenIt)
    {
        if (operation is not IInvocationOperation call)
            return Step.None;

        return (Project.DataApis.DeliveryOf(call.TargetMethod) & (DeliveryTrait.CompletesBegun | DeliveryTrait.Abandons)) != 0 ? Step.Finishes : Writing.Of(call, Project);
    }
}
