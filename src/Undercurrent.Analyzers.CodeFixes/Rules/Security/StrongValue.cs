using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Turns a switch round, or chooses the encrypting value of an enumeration.</summary>
internal sealed class StrongValue() : Remedy<ExpressionSyntax>("value", "Turn encryption on")
{
    private static readonly Dictionary<string, string> Encrypting = new(StringComparer.Ordinal)
    {
        ["SecurityProtocol.Plaintext"] = "Ssl",
        ["SecurityProtocol.SaslPlaintext"] = "SaslSsl",
        ["SslMode.Allow"] = "VerifyFull",
        ["SslMode.Disable"] = "VerifyFull",
        ["SslMode.Prefer"] = "VerifyFull",
        ["MySqlSslMode.Disabled"] = "VerifyFull",
        ["MySqlSslMode.None"] = "VerifyFull",
        ["MySqlSslMode.Preferred"] = "VerifyFull",
        ["SqlConnectionEncryptOption.Optional"] = "Mandatory",
        ["FtpEncryptionMode.None"] = "Explicit",
        ["SecureSocketOptions.None"] = "StartTls",
        ["EncryptionPolicy.AllowNoEncryption"] = "RequireEncryption",
        ["EncryptionPolicy.NoEncryption"] = "RequireEncryption",
        ["EncryptionPolicy.EnforceUnencrypted"] = "EnforceEncrypted",
        ["EncryptionPolicy.PreferUnencrypted"] = "EnforceEncrypted",
        ["EncryptionLevel.None"] = "Encrypted",
        ["NatsTlsMode.Disable"] = "Require",
        ["ChannelCredentials.Insecure"] = "SecureSsl",
        ["BucketEncryption.UNENCRYPTED"] = "S3_MANAGED",
        ["CatalogEncryptionMode.DISABLED"] = "SSE_KMS",
        ["QueueEncryption.UNENCRYPTED"] = "SQS_MANAGED",
        ["ServerSideEncryptionMethod.None"] = "AES256",
        ["StreamEncryption.UNENCRYPTED"] = "MANAGED",
        ["TransparentDataEncryptionState.Disabled"] = "Enabled",
    };

    private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(Stronger(node, finding) is not null);

    private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending)
    {
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        var (weak, strong) = Stronger(node, finding)!.Value;
        editor.ReplaceNode(weak, SyntaxFactory.ParseExpression(strong).WithTriviaFrom(weak));
    }

    private static (ExpressionSyntax Weak, string Strong)? Stronger(ExpressionSyntax node, Finding finding)
    {
        var value = node is AssignmentExpressionSyntax assignment ? assignment.Right : node;
        if (value is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression or (int)SyntaxKind.FalseLiteralExpression })
            return (value, value.IsKind(SyntaxKind.TrueLiteralExpression) ? "false" : "true");

        return finding.Model.GetSymbolInfo(value).Symbol is (IFieldSymbol or IPropertySymbol) and { IsStatic: true } named && Encrypting.TryGetValue($"{named.ContainingType.Name}.{named.Name}", out var strong)
            ? (value, value is MemberAccessExpressionSyntax access ? $"{access.Expression}.{strong}" : strong)
            : null;
    }
}
