using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>What a call reaches out with: a client that tries again by itself, one that does not, or none at all.</summary>
internal enum Reached
{
    /// <summary>Nothing outside, as far as is seen.</summary>
    Nothing,

    /// <summary>Something whose client tries again.</summary>
    Retried,

    /// <summary>Something else.</summary>
    Plain,
}

/// <summary>Whether the clients that a piece of code calls try again by themselves: by what they are, or by how the project sets them up.</summary>
internal sealed class SelfRetrying(PipelineProject project, CancellationToken cancellation)
{
    private const ApiTrait Outside = ApiTrait.Ingest | ApiTrait.Connect | ApiTrait.Store | ApiTrait.Update | ApiTrait.Erase;

    private const int Deepest = 2;

    private readonly SwitchedOff _off = SwitchedOff.In(project.Compilation, cancellation);

    /// <summary>The calls in a body by whose clients all it does outside is tried again already; none where there is another, or nothing is done outside.</summary>
    public IReadOnlyList<IInvocationOperation> AllIn(IOperation body)
    {
        var found = new List<IInvocationOperation>();
        return All(body, found, 0) ? found : [];
    }

    private bool All(IOperation body, List<IInvocationOperation> found, int depth)
    {
        foreach (var call in body.DescendantsAndSelf().OfType<IInvocationOperation>())
        {
            var reached = Of(call);
            if (reached == Reached.Plain)
                return false;

            if (reached == Reached.Retried)
                found.Add(call);
            else if (depth < Deepest && call.TargetMethod.ContainingType?.DeclaringSyntaxReferences.Length > 0)
            {
                foreach (var method in Implementations.Of(call.TargetMethod, project.Compilation, cancellation))
                {
                    if (SourceModels.BodyOf(method, project.Compilation, cancellation) is { } inner && !All(inner, found, depth + 1))
                        return false;
                }
            }
        }

        return true;
    }

    public Reached Of(IInvocationOperation call)
    {
        var traits = project.TraitsOf(call.TargetMethod);
        if ((traits & ApiTrait.Local) != 0)
            return Reached.Nothing;

        if ((traits & ApiTrait.SelfRetrying) != 0)
        {
            // A first connection is often made before the other side is there, for longer than any client tries.
            return (traits & ApiTrait.Connect) != 0 || _off.Holds(call.TargetMethod) ? Reached.Plain : Reached.Retried;
        }

        if ((traits & Outside) == 0)
            return Reached.Nothing;

        var receiver = ExternalRead.Receiver(call);
        if (call.TargetMethod.ContainingNamespace.Name == "EntityFrameworkCore")
            return receiver is not null && new DbContexts(project, cancellation).Retry(DbContexts.RootOf(receiver)) ? Reached.Retried : Reached.Plain;

        return receiver?.Type?.Name is "HttpClient" && new HttpClients(project, cancellation).Retries(receiver) ? Reached.Retried : Reached.Plain;
    }
}
