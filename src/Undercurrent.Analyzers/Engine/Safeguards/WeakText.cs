using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.SecretTexts;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Safeguards;

/// <summary>A setting that turns a safeguard off, by its place in the text it stands in.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Start">Where the setting begins.</param>
/// <param name="ValueStart">Where its value begins.</param>
/// <param name="End">Where its value ends.</param>
internal readonly record struct WeakSetting(WeakKey Key, int Start, int ValueStart, int End);

/// <summary>
/// Finds the settings of connection strings and addresses that turn a safeguard off. A literal is looked at by itself; only when
/// it holds such a setting is it asked what the whole text is and which machine it leads to.
/// </summary>
internal static class WeakText
{
    private const int Longest = 8192;

    public static IEnumerable<WeakSetting> In(ILiteralOperation literal, Safeguard safeguard, ApiCatalogue sinks)
    {
        if (literal.ConstantValue is not { HasValue: true, Value: string { Length: > 4 and < Longest } text } || text.IndexOf('=') < 0)
            return [];

        var found = In(text).Where(setting => setting.Key.Safeguard == safeguard).ToList();
        if (found.Count == 0)
            return found;

        var written = Whole(literal);
        var whole = written == literal ? text : ValueText.Of(written).Select(one => one.Text).FirstOrDefault() ?? text;
        var known = StatementText.Is(whole) || (safeguard.IsAgainstStrangers && LeadsHome(whole, safeguard)) ? 0 : KnownIn(whole);
        // Where the certificate is to be checked by the mode, the other setting says nothing more.
        if (found.Any(setting => setting.Key.Spelling == WeakKeys.Negotiated))
            found.RemoveAll(setting => setting.Key.Spelling == "TrustServerCertificate");

        found.RemoveAll(setting => setting.Key.Scheme is { } scheme && !whole.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
        return known == 0 ? [] : found.Where(setting => known > 1 || (setting.Key.Telling && IsMore(whole)) || ConnectionText.IsTaken(written, sinks));
    }

    /// <summary>The settings, separated by semicolons, or else by commas, blanks, or as a query is.</summary>
    private static IEnumerable<WeakSetting> In(string text)
    {
        var query = text.IndexOf("://", StringComparison.Ordinal) >= 0 && text.IndexOf(';') < 0 ? text.IndexOf('?') : -1;
        if (query >= 0)
            return In(text, '&', query + 1);

        return text.IndexOf(';') >= 0 ? In(text, ';', 0) : In(text, ',', 0).Concat(text.IndexOf(',') < 0 ? In(text, ' ', 0) : []).GroupBy(setting => setting.Start).Select(same => same.First());
    }

    private static IEnumerable<WeakSetting> In(string text, char separator, int from)
    {
        foreach (var pair in new ConnectionPairs(from == 0 ? text : text.Substring(from), separator))
        {
            if (pair.KeyEnd < 0)
                continue;

            var (start, equals, end) = (from + pair.Start, from + pair.KeyEnd, from + pair.End);
            if (WeakKeys.Of(text.Substring(start, equals - start), text.Substring(equals + 1, end - equals - 1)) is not { } key)
                continue;

            while (char.IsWhiteSpace(text[start]))
                start++;

            while (char.IsWhiteSpace(text[end - 1]))
                end--;

            var value = equals + 1;
            while (char.IsWhiteSpace(text[value]))
                value++;

            yield return new(key, start, value, end);
        }
    }

    /// <summary>The text that a literal is put into.</summary>
    public static IOperation Whole(IOperation written)
    {
        while (TextCalls.IsPart(written))
        {
            do
                written = written.Parent!;
            while (!(written is IInterpolatedStringOperation || TextCalls.IsSum(written) || (written is IInvocationOperation call && TextCalls.Joins(call))));
        }

        return written;
    }

    /// <summary>How many settings of connection strings there are; an address is one in itself.</summary>
    private static int KnownIn(string text)
    {
        if (text.IndexOf("://", StringComparison.Ordinal) is > 0 and < 24 && text.IndexOf(';') < 0)
            return 2;

        var separator = text.IndexOf(';') >= 0 ? ';' : text.IndexOf(',') >= 0 ? ',' : ' ';
        var known = 0;
        foreach (var pair in new ConnectionPairs(text, separator))
        {
            if (pair.KeyEnd < 0 ? separator == ',' && pair.Start == 0 && text.IndexOf(' ', 0, pair.End) < 0
                : ConnectionKeys.Of(text, pair.Start, pair.KeyEnd).Role != ConnectionKey.Unknown || WeakKeys.IsKey(text.Substring(pair.Start, pair.KeyEnd - pair.Start).Trim()))
                known++;
        }

        return known;
    }

    /// <summary>Whether it is added to what is known only at run time: <c>connection + ";TrustServerCertificate=true"</c>.</summary>
    private static bool IsMore(string whole) => whole.IndexOf(ValueText.Hole) >= 0 && whole.IndexOf(';') >= 0;

    /// <summary>Whether the text leads to the machine the program runs on, or checks the certificate by another setting.</summary>
    public static bool LeadsHome(string text, Safeguard safeguard)
    {
        if (safeguard != Safeguard.Diagnostics && text.IndexOf("Verify", StringComparison.OrdinalIgnoreCase) is >= 0 and var verify && text.IndexOf("Verify-", StringComparison.OrdinalIgnoreCase) < 0
            && (string.Compare(text, verify + 6, "CA", 0, 2, StringComparison.OrdinalIgnoreCase) == 0 || string.Compare(text, verify + 6, "Full", 0, 4, StringComparison.OrdinalIgnoreCase) == 0))
            return true;

        if (text.IndexOf("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("devstoreaccount1", StringComparison.Ordinal) >= 0)
            return true;

        if (PlainAddress.HostOf(text) is { } address)
            return AddressText.IsLocal(address);

        var separator = text.IndexOf(';') >= 0 ? ';' : text.IndexOf(',') >= 0 ? ',' : ' ';
        foreach (var pair in new ConnectionPairs(text, separator))
        {
            var isHost = pair.KeyEnd < 0 ? pair.Start == 0 && separator == ',' : ConnectionKeys.Of(text, pair.Start, pair.KeyEnd).Role == ConnectionKey.Host;
            if (isHost && IsLocal(pair.KeyEnd < 0 ? text.Substring(0, pair.End) : pair.Value(text)))
                return true;
        }

        return false;
    }

    private static bool IsLocal(string host)
    {
        host = host.Trim();
        return AddressText.IsLocal(host.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase) ? host.Substring(4) : host) || (PlainAddress.HostOf(host) is { } inner && AddressText.IsLocal(inner));
    }
}
