using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Leniency;

/// <summary>
/// CsvHelper, which threw at whatever was wrong until 33, since 34 mends what it can, fills in what is missing and says nothing,
/// unless its options say otherwise.
/// </summary>
internal static class CsvDefaults
{
    private const string Options = "CsvReaderOptions";

    private static readonly HashSet<string> Questions = new(StringComparer.Ordinal) { "MalformedData", "FieldCountMismatch", "MissingField" };

    /// <summary>Options that leave all questions open, or skip records without a word.</summary>
    public static IEnumerable<Lenience> In(IObjectCreationOperation made)
    {
        if (made.Type?.Name != Options || made.Parent is IWithOperation)
            return Enumerable.Empty<Lenience>();

        return Judged(made, made.Initializer);
    }

    /// <summary>A reader that is made with no options, or with those there are by default.</summary>
    public static IEnumerable<Lenience> In(IInvocationOperation call)
    {
        if (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.Name == Options) is not { } options)
            return Enumerable.Empty<Lenience>();

        if (options.ArgumentKind == ArgumentKind.DefaultValue || options.Value.ConstantValue is { HasValue: true, Value: null })
            return [new(call, $"CsvReader.{call.TargetMethod.Name}")];

        return ValueOrigin.Of(options.Value) is not { Count: 1 } origins ? Enumerable.Empty<Lenience>() : origins[0] switch
        {
            IWithOperation { Operand: var start } changed when IsDefault(start) => Judged(changed.Syntax.SyntaxTree == call.Syntax.SyntaxTree ? changed : call, changed.Initializer),
            var start when IsDefault(start) => [new(call, $"CsvReader.{call.TargetMethod.Name}")],
            _ => Enumerable.Empty<Lenience>(),
        };
    }

    private static bool IsDefault(IOperation options) =>
        options is IPropertyReferenceOperation { Property: { Name: "Default", ContainingType.Name: Options } } or IInvocationOperation { TargetMethod: { Name: "For", ContainingType.Name: Options } };

    private static IEnumerable<Lenience> Judged(IOperation options, IObjectOrCollectionInitializerOperation? initialiser)
    {
        var set = initialiser?.Initializers.OfType<ISimpleAssignmentOperation>().ToList() ?? new();
        if (set.Any(IsToldOf))
            yield break;

        var answers = set.Where(one => Questions.Contains(NameOf(one))).ToList();
        if (answers.Count == 0 || answers.All(one => Mode(one) is "Recover" or "Allow" or "ReturnEmpty"))
            yield return new(options, Options);

        foreach (var answer in answers.Where(one => Mode(one) == "Skip"))
            yield return new(answer, NameOf(answer));
    }

    /// <summary>Whether malformed records are handed to something that leaves a trace, as far as one sees.</summary>
    private static bool IsToldOf(ISimpleAssignmentOperation setting) =>
        NameOf(setting) == "OnMalformedRecord" && setting.Value.Unwrapped().ConstantValue is not { HasValue: true, Value: null } && !(Handler.BodyOf(setting.Value) is { } body && !Handler.LeavesTrace(body));

    private static string NameOf(ISimpleAssignmentOperation setting) => setting.Target is IPropertyReferenceOperation { Property.Name: var name } ? name : "";

    private static string? Mode(ISimpleAssignmentOperation setting) => setting.Value.Unwrapped() is IFieldReferenceOperation { Field.Name: var mode } ? mode : null;
}
