using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Completion;

/// <summary>A consumer or channel made here, and whether it is closed or sent through.</summary>
internal sealed class ConsumerWork : UnfinishedWork
{
    private readonly bool _isUsing;

    private ConsumerWork(IOperation origin, ISymbol variable, bool isUsing, PipelineProject project, CancellationToken cancellation)
        : base(origin, variable, project, cancellation)
    {
        _isUsing = isUsing;
        Read();
    }

    public override string Ending => "Close";

    public static ConsumerWork? Of(IInvocationOperation origin, DeliveryTrait making, PipelineProject project, CancellationToken cancellation) =>
        ((project.DataApis.DeliveryOf(origin.TargetMethod) & making) != 0 || (making == DeliveryTrait.JoinsGroup && IsMadeBy(origin.TargetMethod, project))) && WorkPlace.Of(origin) is { Variable: { } variable } place ? new(origin, variable, place.IsUsing, project, cancellation) : null;

    /// <summary>Whether a method of the project builds the consumer that it returns.</summary>
    public static bool IsMadeBy(IMethodSymbol method, PipelineProject project) =>
        method is { DeclaringSyntaxReferences.IsEmpty: false, MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction, ReturnType: INamedTypeSymbol made } && project.DataApis.HasMemberWith(DeliveryTrait.LeavesGroup, made)
        && method.DeclaringSyntaxReferences.Any(at => at.GetSyntax().DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Build" }));

    /// <summary>Whether it is let go here: by a <c>using</c>, also a later one, or by name.</summary>
    public bool IsDisposed => _isUsing || CallsOn("Dispose").Any() || Origin.Root().Descendants().Any(one => IsVariable(one) && (one.Parent is IUsingOperation || WorkPlace.Of(one) is { IsUsing: true }));

    public bool IsRead => CallsOn("Consume").Any() || CallsOn("Subscribe").Any() || CallsOn("Assign").Any();

    public IEnumerable<IInvocationOperation> CallsOn(string name) => Origin.Root().Descendants().OfType<IInvocationOperation>().Where(call =>
        call.TargetMethod.Name.StartsWith(name, StringComparison.Ordinal)
        && (Receiver.Of(call) is { } receiver ? IsVariable(receiver) : call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 && IsVariable(call.Arguments[0].Value.Unwrapped())));

    protected override Step Own(IInvocationOperation call) => call.TargetMethod.Name.StartsWith("Close", StringComparison.Ordinal) ? Step.Finishes : Step.None;

    protected override Step Other(IOperation operation, bool isGivenIt) => Step.None;
}
