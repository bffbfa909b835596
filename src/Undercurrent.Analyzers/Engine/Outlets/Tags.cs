using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Outlets;

/// <summary>Pairs of a name and a value, alone or in a collection that is written in place: each value under the name it is given.</summary>
internal static class Tags
{
    private const int Deepest = 4;

    public static IEnumerable<LoggedValue> In(LoggedValue written) => In(written, 0);

    private static IEnumerable<LoggedValue> In(LoggedValue written, int depth)
    {
        var value = written.Value.Unwrapped();
        if (depth > Deepest)
            return [written];

        return value switch
        {
            IObjectCreationOperation { Type.Name: "KeyValuePair" or "Measurement", Arguments.Length: > 1 } pair => Pair(written, pair.Arguments, depth),
            IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "KeyValuePair" } } pair => Pair(written, pair.Arguments, depth),
            IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: { Initializers.IsEmpty: false } entries, Type: { } type } when Holds(type) => entries.Initializers.SelectMany(entry => Entry(written, entry, depth)),
            _ when Composition.Elements(value) is { } elements => elements.SelectMany(element => In(written with { Value = element }, depth + 1)),
            _ => [written],
        };
    }

    private static IEnumerable<LoggedValue> Pair(LoggedValue written, IReadOnlyList<IArgumentOperation> pair, int depth)
    {
        var rest = pair[1].Parameter?.IsParams == true ? Composition.Elements(pair[1].Value) : null;
        var values = rest ?? pair.Skip(1).Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue).Select(argument => argument.Value);
        return values.SelectMany(value => In(written with { Value = value, Name = Constant(pair[0].Value) ?? written.Name }, depth + 1)).Concat([new(pair[0].Value, Printed.Plainly, null)]);
    }

    private static IEnumerable<LoggedValue> Entry(LoggedValue written, IOperation entry, int depth) => entry switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } key } } set => In(written with { Value = set.Value, Name = Constant(key[0].Value) ?? written.Name }, depth + 1).Concat([new(key[0].Value, Printed.Plainly, null)]),
        IInvocationOperation { Arguments: { Length: 2 } pair } => Pair(written, pair, depth),
        IInvocationOperation { Arguments: { Length: 1 } one } => In(written with { Value = one[0].Value }, depth + 1),
        _ => [written with { Value = entry }],
    };

    private static bool Holds(ITypeSymbol type) => type.Name is "Dictionary" or "List" or "SortedDictionary" or "HashSet" or "ConcurrentDictionary" or "NameValueCollection" or "Hashtable" or "QueryBuilder";

    private static string? Constant(IOperation value) => value.Unwrapped().ConstantValue is { HasValue: true, Value: string text } ? text : null;
}
