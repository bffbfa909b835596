using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What an object, a tuple or a collection is put together from where it is written.</summary>
internal static class Composition
{
    // The floor has no name for collection expressions and their spreads.
    public const OperationKind CollectionExpression = (OperationKind)127;
    public const OperationKind Spread = (OperationKind)128;

    /// <summary>The values a new object is given, the elements of a collection, the array of an element; null where there is nothing to take apart.</summary>
    public static IEnumerable<IOperation>? PartsOf(IOperation value) => value switch
    {
        IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null or { Initializers.IsEmpty: true } } => null,
        IObjectCreationOperation creation => Given(creation.Arguments).Concat(Initialised(creation.Initializer)),
        IAnonymousObjectCreationOperation anonymous => anonymous.Initializers,
        IWithOperation copy => Initialised(copy.Initializer).Append(copy.Operand),
        ITupleOperation tuple => tuple.Elements,
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues,
        IArrayInitializerOperation elements => elements.ElementValues,
        IArrayElementReferenceOperation element => [element.ArrayReference],
        { Kind: CollectionExpression or Spread } => value.ChildOperations,
        _ => null,
    };

    /// <summary>The arguments of a call, those of a <c>params</c> parameter one by one.</summary>
    public static IEnumerable<IOperation> Given(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.SelectMany(argument => Elements(argument.Value) ?? [argument.Value]);

    /// <summary>The elements of an array or collection written in place, as a <c>params</c> parameter takes them; null of anything else.</summary>
    public static IEnumerable<IOperation>? Elements(IOperation value) => value.Unwrapped() switch
    {
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues,
        { Kind: CollectionExpression } collection => collection.ChildOperations,
        _ => null,
    };

    private static IEnumerable<IOperation> Initialised(IObjectOrCollectionInitializerOperation? initialiser) =>
        (initialiser?.Initializers ?? ImmutableArray<IOperation>.Empty).SelectMany(part => part switch
        {
            IMemberInitializerOperation member => Initialised(member.Initializer),
            IInvocationOperation add => add.Arguments.Select(argument => argument.Value),
            _ => [part],
        });
}
