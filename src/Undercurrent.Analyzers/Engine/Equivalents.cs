using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Engine;

/// <summary>A rule of another analyzer that says the same as one of ours on some of its lines.</summary>
/// <param name="Rule">Our rule.</param>
/// <param name="Id">The other one.</param>
/// <param name="From">Where the other one comes from.</param>
/// <param name="Shapes">The lines both speak about, which are handed over on request.</param>
/// <param name="Adds">What ours sees beyond them.</param>
internal sealed record Equivalent(string Rule, string Id, string From, string Shapes, string Adds);

/// <summary>
/// What other analyzers say well on the same line. The table is read (<c>undercurrent.defer_to</c>), checked and documented from;
/// whether a line has one of the shapes, the rule decides that reports it.
/// </summary>
internal static class Equivalents
{
    public static readonly ImmutableArray<Equivalent> Table = ImmutableArray.Create(
        new Equivalent("UC1001", "S2068", "SonarAnalyzer.CSharp",
            "A literal assigned to a variable, field or property with the word password, passwd, pwd or passphrase in its name, or handed to a `NetworkCredential`",
            "Tokens, keys and secrets by name and by what takes them; arguments, defaults, returned values, entries, headers, comparisons, bytes; values followed through constants and locals; a fix"),
        new Equivalent("UC1002", "S2068", "SonarAnalyzer.CSharp",
            "`password=…` and its like within one literal, a user with another password in an address",
            "Account keys, shared access keys and tokens; texts put together from parts; each provider's own spelling of its keys; placeholders and emulators told from secrets; a fix"),
        new Equivalent("UC1010", "CA5359", "Microsoft.CodeAnalysis.NetAnalyzers",
            "A lambda or method that returns nothing but true and becomes a `RemoteCertificateValidationCallback`, wherever it is handed to",
            "`HttpClientHandler` and other callbacks of other types; bodies that say `… \\|\\| true`; switches, settings and connection strings; host keys; a fix"),
        new Equivalent("UC1010", "MA0039", "Meziantou.Analyzer",
            "What is assigned to `ServicePointManager.ServerCertificateValidationCallback` or `HttpClientHandler.ServerCertificateCustomValidationCallback`",
            "Every other client, `SslStream` and its options; switches, settings and connection strings; host keys; callbacks that do check are let be; a fix"),
        new Equivalent("UC1010", "S4830", "SonarAnalyzer.CSharp",
            "A property set to, or a constructor given, a lambda or a method with a block that returns `true` and nothing else, or `DangerousAcceptAnyServerCertificateValidator`, where it takes a `RemoteCertificateValidationCallback` or a function with its parameters",
            "Anonymous and expression-bodied methods, methods of other types, fields, arguments of methods; switches, settings and connection strings; host keys; a fix"),
        new Equivalent("UC1012", "CA2100", "Microsoft.CodeAnalysis.NetAnalyzers",
            "A text put into the `CommandText` of a command of ADO.NET, or handed to the constructor of a command or an adapter",
            "Variables of type `IDbCommand`, initializers of fields, batches, data sources; Dapper, Entity Framework and every other client; names that the program chose let be; a fix"),
        new Equivalent("UC1012", "EF1002", "Microsoft.EntityFrameworkCore.Analyzers",
            "An interpolated text written as the argument of `FromSqlRaw`, `ExecuteSqlRaw`, `ExecuteSqlRawAsync` or `SqlQueryRaw`",
            "Texts put together before the call, by `string.Format` or in a helper; every other client; names that the program chose let be; a fix"),
        new Equivalent("UC1012", "EF1003", "Microsoft.EntityFrameworkCore.Analyzers, since 10",
            "A sum of texts written as the argument of `FromSqlRaw`, `ExecuteSqlRaw`, `ExecuteSqlRawAsync` or `SqlQueryRaw`",
            "Texts put together before the call, by `string.Format` or in a helper; every other client; names that the program chose let be; a fix"),
        new Equivalent("UC1012", "S2077", "SonarAnalyzer.CSharp",
            "A sum, an interpolation, a `string.Format` or a `string.Concat`, on the spot or in a local that is set once, that is assigned to `CommandText`, handed to the constructor of a command it knows by name, to Dapper, to `FromSqlRaw` or to `ExecuteSqlRaw`",
            "`SqlQueryRaw`, `+=`, initializers, `StringBuilder`, helpers; PostgreSQL, batches and every other client; names that the program chose let be; a fix"),
        new Equivalent("UC2008", "CA5350", "Microsoft.CodeAnalysis.NetAnalyzers",
            "A static method of `SHA1`, or `ComputeHash` on a `SHA1` that is made in the same expression",
            "Every other algorithm, checksum and hash code; objects that are kept in variables; helpers; data of no person let be; a key, and a fix that gives one"),
        new Equivalent("UC2008", "CA5351", "Microsoft.CodeAnalysis.NetAnalyzers",
            "A static method of `MD5`, or `ComputeHash` on a `MD5` that is made in the same expression",
            "Every other algorithm, checksum and hash code; objects that are kept in variables; helpers; data of no person let be; a key, and a fix that gives one"),
        new Equivalent("UC2014", "CA1305", "Microsoft.CodeAnalysis.NetAnalyzers",
            "A `Parse`, a call of `Convert` or a `ToString` that names no culture",
            "`TryParse`, `ParseExact` with null, readers and writers with the current culture, method groups, interpolated texts; what is typed, set up or shown let be; a fix"),
        new Equivalent("UC2014", "MA0011", "Meziantou.Analyzer",
            "A `Parse` or `TryParse` of a text, a call of `Convert` or a `ToString` that names no culture",
            "Spans, `ParseExact` with null, readers and writers with the current culture, method groups; what is typed, set up or shown let be; a fix"),
        new Equivalent("UC2014", "MA0075", "Meziantou.Analyzer",
            "A number or date added to a text",
            "Everything that is read; what people read let be; a fix"),
        new Equivalent("UC2014", "MA0076", "Meziantou.Analyzer",
            "A number or date in the hole of an interpolated text",
            "Everything that is read; what people read let be; a fix"),
        new Equivalent("UC2014", "S4056", "SonarAnalyzer.CSharp",
            "A `Parse` or `TryParse` of a text into a decimal, a floating-point number or a date, a call of `Convert` or a `ToString` that names no culture",
            "Spans, `ParseExact` with null, readers and writers with the current culture, method groups, interpolated texts; what is typed, set up or shown let be; a fix"),
        new Equivalent("UC2014", "S6580", "SonarAnalyzer.CSharp",
            "A `Parse`, `TryParse`, `ParseExact` or `TryParseExact` of a date or time that names no culture, or null",
            "Numbers; the current culture by its name; method groups, interpolated texts; what is typed or set up let be; a fix"),
        new Equivalent("UC2016", "S6563", "SonarAnalyzer.CSharp",
            "`DateTime.Now` or `DateTime.Today` that is stored, compared with the data or sent",
            "`ToLocalTime`, `LocalDateTime`, times of files, kinds and parsed times that are local; durations, logs and what people read let be; a fix"));

    /// <summary>Whether a file leaves the lines that another analyzer's rule covers to that rule.</summary>
    public static bool Defers(Options options, string rule, SyntaxTree tree, string id) =>
        options.List(Options.DeferTo, rule, tree).Contains(id, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a file leaves what is reported to another analyzer's rule that sees it too.</summary>
    /// <param name="sees">Whether the rule of this ID does; asked of those alone that the file names.</param>
    public static bool Leaves(Options options, string rule, SyntaxTree tree, Func<string, bool> sees)
    {
        foreach (var named in options.List(Options.DeferTo, rule, tree))
        {
            foreach (var row in Table)
            {
                if (row.Rule == rule && row.Id.Equals(named, StringComparison.OrdinalIgnoreCase) && sees(row.Id))
                    return true;
            }
        }

        return false;
    }
}
