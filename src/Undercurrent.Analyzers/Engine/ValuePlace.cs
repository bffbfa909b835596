using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Where a walk to a value's origin is: in which call, through which written operation it left the text it began in, and whether that is put together there.</summary>
internal readonly record struct ValuePlace(CallFrame? Frame, IOperation? Written, bool Joined = false)
{
    public ValuePlace AsPart => this with { Joined = true };

    public ValuePlace Through(IOperation written) => Written is null ? this with { Written = written } : this;

    public ValuePlace In(CallFrame? frame) => this with { Frame = frame };
}

/// <summary>A body that was entered, and what its parameters were given.</summary>
internal sealed class CallFrame(IMethodSymbol method, Func<int, IOperation?> arguments, CallFrame? outer)
{
    private readonly CallFrame? _outer = outer;
    private readonly IMethodSymbol _method = method;
    private readonly Func<int, IOperation?> _arguments = arguments;

    /// <summary>What a parameter was given, and the call around the one that gave it.</summary>
    public IOperation? For(IParameterSymbol parameter, out CallFrame? around)
    {
        for (var frame = this; frame is not null; frame = frame._outer)
        {
            if (!SymbolEqualityComparer.Default.Equals(frame._method, parameter.ContainingSymbol.OriginalDefinition))
                continue;

            around = frame._outer;
            return frame._arguments(parameter.Ordinal);
        }

        around = null;
        return null;
    }

    public bool Has(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(_method, (method.ReducedFrom ?? method).OriginalDefinition) || _outer?.Has(method) == true;
}
