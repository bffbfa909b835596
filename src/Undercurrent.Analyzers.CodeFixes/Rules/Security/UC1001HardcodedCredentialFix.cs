using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Takes the secret out of the source.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC1001HardcodedCredentialFix() : PipelineFix(UC1001HardcodedCredential.Rule, new FromConfiguration(), new FromEnvironment(), new CredentialChain())
{
    private static string KeyOf(SyntaxNode node, Finding finding) => SettingName.Key(node, finding.Known(UC1001HardcodedCredential.Taker) ?? "Secret");

    private sealed class FromConfiguration() : ReadInstead("configuration", "Read it from the configuration")
    {
        private protected override (string Reads, string Missing, string[] Spaces)? Reading(ExpressionSyntax node, Finding finding) =>
            ConfigurationAt(node, finding) is { } configuration && KeyOf(node, finding) is var key
                ? ($"{configuration}[\"{key}\"]", $"Configuration value '{key}' is missing.", [])
                : null;
    }

    private sealed class FromEnvironment() : ReadInstead("environment", "Read it from the environment")
    {
        private protected override (string Reads, string Missing, string[] Spaces)? Reading(ExpressionSyntax node, Finding finding)
        {
            var variable = SettingName.Variable(KeyOf(node, finding));
            return ($"{TypeName(finding, node, "System", "Environment")}.GetEnvironmentVariable(\"{variable}\")", $"Environment variable '{variable}' is missing.", []);
        }
    }
}
