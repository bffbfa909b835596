using Undercurrent.Analyzers.Engine.SecretTexts;
using Undercurrent.Analyzers.Tests.Knowledge;

namespace Undercurrent.Analyzers.Tests.Engine;

public sealed class TokenTextTests
{
    private const int Megabyte = 1_000_000;

    /// <summary>Every character is looked at once, and hardly ever twice, however many forms there are.</summary>
    [Fact]
    public void A_megabyte_of_base64_is_one_pass()
    {
        var bytes = new byte[Megabyte * 3 / 4];
        new Random(7).NextBytes(bytes);

        Assert.Null(TokenText.In(Convert.ToBase64String(bytes), out var steps));
        Assert.InRange(steps, Megabyte, Megabyte * 3 / 2);
    }

    [Theory]
    [InlineData("eyJ")]
    [InlineData("eyJhbGciOiJub25l.")]
    [InlineData("eyJhbGciOiJub25l-")]
    [InlineData("+ASt")]
    [InlineData("JQQJ9")]
    [InlineData("IBAzCC")]
    [InlineData("sk-")]
    [InlineData("glpat-")]
    [InlineData("glpat-x.")]
    [InlineData("SG.")]
    [InlineData("&sig=")]
    [InlineData("Basic ")]
    [InlineData("-----BEGIN PRIVATE KEY-----\n")]
    [InlineData("-----BEGIN ")]
    [InlineData("ops_eyJ")]
    [InlineData("7Q~")]
    [InlineData("AzFu")]
    public void A_megabyte_of_beginnings_is_little_more(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, Megabyte / part.Length));

        Assert.Null(TokenText.In(text, out var steps));
        Assert.InRange(steps, 1, text.Length * 40);
    }

    [Fact]
    public void The_first_token_is_found_behind_a_megabyte()
    {
        var token = TokenFormatsTests.TokenOf("GitHub token");
        var found = TokenText.In(new string(' ', Megabyte) + token);
        Assert.Equal((Megabyte, Megabyte + token.Length), (found!.Value.Start, found.Value.End));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ghp_")]
    [InlineData("-----BEGIN ")]
    [InlineData("-----BEGIN PRIVATE KEY-----\\")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nProc-Type:")]
    [InlineData("Basic ////////")]
    [InlineData("eyJ///////////.eyJ///////////.////////////////////")]
    [InlineData("eyJxxxxxxxxxxxxx.eyJxxxxxxxxxxxxxxx.xxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("sig=%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%")]
    public void Beginnings_are_taken_as_they_come(string text) => Assert.Null(TokenText.In(text));

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\\n", "")]
    [InlineData("\r\n", "Proc-Type: 4,ENCRYPTED\r\nDEK-Info: AES-128-CBC,0123456789ABCDEF0123456789ABCDEF\r\n\r\n")]
    [InlineData(" ", "")]
    public void A_private_key_is_found_however_its_lines_end(string end, string headers)
    {
        var key = string.Concat(new Random(7).GetItems("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".ToCharArray(), 130));
        Assert.Equal("private key", TokenText.In($"-----BEGIN EC PRIVATE KEY-----{end}{headers}{key[..64]}{end}{key[64..]}{end}-----END EC PRIVATE KEY-----")?.Name);
        Assert.Null(TokenText.In($"-----BEGIN EC PRIVATE KEY-----{end}{headers}{key[..40]}{end}-----END EC PRIVATE KEY-----"));
        Assert.Null(TokenText.In($"-----BEGIN CERTIFICATE-----{end}{headers}{key}{end}-----END CERTIFICATE-----"));
    }
}
