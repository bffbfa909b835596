using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Completion;

/// <summary>What is begun on a session, producer or file and has to be finished on the same.</summary>
internal sealed class BegunWork : UnfinishedWork
{
    private readonly bool _isWrite;

    private BegunWork(IInvocationOperation origin, ISymbol? variable, bool isWrite, PipelineProject project, CancellationToken cancellation)
        : base(origin, variable, project, cancellation)
    {
        _isWrite = isWrite;
        Read();
    }

    public override bool IsWriteItself => _isWrite;

    public override string Ending => FinishingMethods.NameOf(Receiver.Of((IInvocationOperation)Origin)?.Type as INamedTypeSymbol, DeliveryTrait.CompletesBegun, Origin, Project.DataApis) ?? "Commit";

    public static BegunWork? Of(IOperation origin, PipelineProject project, CancellationToken cancellation)
    {
        if (origin is not IInvocationOperation call || (project.DataApis.DeliveryOf(call.TargetMethod) & DeliveryTrait.Begins) == 0 || FinishesAtOnce(call) || Receiver.Of(call) is not { } receiver)
            return null;

        // What one method of a type begins another may finish.
        if (IsFinishedElsewhere(call, project))
            return null;

        var isWrite = (project.TraitsOf(call.TargetMethod) & ApiTrait.Store) != 0;
        return isWrite && IsRepeated(call, receiver) ? null : new(call, receiver is ILocalReferenceOperation { Local: var local } ? local : null, isWrite, project, cancellation);
    }

    protected override Step Own(IInvocationOperation call) => Other(call, isGivenIt: true);

    protected override Step Other(IOperation operation, bool isGivenIt)
    {
        if (operation is not IInvocationOperation call)
            return Step.None;

        return (Project.DataApis.DeliveryOf(call.TargetMethod) & (DeliveryTrait.CompletesBegun | DeliveryTrait.Abandons)) != 0 ? Step.Finishes : Writing.Of(call, Project);
    }

    /// <summary>Azure's appends can flush by themselves.</summary>
    private static bool FinishesAtOnce(IInvocationOperation call) => call.Syntax.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText is "flush" or "Flush");

    /// <summary>An earlier write through the same receiver speaks for this one.</summary>
    private static bool IsRepeated(IInvocationOperation call, IOperation receiver) => call.Root().Descendants().OfType<IInvocationOperation>().TakeWhile(one => one != call)
        .Any(one => SymbolEqualityComparer.Default.Equals(one.TargetMethod, call.TargetMethod) && Receiver.Of(one)?.Syntax.ToString() == receiver.Syntax.ToString());

    private static bool IsFinishedElsewhere(IInvocationOperation call, PipelineProject project)
    {
        var member = call.Root().Syntax;
        return member.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && type.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(other =>
            !member.FullSpan.Contains(other.Span)
            && other.Expression switch { MemberAccessExpressionSyntax access => access.Name, MemberBindingExpressionSyntax binding => binding.Name, _ => null } is { Identifier.ValueText: var name }
            && Receiver.Of(call)?.Type is INamedTypeSymbol owner && FinishingMethods.MethodsOf(owner, DeliveryTrait.CompletesBegun | DeliveryTrait.Abandons, project.DataApis).Any(method => method.Name == name));
    }
}
