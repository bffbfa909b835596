using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Completion;

/// <summary>The object a call is made on, also behind <c>?.</c>.</summary>
internal static class Receiver
{
    public static IOperation? Of(IInvocationOperation call) => Behind(call.Instance);

    public static IOperation? Behind(IOperation? instance)
    {
        var receiver = instance?.Unwrapped();
        if (receiver is not IConditionalAccessInstanceOperation)
            return receiver;

        for (IOperation? inner = receiver, around = receiver.Parent; around is not null; inner = around, around = around.Parent)
        {
            if (around is IConditionalAccessOperation access && access.WhenNotNull == inner)
                return access.Operation.Unwrapped();
        }

        return receiver;
    }
}
