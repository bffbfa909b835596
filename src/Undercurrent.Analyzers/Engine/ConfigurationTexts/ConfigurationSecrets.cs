using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using Undercurrent.Analyzers.Engine.SecretTexts;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.ConfigurationTexts;

/// <summary>A setting with a secret in it, and where the secret itself stands.</summary>
internal readonly record struct ConfigurationSecret(string Path, TextSpan Span);

/// <summary>Tells the settings that carry a secret from the others: by the form of the value or of a part of it, or by what the keys promise.</summary>
internal sealed class ConfigurationSecrets(ApiCatalogue sinks, ImmutableArray<string> words, ImmutableArray<string> exclusions)
{
    private const string Nested = "connection string=";

    private static readonly string[] Separators = [":", "__"];

    /// <summary>How values begin that are encrypted or hashed for a file, or that ASP.NET makes up by itself.</summary>
    private static readonly string[] Sealed =
        ["AQAAANCMnd8", "CfDJ8", "AQICAH", "ENC(", "ENC[", "encrypted:", "{cipher}", "$ANSIBLE_VAULT", "$2a$", "$2b$", "$2y$", "$argon2", "{SSHA}", "AutoGenerate"];

    public ConfigurationSecret? In(ConfigurationEntry entry, SourceText file)
    {
        entry = entry with { Value = VariableDefaults.In(entry.Value) };
        if (entry.Value.Length < 4)
            return null;

        var (parent, name) = LastKeys(entry.Path);
        if (IsExcluded(parent) || IsExcluded(name))
            return null;

        var setting = ConnectionText.MayBeIn(entry.Value) ? ConnectionText.SecretIn(entry.Value, taken: IsConnection(parent) || IsConnection(name)) ?? SecretInNested(entry.Value) : null;
        return setting is { } found ? new(entry.Path, Where(found, entry, file))
            : IsCredential(parent, name, entry.Value) ? new(entry.Path, Where(new(name, entry.Value, 0, entry.Value.Length), entry, file))
            : TokenText.In(entry.Value) is { } token ? new(entry.Path, Where(new(token.Name, entry.Value.Substring(token.Start, token.End - token.Start), token.Start, token.End), entry, file))
            : null;
    }

    /// <summary>The user's exclusions silence a setting altogether: there is no pragma for a file.</summary>
    private bool IsExcluded(string key) =>
        !exclusions.IsEmpty && Array.Exists(IdentifierWords.Of(key), word => exclusions.Contains(word, StringComparer.OrdinalIgnoreCase));

    private bool IsCredential(string parent, string name, string value)
    {
        if (Array.Exists(Sealed, beginning => value.StartsWith(beginning, StringComparison.Ordinal)))
            return false;

        // A header holds a credential where a scheme stands before it; its name has other uses in settings.
        var inHeader = (sinks.TraitsOfSetting("header:" + name) & ApiTrait.Secret) != 0 && SecretValue.WithoutScheme(value) != value;
        return inHeader || (sinks.TraitsOfSetting(name) & ApiTrait.Secret) != 0
            ? SecretValue.IsSecret(SecretValue.WithoutScheme(value))
            : KindOf(parent, name) is not CredentialKind.None and var kind && SecretValue.LooksSecret(value, kind, name);
    }

    /// <summary>A key speaks for itself; <c>Key</c>, <c>Value</c> and what stands in a section of passwords mean what their section says.</summary>
    private CredentialKind KindOf(string parent, string name)
    {
        var kind = CredentialName.KindOf(name, words);
        return kind != CredentialKind.None ? kind
            : parent == "machineKey" && CredentialName.IsKey(name) ? CredentialKind.Secret
            : EndsInPassword(name) ? CredentialKind.Password
            : parent.Length > 0 ? CredentialName.KindOf(parent + " " + name, words)
            : CredentialKind.None;
    }

    /// <summary>Variables of the environment and options run words together, and shorten this one: <c>SSHPASSWORD</c>, <c>RABBITMQ_DEFAULT_PASS</c>, <c>--requirepass</c>.</summary>
    private static bool EndsInPassword(string name) =>
        IdentifierWords.Of(name) is { Length: > 0 } said && said[said.Length - 1] is var last && (last is "pass" or "requirepass" or "masterauth" || (last.Length > 8 && last.EndsWith("password", StringComparison.Ordinal)));

    private static bool IsConnection(string name) =>
        Array.Exists(IdentifierWords.Of(name), word => word is "connection" or "connectionstring" or "conn" or "dsn");

    /// <summary>Entity Framework's strings for its old designer hold the store's own in quotation marks.</summary>
    private static SecretSetting? SecretInNested(string value)
    {
        var start = value.IndexOf(Nested, StringComparison.OrdinalIgnoreCase) + Nested.Length;
        if (start < Nested.Length || start >= value.Length || value[start] is not ('"' or '\''))
            return null;

        var end = value.IndexOf(value[start], start + 1);
        return ConnectionText.SecretIn(value.Substring(start + 1, (end < 0 ? value.Length : end) - start - 1), taken: true) is { } secret
            ? secret with { Start = secret.Start + start + 1, End = secret.End + start + 1 }
            : null;
    }

    /// <summary>The secret alone where it can be told from the rest of the value; else the whole value, as where escapes shift it.</summary>
    private static TextSpan Where(SecretSetting secret, ConfigurationEntry entry, SourceText file)
    {
        var written = file.ToString(entry.Span);
        var at = written == entry.Value ? written.LastIndexOf(secret.Value, secret.End - 1, secret.End - secret.Start, StringComparison.Ordinal)
            : written.IndexOf(secret.Value, StringComparison.Ordinal) is var first && first == written.LastIndexOf(secret.Value, StringComparison.Ordinal) ? first
            : -1;
        return at < 0 ? entry.Span : new(entry.Span.Start + at, secret.Value.Length);
    }

    /// <summary>The key, and the key of the section it stands in: of <c>Jwt:Key</c>, of <c>Jwt__Key</c> and of nested sections alike.</summary>
    private static (string Parent, string Name) LastKeys(string path)
    {
        var keys = path.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return keys.Length > 1 ? (keys[keys.Length - 2], keys[keys.Length - 1]) : ("", keys.Length > 0 ? keys[0] : "");
    }
}
