using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What is asked of each thing that stands around an operation: is it retried there, is it audited there.</summary>
internal abstract class ProtectionQuestion
{
    /// <summary>Whether an operation protects what stands inside it, as a call protects its argument and a loop its body.</summary>
    /// <param name="around">An operation around the one asked about, in the same body.</param>
    /// <param name="inside">Its child towards the one asked about.</param>
    /// <param name="operation">The operation asked about, or the call by which a caller reaches it.</param>
    public virtual bool Protects(IOperation around, IOperation inside, IOperation operation) => false;

    /// <summary>Whether an operation is as far as the walk goes: what stands further out has nothing to do with the one asked about.</summary>
    public virtual bool Ends(IOperation around) => false;

    /// <summary>Whether a method or local function protects all that it does: by its body, its attributes, its type or its host.</summary>
    public abstract bool Protects(IMethodSymbol method, IOperation body);
}
