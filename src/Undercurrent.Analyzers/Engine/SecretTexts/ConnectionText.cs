using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.SecretTexts;

/// <summary>
/// Finds the secret of a connection string: pairs of key and value as every provider writes them, the addresses with
/// user-info, Redis' list and the login modules of Kafka. One pass over the text for each, whatever its length.
/// </summary>
internal static class ConnectionText
{
    private static readonly char[] Signs = ['=', '@'];

    /// <summary>The first secret of a text, or null when it is no connection string or its secret is not written in it.</summary>
    /// <param name="text">The text, with <see cref="ValueText.Hole"/> where it is unknown.</param>
    /// <param name="taken">Whether the place that takes the text takes nothing but connection strings.</param>
    public static SecretSetting? SecretIn(string text, bool taken = false)
    {
        if (text.Length < 6 || text.IndexOfAny(Signs) < 0)
            return null;

        return AddressText.SecretIn(text) ?? InLoginModule(text) ?? (StatementText.Is(text) ? StatementText.SecretIn(text) : InSettings(text, taken));
    }

    /// <summary>The secrets that a written text, in each of its alternatives, carries as a connection string; not those of a part that a symbol holds.</summary>
    public static IEnumerable<SecretSetting> SecretsIn(IOperation written, ApiCatalogue sinks)
    {
        foreach (var text in ValueText.Of(written))
        {
            // Where a text goes and what it is added to is asked only when it would tell.
            var found = SecretIn(text.Text) ?? (SecretIn(text.Text, taken: true) is { } alone && IsTaken(written, sinks) ? alone : null);
            if (found is { } secret && !(text.PartWith(secret.Start, secret.End) is { } part && SecretIn(part.Text) is not null))
                yield return secret;
        }
    }

    /// <summary>The first secret among settings, however they are separated.</summary>
    public static SecretSetting? InSettings(string text, bool taken) =>
        InPairs(text, ';', taken) ?? (text.IndexOf(';') < 0 ? InPairs(text, ',', taken) ?? InPairs(text, ' ', taken) : null);

    /// <summary>Whether a text says where a store is or who comes, as a connection string does before its secret.</summary>
    public static bool IsBegunBy(string text)
    {
        if (text.IndexOf('=') < 0 || StatementText.Is(text))
            return false;

        foreach (var pair in new ConnectionPairs(text, ';'))
        {
            if (pair.KeyEnd >= 0 && ConnectionKeys.Of(text, pair.Start, pair.KeyEnd) is { Role: ConnectionKey.Host } or { Role: ConnectionKey.User, Spelling: not "Id" })
                return true;
        }

        return false;
    }

    /// <summary>Whether what is written in place has any mark of such a text; asked before anything is followed.</summary>
    public static bool MayBeIn(IOperation written) => written switch
    {
        ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } => MayBeIn(text),
        ILiteralOperation => false,
        IUtf8StringOperation { Value: var text } => MayBeIn(text),
        _ => TextCalls.PartsOf(written).Any(part => part.Known is { } known ? MayBeIn(known) : part.Value is not null && MayBeInPart(part.Value.Unwrapped())),
    };

    /// <summary>Whether a text goes where only connection strings go, or is added to what was begun as one.</summary>
    public static bool IsTaken(IOperation written, ApiCatalogue sinks) => written.Parent switch
    {
        IArgumentOperation { Parameter: { Name: "value", ContainingSymbol: { Name: "Append" or "AppendLine", ContainingType.Name: "StringBuilder" } } } => Ends(written),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } => (sinks.TraitsOf(property) & ApiTrait.ConnectionString) != 0,
        IArgumentOperation { Parameter: { } parameter } => (sinks.TraitsOf(parameter.ContainingSymbol, parameter.Name) & ApiTrait.ConnectionString) != 0,
        ICompoundAssignmentOperation => Ends(written),
        _ => false,
    } || BegunText.IsConnection(written);

    /// <summary>A fragment that ends a setting; the fragments of queries and messages do not.</summary>
    private static bool Ends(IOperation written) => written.ConstantValue is { HasValue: true, Value: string text } && text.TrimEnd().EndsWith(";", StringComparison.Ordinal);

    public static bool MayBeIn(string text) => text.IndexOfAny(Signs) >= 0 || text.IndexOf("://", StringComparison.Ordinal) >= 0;

    private static bool MayBeInPart(IOperation part) =>
        part is ILiteralOperation ? MayBeIn(part) : part is IMemberReferenceOperation { ConstantValue: { HasValue: true, Value: string text } } ? MayBeIn(text) : (part is IInterpolatedStringOperation || TextCalls.IsSum(part)) && MayBeIn(part);

    /// <summary>Whether a found secret is one a reader of the source should not have.</summary>
    public static bool IsSecret(string value) => value.IndexOf(ValueText.Hole) < 0 && SecretValue.IsSecret(value);

    private static SecretSetting? InPairs(string text, char separator, bool taken)
    {
        var known = 0;
        var (host, user, local, guest) = (false, false, false, false);
        SecretSetting? secret = null;
        foreach (var pair in new ConnectionPairs(text, separator))
        {
            if (pair.KeyEnd < 0)
            {
                // Redis writes its hosts first and without a key.
                var isHost = separator == ',' && pair.Start == 0 && IsHost(text, pair.Start, pair.End);
                host |= isHost;
                known += isHost ? 1 : 0;
                continue;
            }

            var (role, spelling) = ConnectionKeys.Of(text, pair.Start, pair.KeyEnd);
            if (role == ConnectionKey.Unknown)
                continue;

            known++;
            host |= role == ConnectionKey.Host;
            local |= role == ConnectionKey.Host && IsLocal(text, pair.ValueStart, pair.End);
            user |= role == ConnectionKey.User;
            if (role == ConnectionKey.User)
                guest |= string.Compare(text, pair.ValueStart, "guest", 0, 5, StringComparison.OrdinalIgnoreCase) == 0;

            if (role == ConnectionKey.Secret && secret is null && pair.Value(text) is var value && IsSecret(value))
                secret = new(spelling, value, pair.Start, pair.End);
        }

        // Cookies and log lines have tokens and versions too, but nobody's name and no host.
        var telling = taken || host || user || (separator != ' ' && secret?.Key is not ("token" or "AccessToken" or "Secret" or "ApiKey"));
        return telling && (known >= 2 || (taken && known >= 1)) && (separator != ',' || host || known > 2) && !(local && guest && secret?.Value == "guest") && !IsEmulator(text) ? secret : null;
    }

    private static bool IsEmulator(string text) =>
        text.IndexOf("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("UseDevelopmentEmulator=true", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsLocal(string text, int start, int end) => AddressText.IsLocal(text.Substring(start, Math.Min(end - start, 60)).Trim());

    private static bool IsHost(string text, int start, int end)
    {
        var dots = 0;
        for (var at = start; at < end; at++)
        {
            if (text[at] is '.' or ':')
                dots++;
            else if (!char.IsLetterOrDigit(text[at]) && text[at] is not ('-' or '_' or ValueText.Hole))
                return false;
        }

        return end > start && (dots > 0 || string.CompareOrdinal(text, start, "localhost", 0, 9) == 0 || end - start < 30);
    }

    /// <summary><c>…LoginModule required username="…" password="…";</c></summary>
    private static SecretSetting? InLoginModule(string text)
    {
        var module = text.IndexOf("LoginModule", StringComparison.Ordinal);
        var key = module < 0 ? -1 : text.IndexOf("password=", module, StringComparison.OrdinalIgnoreCase);
        if (key < 0 || key + 10 >= text.Length)
            return null;

        var quote = text[key + 9] is '"' or '\'' ? text[key + 9] : ' ';
        var start = quote == ' ' ? key + 9 : key + 10;
        var end = text.IndexOf(quote, start);
        end = end < 0 ? text.Length : end;
        var value = text.Substring(start, end - start).TrimEnd(';');
        return IsSecret(value) ? new("password", value, key, end) : null;
    }
}
