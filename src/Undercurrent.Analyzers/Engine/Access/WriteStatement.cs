using System.Collections.Immutable;

namespace Undercurrent.Analyzers.Engine;

/// <summary>An UPDATE or DELETE in a text of SQL: its table and the columns it sets. Read in one pass, without a grammar.</summary>
internal sealed record WriteStatement(string Table, bool Erases, ImmutableArray<string> Columns)
{
    /// <summary>Tables that hold a load on its way.</summary>
    private static readonly string[] Passing = ["stg", "staging", "stage", "tmp", "temp", "landing", "#"];

    private static readonly char[] Quotes = ['"', '`', '[', ']', '\''];

    public static WriteStatement? In(string sql)
    {
        var words = Words(sql);
        for (var at = 0; at < words.Count; at++)
        {
            // ON CONFLICT DO UPDATE and WHEN MATCHED THEN UPDATE belong to a load; FOR UPDATE is a lock.
            var starts = at == 0 || words[at - 1] is ";" or ")" || Is(words[at - 1], "BEGIN") || Is(words[at - 1], "AS");
            if (starts && Is(words[at], "UPDATE") && Update(words, at + 1) is { } update)
                return update;

            if (starts && Is(words[at], "DELETE") && Delete(words, at + 1) is { } delete)
                return delete;
        }

        return null;
    }

    private static WriteStatement? Update(List<string> words, int at)
    {
        if (at >= words.Count)
            return null;

        var table = Name(words[at]);
        var set = words.FindIndex(at, word => Is(word, "SET"));
        if (set < 0 || IsPassing(words[at]))
            return null;

        var columns = ImmutableArray.CreateBuilder<string>();
        var depth = 0;
        for (var index = set + 1; index < words.Count && !(depth == 0 && (Is(words[index], "WHERE") || Is(words[index], "FROM") || words[index] == ";")); index++)
        {
            depth += words[index] == "(" ? 1 : words[index] == ")" ? -1 : 0;
            if (depth == 0 && index + 1 < words.Count && words[index + 1] == "=")
                columns.Add(Name(words[index]));
        }

        return new(table, false, columns.ToImmutable());
    }

    private static WriteStatement? Delete(List<string> words, int at)
    {
        at += at < words.Count && Is(words[at], "FROM") ? 1 : 0;
        return at >= words.Count || IsPassing(words[at]) ? null : new(Name(words[at]), true, ImmutableArray<string>.Empty);
    }

    private static bool IsPassing(string table) => Array.Exists(Passing, mark => table.Trim(Quotes).StartsWith(mark, StringComparison.OrdinalIgnoreCase) || table.IndexOf("_" + mark, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>The last part of <c>dbo.[Customers]</c>.</summary>
    private static string Name(string word) => word.Substring(word.LastIndexOf('.') + 1).Trim(Quotes);

    private static bool Is(string word, string keyword) => string.Equals(word, keyword, StringComparison.OrdinalIgnoreCase);

    private static List<string> Words(string sql)
    {
        var words = new List<string>();
        var start = -1;
        for (var at = 0; at <= sql.Length && words.Count < 400; at++)
        {
            var letter = at < sql.Length ? sql[at] : ' ';
            var mark = letter is '=' or ',' or '(' or ')' or ';';
            if (!mark && !char.IsWhiteSpace(letter))
            {
                start = start < 0 ? at : start;
                continue;
            }

            if (start >= 0)
                words.Add(sql.Substring(start, at - start));

            start = -1;
            if (mark)
                words.Add(letter.ToString());
        }

        return words;
    }
}
