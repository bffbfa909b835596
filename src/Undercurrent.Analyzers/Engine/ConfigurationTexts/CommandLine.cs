using Microsoft.CodeAnalysis.Text;

namespace Undercurrent.Analyzers.Engine.ConfigurationTexts;

/// <summary>
/// The command of a container, written as a line or as a list: what its options and variables are given, each as a setting of its
/// own. Programs disagree about short options, so those that take a password are known by program.
/// </summary>
internal sealed class CommandLine(string text)
{
    private static readonly HashSet<string> OfMySql = new(StringComparer.Ordinal) { "mysql", "mysqladmin", "mysqldump", "mysqlcheck", "mariadb", "mariadb-admin", "mariadb-dump", "mariadb-check" };

    private string _path = "";
    private string _program = "";
    private string _option = "";

    /// <summary>Whether a key of a compose file holds a command.</summary>
    public static bool Is(string path) =>
        path.EndsWith(":command", StringComparison.Ordinal) || path.EndsWith(":entrypoint", StringComparison.Ordinal)
        || path.EndsWith(":healthcheck", StringComparison.Ordinal) || path.EndsWith(":healthcheck:test", StringComparison.Ordinal);

    /// <summary>The settings of a line, or of the next item of a list.</summary>
    public IEnumerable<ConfigurationEntry> Settings(string path, TextSpan written)
    {
        if (path != _path)
            (_path, _program, _option) = (path, "", "");

        // What follows an option in a list may have blanks of its own.
        if (_option.Length > 0 && text[written.Start] != '-')
            return [.. Given(written.Start, written.End)];

        _option = "";
        return [.. Words(written).SelectMany(word => Read(word.Start, word.End))];
    }

    private IEnumerable<ConfigurationEntry> Read(int start, int end)
    {
        var isOption = text[start] == '-';
        if (_option.Length > 0 && !isOption)
            return Given(start, end);

        _option = "";
        var equals = text.IndexOf('=', start, end - start);
        if (equals > start)
        {
            _option = text.Substring(start, equals - start).TrimStart('-');
            return Given(equals + 1, end);
        }

        var word = text.Substring(start, end - start);
        if (!isOption)
        {
            _program = word.Substring(word.LastIndexOf('/') + 1) is var name && IsKnown(name) ? name : word is "&&" or "||" or "|" or ";" ? "" : _program;
            return [];
        }

        if (_program.Length == 0 || word.Length < 2 || word[1] == '-')
        {
            _option = word.TrimStart('-');
            return [];
        }

        // -p night-loader-7, or in one word
        _option = OfShort(word);
        return word.Length > 2 ? Given(start + 2, end) : [];
    }

    private static bool IsKnown(string program) => OfMySql.Contains(program) || program is "redis-cli" or "valkey-cli" or "sqlcmd" or "mongo" or "mongosh" or "mongodump" or "mongorestore" or "curl";

    /// <summary>What a short option of the program means; those of MySQL take the password only when it is written without a blank.</summary>
    private string OfShort(string word) => (_program, word[1]) switch
    {
        ("redis-cli" or "valkey-cli", 'a') when word.Length == 2 => "password",
        ("curl", 'u') => "user",
        ("sqlcmd", 'P') => "password",
        ("mongo" or "mongosh" or "mongodump" or "mongorestore", 'p') => "password",
        (_, 'p') when word.Length > 2 && OfMySql.Contains(_program) => "password",
        _ => "",
    };

    /// <summary>What the option before is given, without quotation marks; nothing when the shell or Compose is to fill it in.</summary>
    private IEnumerable<ConfigurationEntry> Given(int start, int end)
    {
        var option = _option;
        _option = "";
        while (start < end && text[start] is '"' or '\'' or '\\')
            start++;

        while (end > start && text[end - 1] is '"' or '\'' or '\\')
            end--;

        // curl --user loader:night-loader-7
        if (option == "user" && _program == "curl" && text.IndexOf(':', start, end - start) is > 0 and var colon)
            (option, start) = ("password", colon + 1);

        if (end > start && option.Length > 0 && option.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.') && text.IndexOf('$', start, end - start) < 0 && text.IndexOf('`', start, end - start) < 0)
            yield return new(_path + ":" + option, text.Substring(start, end - start), TextSpan.FromBounds(start, end));
    }

    /// <summary>The words of a line, as a shell tells them apart.</summary>
    private IEnumerable<TextSpan> Words(TextSpan line)
    {
        var (start, open) = (-1, '\0');
        for (var at = line.Start; at <= line.End; at++)
        {
            var isBlank = at == line.End || (open == '\0' && char.IsWhiteSpace(text[at]));
            if (isBlank && start >= 0)
            {
                yield return TextSpan.FromBounds(start, at);
                start = -1;
            }
            else if (!isBlank)
            {
                start = start < 0 ? at : start;
                open = open == '\0' && text[at] is '"' or '\'' ? text[at] : text[at] == open ? '\0' : open;
            }
        }
    }
}
