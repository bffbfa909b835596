using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>"May it be done twice?": what is retried, and what works on records that come again unless their broker is told.</summary>
internal sealed class RepeatQuestion(PipelineProject project, RetryQuestion retried) : ProtectionQuestion
{
    public override bool Protects(IOperation around, IOperation inside, IOperation operation) =>
        retried.Protects(around, inside, operation) || (around is ILoopOperation or IAnonymousFunctionOperation && Acknowledges(around));

    public override bool Protects(IMethodSymbol method, IOperation body) =>
        retried.Protects(method, body) || Acknowledges(body)
        || method.ContainingType?.AllInterfaces.Any(one => one.OriginalDefinition.HasMetadataName("MassTransit.IConsumer`1")) == true && method.Name == "Consume";

    private bool Acknowledges(IOperation body) => body.Descendants().OfType<IInvocationOperation>().Any(call => (project.TraitsOf(call.TargetMethod) & ApiTrait.Settle) != 0);
}
