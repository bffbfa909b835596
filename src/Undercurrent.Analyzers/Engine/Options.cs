using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// What the user told us in <c>.editorconfig</c>. The table is the only list there is: it is read, checked (UC0001) and
/// documented from. A malformed value counts as not written.
/// </summary>
internal readonly struct Options(AnalyzerConfigOptionsProvider provider)
{
    public const string Prefix = "undercurrent.";

    /// <summary>The rules that speak of pipelines, all of which are silent in tests unless asked for.</summary>
    private static readonly string[] OfPipelines =
    [
        "UC1001", "UC1002", "UC1003", "UC1004", "UC1005", "UC1006", "UC1007", "UC1008", "UC1009", "UC1010", "UC1011", "UC1012", "UC1013", "UC1014", "UC1015",
        "UC2001", "UC2002", "UC2003", "UC2004", "UC2005", "UC2006", "UC2007", "UC2008", "UC2009", "UC2010", "UC2011", "UC2012", "UC2013", "UC2014", "UC2015", "UC2016", "UC2017", "UC2018", "UC2019", "UC2020", "UC2021",
        "UC6001", "UC6002", "UC6003", "UC6004", "UC6005", "UC6006", "UC6007", "UC6008", "UC6009", "UC6010", "UC6011", "UC6012", "UC6013", "UC6014", "UC6015", "UC6016", "UC6017",
    ];

    /// <summary>The rules that ask what is personal data.</summary>
    private static readonly string[] OfPersonalData =
    [
        "UC1011", "UC1015",
        "UC2001", "UC2002", "UC2003", "UC2004", "UC2005", "UC2006", "UC2007", "UC2008", "UC2018", "UC2019",
    ];

    public static readonly Option TestProjects = new(
        "test_projects", OptionForm.Choice, "silent", ["silent", "included"], OfPipelines,
        "Whether rules speak in projects that reference a test framework, where invented credentials and people are usual.");

    public static readonly Option CredentialWords = new(
        "credential_words", OptionForm.List, "", [], ["UC1001", "UC1004", "UC1014"],
        "More words that make a name the name of a credential.")
    { Widens = Subjects.Credentials };

    public static readonly Option CredentialExclusions = new(
        "credential_exclusions", OptionForm.List, "", [], ["UC1001", "UC1004", "UC1014"],
        "Words that make a name something else than a credential.");

    public static readonly Option CredentialSinks = new(
        "credential_sinks", OptionForm.List, "", [], ["UC1001"],
        "Members, as Namespace.Type.Member or Namespace.Type.Member(parameter), that take a credential.")
    { Widens = Subjects.Credentials };

    public static readonly Option PersonalDataWords = new(
        "personal_data_words", OptionForm.List, "", [], OfPersonalData,
        "More words that name personal data; the words of one term are joined by '_'.")
    { Widens = Subjects.PersonalData };

    public static readonly Option PersonalDataExclusions = new(
        "personal_data_exclusions", OptionForm.List, "", [], OfPersonalData,
        "Words that make a name something else than personal data.");

    public static readonly Option PersonalDataAttributes = new(
        "personal_data_attributes", OptionForm.List, "", [], OfPersonalData,
        "Attributes, by name or full name, that mark a member or type as personal data.")
    { Widens = Subjects.PersonalData | Subjects.Classification };

    public static readonly Option PersonalDataLevel = new(
        "personal_data_level", OptionForm.Choice, "medium", ["low", "medium", "high"], OfPersonalData,
        "How telling a name must be before it counts as personal data.")
    { Widens = Subjects.PersonalData };

    public static readonly Option LogSinks = new(
        "log_sinks", OptionForm.List, "", [], ["UC1014", "UC2001"],
        "Methods, as Namespace.Type.Method, whose arguments are written to a log.")
    { Widens = Subjects.Logs };

    public static readonly Option Sanitisers = new(
        "sanitisers", OptionForm.List, "", [], ["UC1011", "UC1014", "UC1015", "UC2001", "UC2002", "UC2003", "UC2004", "UC2005", "UC2006", "UC2008", "UC2018", "UC2019"],
        "Methods, by name or as Namespace.Type.Method, whose result no longer says the value.");

    public static readonly Option AuditMethods = new(
        "audit_methods", OptionForm.List, "", [], ["UC2005"],
        "Methods, by name or as Namespace.Type.Method, that leave an audit record.");

    public static readonly Option PlaintextHosts = new(
        "plaintext_hosts", OptionForm.List, "", [], ["UC1009"],
        "Hosts, such as *.svc.cluster.local, that may be reached without encryption because a service mesh encrypts for them.");

    public static readonly Option RetryWrappers = new(
        "retry_wrappers", OptionForm.List, "", [], ["UC6001", "UC6013"],
        "Methods, by name or as Namespace.Type.Method, that run their delegate argument again when it fails.");

    public static readonly Option LocalLogins = new(
        "local_logins", OptionForm.Choice, "silent", ["silent", "included"], ["UC1005"],
        "Whether an administrator's login to the machine the program runs on is reported, too.");

    public static readonly Option AdministrativeWords = new(
        "administrative_words", OptionForm.List, "admin, admins, administrator, administration, backoffice, superuser", [], ["UC1013"],
        "Words in the name of an endpoint, its type or namespace, its route, roles or policies, by which it may look across tenants.");

    public static readonly Option GrantHours = new(
        "grant_hours", OptionForm.Number, "24", [], ["UC1008"],
        "How many hours a link, signature or other grant that needs no login may live.");

    public static readonly Option LossyNames = new(
        "lossy_names", OptionForm.List, "metrics, traces, tracing, telemetry, heartbeats", [], ["UC6009", "UC6012"],
        "Words in the names of topics, queues, members and types by which messages may be lost.");

    public static readonly Option KeptStores = new(
        "kept_stores", OptionForm.List, "", [], ["UC2018"],
        "Buckets, tables, queues and topics, by how their names begin, and beginnings of cache keys, that are meant to be kept.");

    public static readonly Option MoneyRates = new(
        "money_rates", OptionForm.Choice, "silent", ["silent", "included"], ["UC2015"],
        "Whether proportions of money, such as rates of taxes and exchange rates, are held to be decimals, too.");

    public static readonly Option DeferTo = new(
        "defer_to", OptionForm.List, "", Equivalents.Table.Select(one => one.Id).Distinct().ToArray(), Equivalents.Table.Select(one => one.Rule).Distinct().ToArray(),
        "Rules of other analyzers, by ID, that have the lines they cover to themselves ([which](equivalents.md)).");

    /// <summary>Every option there is, by name.</summary>
    public static ImmutableSortedDictionary<string, Option> Table { get; } = new[]
    {
        TestProjects, CredentialWords, CredentialExclusions, CredentialSinks, PersonalDataWords, PersonalDataExclusions,
        PersonalDataAttributes, PersonalDataLevel, LogSinks, Sanitisers, AuditMethods, PlaintextHosts, RetryWrappers, LocalLogins, AdministrativeWords, GrantHours, LossyNames, KeptStores, DeferTo,
        PersonalDataAttributes, PersonalDataLevel, LogSinks, Sanitisers, AuditMethods, PlaintextHosts, RetryWrappers, LocalLogins, AdministrativeWords, GrantHours, MoneyRates, DeferTo,
    }.ToImmutableSortedDictionary(option => option.Name, option => option, StringComparer.OrdinalIgnoreCase);

    private static readonly Option[] Widening = Table.Values.Where(option => option.Widens != Subjects.None).ToArray();

    /// <summary>The subjects that options add somewhere in a compilation.</summary>
    public Subjects WidenedIn(Compilation compilation)
    {
        var widened = Subjects.None;
        var seen = new HashSet<AnalyzerConfigOptions>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            // Most files share one set of options.
            if (seen.Add(provider.GetOptions(tree)))
                widened |= WidenedBy(provider.GetOptions(tree));
        }

        return widened;
    }

    /// <summary>The value that holds for a rule in a file.</summary>
    public string Value(Option option, string rule, SyntaxTree tree) => Value(option, rule, provider.GetOptions(tree));

    /// <summary>The value that holds for a rule in a file beside the source, whose section has to name it: <c>[*.cs]</c> does not.</summary>
    public string Value(Option option, string rule, AdditionalText file) => Value(option, rule, provider.GetOptions(file));

    private static string Value(Option option, string rule, AnalyzerConfigOptions written)
    {
        if (written.TryGetValue(option.KeyFor(rule), out var value) && option.Refuse(value) is null)
            return value.Trim();

        return written.TryGetValue(option.Key, out value) && option.Refuse(value) is null ? value.Trim() : option.Default;
    }

    private static Subjects WidenedBy(AnalyzerConfigOptions written)
    {
        var widened = Subjects.None;
        foreach (var option in Widening)
        {
            if (written.TryGetValue(option.Key, out _) || Array.Exists(option.Rules, rule => written.TryGetValue(option.KeyFor(rule), out _)))
                widened |= option.Widens;
        }

        return widened;
    }

    public bool Is(Option option, string choice, string rule, SyntaxTree tree) =>
        string.Equals(Value(option, rule, tree), choice, StringComparison.OrdinalIgnoreCase);

    public int Number(Option option, string rule, SyntaxTree tree) => int.Parse(Value(option, rule, tree), System.Globalization.CultureInfo.InvariantCulture);

    public ImmutableArray<string> List(Option option, string rule, SyntaxTree tree) =>
        Value(option, rule, tree) is { Length: > 0 } value ? Option.Items(value).ToImmutableArray() : ImmutableArray<string>.Empty;

    /// <summary>Why a key of ours, with its value, means nothing; null when it does or is not ours.</summary>
    public static string? Refuse(string key, string value)
    {
        if (!key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return null;

        var name = key.Substring(Prefix.Length);
        var dot = name.IndexOf('.');
        var rule = dot < 0 ? null : name.Substring(0, dot);
        if (!Table.TryGetValue(name.Substring(dot + 1), out var option))
            return "there is no such option";

        return rule is not null && !option.Rules.Contains(rule, StringComparer.OrdinalIgnoreCase)
            ? $"{rule.ToUpperInvariant()} does not read this option"
            : option.Refuse(value);
    }
}
