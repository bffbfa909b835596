namespace Undercurrent.Analyzers.Engine;

/// <summary>The form an option's value takes.</summary>
internal enum OptionForm
{
    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>A whole number of at least zero.</summary>
    Number,

    /// <summary>Words or names, separated by commas.</summary>
    List,
}

/// <summary>
/// One row of the table of options. Written <c>undercurrent.name</c> for all rules, <c>undercurrent.UC1234.name</c> for one.
/// </summary>
/// <param name="Name">The last part of the key, in snake case.</param>
/// <param name="Form">What a value looks like.</param>
/// <param name="Default">The value when nothing is written.</param>
/// <param name="Choices">The words a choice allows, or a list; a list with none allows any.</param>
/// <param name="Rules">The rules that read it.</param>
/// <param name="What">What it does, in one sentence for its page.</param>
internal sealed record Option(string Name, OptionForm Form, string Default, string[] Choices, string[] Rules, string What)
{
    private static readonly char[] Comma = { ',' };

    private readonly string[] _keys = Rules.Select(rule => KeyOf(rule, Name)).ToArray();

    /// <summary>The key that holds for all rules.</summary>
    public string Key { get; } = Options.Prefix + Name;

    /// <summary>The key that holds for one rule; made once, because every file is asked for it with every edit.</summary>
    public string KeyFor(string rule) => Array.IndexOf(Rules, rule) is >= 0 and var at ? _keys[at] : KeyOf(rule, Name);

    /// <summary>The subjects a value may add to a project whose words raise none: words and methods only the user knows.</summary>
    public Subjects Widens { get; init; }

    /// <summary>Why a value cannot be meant, or null when it is well formed.</summary>
    public string? Refuse(string value) => Form switch
    {
        OptionForm.Choice when !Choices.Contains(value.Trim(), StringComparer.OrdinalIgnoreCase) => $"the value is one of {string.Join(", ", Choices)}",
        OptionForm.Number when !int.TryParse(value.Trim(), out var number) || number < 0 => "the value is a whole number",
        OptionForm.List when Items(value).Any(item => item.Any(char.IsWhiteSpace)) => "the items of a list are separated by commas",
        OptionForm.List when Choices.Length > 0 && Items(value).FirstOrDefault(item => !Choices.Contains(item, StringComparer.OrdinalIgnoreCase)) is not null => $"the items of the list are {string.Join(", ", Choices)}",
        _ => null,
    };

    /// <summary>The items of a list.</summary>
    public static IEnumerable<string> Items(string value) =>
        value.Split(Comma, StringSplitOptions.RemoveEmptyEntries).Select(item => item.Trim()).Where(item => item.Length > 0);

    private static string KeyOf(string rule, string name) => $"{Options.Prefix}{rule}.{name}";
}
