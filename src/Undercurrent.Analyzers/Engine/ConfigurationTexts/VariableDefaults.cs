using System.Text;

namespace Undercurrent.Analyzers.Engine.ConfigurationTexts;

/// <summary>
/// What a value is where none of the variables in it is set: <c>${NAME:-default}</c> and <c>${NAME-default}</c>, as the shell, compose
/// files and <c>.env</c> files have it. A password that stands in for a variable is a password in the file.
/// </summary>
internal static class VariableDefaults
{
    private const string Opening = "${";

    /// <summary>The value with each variable that has a default replaced by it; the same value where there is none.</summary>
    public static string In(string value)
    {
        if (value.IndexOf(Opening, StringComparison.Ordinal) < 0)
            return value;

        var resolved = new StringBuilder(value.Length);
        var at = 0;
        while (at < value.Length)
        {
            var start = value.IndexOf(Opening, at, StringComparison.Ordinal);
            // "$${" is a dollar and a brace.
            if (start < 0 || DefaultOf(value, start) is not var (from, to))
            {
                var next = start < 0 ? value.Length : start + Opening.Length;
                resolved.Append(value, at, next - at);
                at = next;
                continue;
            }

            resolved.Append(value, at, start - at).Append(value, from, to - from);
            at = to + 1;
        }

        return resolved.ToString();
    }

    private static (int From, int To)? DefaultOf(string value, int start)
    {
        if (start > 0 && value[start - 1] == '$')
            return null;

        var at = start + Opening.Length;
        while (at < value.Length && (char.IsLetterOrDigit(value[at]) || value[at] == '_'))
            at++;

        var from = at < value.Length && value[at] == ':' ? at + 2 : at + 1;
        if (from > value.Length || value[from - 1] != '-')
            return null;

        for (var to = from; to < value.Length; to++)
        {
            if (value[to] == '}')
                return (from, to);

            // A default that is a variable again says nothing here.
            if (value[to] == '$')
                return null;
        }

        return null;
    }
}
