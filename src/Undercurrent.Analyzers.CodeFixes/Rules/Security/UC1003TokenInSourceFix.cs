using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Takes the token out of the source.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC1003TokenInSourceFix() : PipelineFix(UC1003TokenInSource.Rule, new FromConfiguration(), new FromEnvironment(), new CredentialChain())
{
    /// <summary>What is put together with values of a run cannot be read as a whole.</summary>
    private static bool CanRead(ExpressionSyntax node, Finding finding) =>
        node is not InterpolatedStringExpressionSyntax and not BinaryExpressionSyntax || finding.Model.GetConstantValue(node).HasValue;

    private static string KeyOf(SyntaxNode node, Finding finding) => SettingName.Key(node, string.Concat((finding.Known(UC1003TokenInSource.Kind) ?? "Secret").Split(' ', '#').Select(Capital)));

    /// <summary>A brand is one word, however it is written.</summary>
    private static string Capital(string word) => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word.Substring(1).ToLowerInvariant();

    private sealed class FromConfiguration() : ReadInstead("configuration", "Read it from the configuration")
    {
        private protected override (string Reads, string Missing, string[] Spaces)? Reading(ExpressionSyntax node, Finding finding) =>
            CanRead(node, finding) && ConfigurationAt(node, finding) is { } configuration && KeyOf(node, finding) is var key
                ? ($"{configuration}[\"{key}\"]", $"Configuration value '{key}' is missing.", [])
                : null;
    }

    private sealed class FromEnvironment() : ReadInstead("environment", "Read it from the environment")
    {
        private protected override (string Reads, string Missing, string[] Spaces)? Reading(ExpressionSyntax node, Finding finding)
        {
            if (!CanRead(node, finding))
                return null;

            var variable = SettingName.Variable(KeyOf(node, finding));
            return ($"{TypeName(finding, node, "System", "Environment")}.GetEnvironmentVariable(\"{variable}\")", $"Environment variable '{variable}' is missing.", []);
        }
    }
}
