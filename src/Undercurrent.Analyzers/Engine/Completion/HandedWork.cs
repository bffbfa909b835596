using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Completion;

/// <summary>What a method of the project does with unfinished work it is given.</summary>
internal static class HandedWork
{
    private const int Deepest = 3;

    public static Step? StepOf(IMethodSymbol method, IArgumentOperation argument, UnfinishedWork work, Compilation compilation, CancellationToken cancellation, int depth = 0)
    {
        // By an interface or an object of its own anything may come of it.
        if (depth >= Deepest || argument.Parameter is not { } given || method.MethodKind == MethodKind.Constructor || SourceModels.BodyOf(method, compilation, cancellation) is not { } body)
            return null;

        var parameter = (method.ReducedFrom ?? method).OriginalDefinition.Parameters[given.Ordinal + (method.ReducedFrom is null ? 0 : 1)];
        foreach (var mention in body.DescendantsAndSelf().OfType<IParameterReferenceOperation>().Where(one => SymbolEqualityComparer.Default.Equals(one.Parameter, parameter)))
        {
            if (Handing.LetsGo(mention))
                return null;

            var value = ValueUses.Whole(mention);
            if (value.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.Length: > 0 } next } } handed)
            {
                var further = StepOf(next, handed, work, compilation, cancellation, depth + 1);
                if (further is null or Step.Finishes)
                    return further;
            }
            else if (value.Parent is IArgumentOperation { Parent: IObjectCreationOperation { Constructor.DeclaringSyntaxReferences.Length: > 0 } })
            {
                return null;
            }
        }

        var step = work.HandedOn;
        foreach (var call in body.DescendantsAndSelf().OfType<IInvocationOperation>())
        {
            if (Receiver.Of(call) is IParameterReferenceOperation { Parameter: var receiver } && SymbolEqualityComparer.Default.Equals(receiver, parameter) && work.StepOfCall(call) is var own && own > step)
                step = own;
        }

        return step;
    }
}
