using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.Permissions;

namespace Undercurrent.Analyzers.Engine.Leniency;

/// <summary>Texts by which a load is told to go on over bad records: the options of Spark, and the statements of a dozen databases.</summary>
internal static class LenientText
{
    private static readonly string[] Marks =
    [
        "dropmalformed", "permissive", "on_error", "maxerror", "maxerrors", "ignore_errors", "max_bad_records", "input_format_allow_errors_num", "input_format_allow_errors_ratio", "ignorecorruptfiles", "infile",
    ];

    /// <summary>Where a database or a reader keeps what it left out, or says it.</summary>
    private static readonly string[] Records =
    [
        "store_rejects", "rejects_table", "rejects_scan", "reject_errors", "errorfile", "log_verbosity", "badrecordspath", "columnnameofcorruptrecord", "_corrupt_record", "validate(", "copy_history", "load_history",
        "stl_load_errors", "stl_loaderror_detail", "sys_load_error_detail",
    ];

    private static readonly HashSet<string> Words = new(Marks, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word of a text may have a load go on.</summary>
    public static bool MayBe(string word) => Words.Contains(word);

    public static bool MayBeIn(string text) => Has(text, Marks);

    /// <summary>The option by which a text has bad records left out.</summary>
    public static string? In(IOperation written, string text)
    {
        if (!MayBeIn(text) || Option(written, text) is not { } option || Has(text, Records))
            return null;

        return written.Root().Descendants().OfType<ILiteralOperation>().Any(other => other.ConstantValue is { HasValue: true, Value: string said } && Has(said, Records)) ? null : option;
    }

    private static string? Option(IOperation written, string text)
    {
        var trimmed = text.Trim();
        if (Is(trimmed, "PERMISSIVE") || Is(trimmed, "DROPMALFORMED"))
            return IsMode(written) || (trimmed[0] is 'D' or 'd' && IsHeld(written)) ? trimmed : null;

        if (trimmed.EndsWith("ignoreCorruptFiles", StringComparison.OrdinalIgnoreCase))
            return Neighbours(written).Any(one => one.ConstantValue is { HasValue: true, Value: true } or { HasValue: true, Value: "true" }) ? "ignoreCorruptFiles" : null;

        var (loads, file) = (false, false);
        var words = new SqlWords(text, 0);
        var more = words.Next();
        while (more)
        {
            loads |= words.Is("COPY") || words.Is("BULK") || words.Is("OPENROWSET") || words.Is("LOAD");
            file |= words.Is("INFILE");
            var name = text.Substring(words.Start, words.End - words.Start);
            if (words.Is("DROPMALFORMED"))
                return name;

            var known = Words.Contains(name);
            more = words.Next();
            if (known)
            {
                while (more && (words.Is("=") || words.Is("AS")))
                    more = words.Next();

                if (IsLenient(name, more ? text.Substring(words.Start, words.End - words.Start) : null, loads))
                    return name;
            }
            else if (file && Is(name, "IGNORE") && more && words.Is("INTO"))
            {
                return name;
            }
        }

        return null;
    }

    private static bool IsLenient(string option, string? value, bool loads) => option.ToUpperInvariant() switch
    {
        "ON_ERROR" => loads && value is not null && (Is(value, "CONTINUE") || Is(value, "IGNORE") || value.StartsWith("SKIP_FILE", StringComparison.OrdinalIgnoreCase)),
        "MAXERROR" or "MAXERRORS" => loads && IsSome(value),
        "IGNORE_ERRORS" => value is null or "," ? loads : value is "1" || Is(value, "TRUE"),
        "MAX_BAD_RECORDS" or "INPUT_FORMAT_ALLOW_ERRORS_NUM" or "INPUT_FORMAT_ALLOW_ERRORS_RATIO" => IsSome(value),
        _ => false,
    };

    /// <summary>A number that is not zero; the whole part of a ratio is.</summary>
    private static bool IsSome(string? value) => value is not null && (value[0] == ValueText.Hole || (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0));

    private static bool IsMode(IOperation written) => Neighbours(written).Any(one => one.ConstantValue is { HasValue: true, Value: string key } && Is(key, "mode"));

    private static bool IsHeld(IOperation written) => written.Parent is IVariableInitializerOperation or IFieldInitializerOperation or IPropertyInitializerOperation or ISimpleAssignmentOperation;

    /// <summary>What stands beside a text: the other arguments of its call, the key of its entry.</summary>
    private static IEnumerable<IOperation> Neighbours(IOperation written)
    {
        var around = written.Parent;
        while (around is IConversionOperation or IArgumentOperation or IParenthesizedOperation)
            around = around.Parent;

        return around switch
        {
            IInvocationOperation call => call.Arguments.Select(argument => argument.Value),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { IsEmpty: false } keys } } entry => keys.Select(key => key.Value).Append(entry.Value),
            IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation entry } => [entry.Value],
            _ => Enumerable.Empty<IOperation>(),
        };
    }

    private static bool Is(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);

    private static bool Has(string text, string[] marks) => Array.Exists(marks, mark => text.IndexOf(mark, StringComparison.OrdinalIgnoreCase) >= 0);
}
