using System.Diagnostics;
using Undercurrent.Analyzers.Engine.SecretTexts;

namespace Undercurrent.Analyzers.Tests.Engine;

public sealed class SecretTextsTests
{
    [Theory]
    [InlineData("password", CredentialKind.Password)]
    [InlineData("_dbPwd", CredentialKind.Password)]
    [InlineData("SCHEMA_REGISTRY_PASSWORD", CredentialKind.Password)]
    [InlineData("CertificateFilePassword", CredentialKind.Password)]
    [InlineData("mot_de_passe", CredentialKind.Password)]
    [InlineData("clientSecret", CredentialKind.Secret)]
    [InlineData("X-Api-Key", CredentialKind.Secret)]
    [InlineData("StorageAccountKey", CredentialKind.Secret)]
    [InlineData("githubToken", CredentialKind.Token)]
    [InlineData("key", CredentialKind.None)]
    [InlineData("CancellationToken", CredentialKind.None)]
    [InlineData("PasswordResetUrl", CredentialKind.None)]
    [InlineData("PasswordHash", CredentialKind.None)]
    [InlineData("SecretName", CredentialKind.None)]
    [InlineData("ApiKeyHeader", CredentialKind.None)]
    [InlineData("TokenEndpoint", CredentialKind.None)]
    [InlineData("serviceKey", CredentialKind.None)]
    [InlineData("PublicKeyToken", CredentialKind.None)]
    [InlineData("KeyVaultName", CredentialKind.None)]
    internal void Names_say_what_they_hold(string name, CredentialKind kind) => Assert.Equal(kind, CredentialName.KindOf(name));

    [Theory]
    [InlineData("${DB_PASSWORD}")]
    [InlineData("$(DbPassword)")]
    [InlineData("{{ password }}")]
    [InlineData("{0}")]
    [InlineData("#{Password}#")]
    [InlineData("%PASSWORD%")]
    [InlineData("__PASSWORD__")]
    [InlineData("<your password>")]
    [InlineData("YOUR_API_KEY")]
    [InlineData("insert-key-here")]
    [InlineData("xxxxxxxx")]
    [InlineData("••••••")]
    [InlineData("@Microsoft.KeyVault(VaultName=v;SecretName=s)")]
    [InlineData("@password")]
    [InlineData("my-secret-password")]
    [InlineData("your-key-here")]
    [InlineData("<key here>")]
    [InlineData("PutPasswordHere")]
    [InlineData("ACCESS_TOKEN_HERE")]
    [InlineData("text goes here")]
    [InlineData("KeyGoesHere")]
    [InlineData("something-here")]
    [InlineData("your_s3cr3t_k3y")]
    [InlineData("fake1234")]
    [InlineData("yourpassword")]
    [InlineData("yourkeyhere")]
    public void Placeholders_stand_for_a_secret(string text) => Assert.True(Placeholder.Is(text));

    [Theory]
    [InlineData("hunter2")]
    [InlineData("P@ss{w0rd")]
    [InlineData("$ecret-9")]
    [InlineData("changeme")]
    [InlineData("correct horse battery staple")]
    [InlineData("9f8aTz31kHere")]
    [InlineData("9f8aTz31kFake7")]
    [InlineData("a4b8Your2x9")]
    [InlineData("SummerIsHere1")]
    [InlineData("yourself99")]
    public void Secrets_are_no_placeholders(string text) => Assert.False(Placeholder.Is(text));

    [Theory]
    [InlineData("Server=db;Password=\"a;b\";User Id=x", "Password", "a;b")]
    [InlineData("Driver={x};Server=db;Pwd={a;b=c}", "PWD", "a;b=c")]
    [InlineData("Server=db ; pass word = hunter2 ; uid=x", "Password", "hunter2")]
    [InlineData("AccountName=x;AccountKey=YWJj==;EndpointSuffix=y", "AccountKey", "YWJj==")]
    [InlineData("Server=db;Password=\"open;Uid=x", "Password", "\"open")]
    [InlineData("select f('', 'host=a password=b')", "Password", "b")]
    [InlineData("see mongodb://a:b@c and more", "user-info", "b")]
    [InlineData("amqp://a:p%40ss:w@h/v", "user-info", "p%40ss:w")]
    public void Secrets_are_found_among_settings(string text, string key, string value)
    {
        var secret = ConnectionText.SecretIn(text)!.Value;
        Assert.Equal((key, value), (secret.Key, secret.Value));
    }

    [Theory]
    [InlineData(";")]
    [InlineData("=")]
    [InlineData("://")]
    [InlineData("a://b:c")]
    [InlineData("Password='")]
    [InlineData("Password={")]
    [InlineData("LoginModule password=")]
    [InlineData("Server=a;=;;;Password==;'")]
    [InlineData("a://:@")]
    [InlineData("a://?password")]
    [InlineData("select '")]
    [InlineData("where '='")]
    public void Fragments_are_taken_as_they_come(string text) => Assert.Null(Record.Exception(() => ConnectionText.SecretIn(text + text + text)));

    [Theory]
    [InlineData("a=b;")]
    [InlineData("://a:")]
    [InlineData("Password='")]
    [InlineData("a={b;")]
    [InlineData("x://a:b")]
    [InlineData("x://a?b")]
    [InlineData("LoginModule ")]
    [InlineData("{\"")]
    [InlineData("a b,c=d ")]
    [InlineData("select '=' ")]
    [InlineData("here ")]
    [InlineData("aHere1")]
    public void A_megabyte_takes_no_time(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));
        ConnectionText.SecretIn(part);

        var watch = Stopwatch.StartNew();
        ConnectionText.SecretIn(text);
        SecretValue.IsSecret(text);
        SecretValue.LooksSecret(text, CredentialKind.Password, "password");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
    }
}
