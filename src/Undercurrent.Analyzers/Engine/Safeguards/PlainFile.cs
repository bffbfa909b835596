using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Safeguards;

/// <summary>Personal data that is written as it is to a file of the machine.</summary>
internal static class PlainFile
{
    private const int Deepest = 4;

    /// <summary>Who ran a program is written down by many of them, and alone says nothing of the people in the data.</summary>
    public const string Login = "user-name";

    private static readonly HashSet<string> Wrappers = new(StringComparer.Ordinal) { "StreamWriter", "BufferedStream", "CsvWriter", "Utf8JsonWriter", "JsonTextWriter", "GZipStream", "DeflateStream", "BrotliStream" };

    /// <summary>The argument by which a call writes personal data to a plain file; null for every other call.</summary>
    public static IOperation? WrittenBy(IInvocationOperation call, PipelineProject project, string rule)
    {
        if (Written(call) is not var (values, how))
            return null;

        var data = PersonalData.For(project, rule, call.Syntax.SyntaxTree);
        return values.FirstOrDefault(value => data.In(value, how).Any(found => found.What.Kind != Login));
    }

    /// <summary>Whether a value is no more than one member, local or parameter of text: a note, not a file others will read.</summary>
    public static bool IsSingle(IOperation value) => value.Unwrapped() is (IMemberReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation) and { Type.SpecialType: SpecialType.System_String }
        && !(value.Unwrapped() is ILocalReferenceOperation { Local: var local } reference && ValueOrigin.AssignedOnce(local, reference)?.Unwrapped() is IInvocationOperation or IInterpolatedStringOperation or IBinaryOperation);

    private static (IEnumerable<IOperation> Values, Printed How)? Written(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        if (call.Instance is { } writer)
        {
            var isRecord = name.StartsWith("WriteRecord", StringComparison.Ordinal);
            return (isRecord || name is "Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync") && IsFile(writer, 0) ? (call.Arguments.Select(argument => argument.Value), isRecord ? Printed.ByMembers : Printed.Plainly) : null;
        }

        if (call.TargetMethod is { ContainingType: { Name: "File", ContainingNamespace.Name: "IO" } } && (name.StartsWith("WriteAll", StringComparison.Ordinal) || name.StartsWith("AppendAll", StringComparison.Ordinal)))
            return (call.Arguments.Where(argument => argument.Parameter?.Name is "contents" or "bytes").Select(argument => argument.Value), Printed.Plainly);

        return name is "Serialize" or "SerializeAsync" && call.Arguments.Length > 1 && IsFile(call.Arguments[0].Value, 0) ? ([call.Arguments[1].Value], Printed.ByMembers) : null;
    }

    /// <summary>Whether what is written to a stream or writer ends up in a file, and nothing on the way encrypts it.</summary>
    private static bool IsFile(IOperation target, int depth)
    {
        target = target.Unwrapped();
        if (target is ILocalReferenceOperation { Local: var local })
            target = ValueOrigin.AssignedOnce(local, target)?.Unwrapped() ?? target;

        return depth < Deepest && target switch
        {
            IInvocationOperation { TargetMethod: { Name: "Create" or "CreateText" or "AppendText" or "OpenWrite" or "Open", ContainingType: { Name: "File", ContainingNamespace.Name: "IO" } } } => true,
            IObjectCreationOperation { Type.Name: "FileStream" } => true,
            IObjectCreationOperation { Type.Name: var type, Arguments: { Length: > 0 } arguments } when Wrappers.Contains(type) =>
                (type == "StreamWriter" && arguments[0].Value.Type?.SpecialType == SpecialType.System_String) || IsFile(arguments[0].Value, depth + 1),
            _ => false,
        };
    }
}
