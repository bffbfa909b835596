using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Takes the connection string out of the source.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC1002SecretInConnectionStringFix() : PipelineFix(UC1002SecretInConnectionString.Rule, new FromConfiguration(), new FromEnvironment(), new Passwordless(), new EndpointChain())
{
    private sealed class FromConfiguration() : ReadInstead("configuration", "Read it from the configuration")
    {
        private protected override (string Reads, string Missing, string[] Spaces)? Reading(ExpressionSyntax node, Finding finding) =>
            ConfigurationAt(node, finding) is { } configuration && SettingName.Connection(node) is var name
                ? ($"{configuration}.GetConnectionString(\"{name}\")", $"Connection string '{name}' is missing.", ["Microsoft.Extensions.Configuration"])
                : null;
    }

    private sealed class FromEnvironment() : ReadInstead("environment", "Read it from the environment")
    {
        private protected override (string Reads, string Missing, string[] Spaces)? Reading(ExpressionSyntax node, Finding finding)
        {
            var variable = SettingName.Variable(SettingName.Connection(node) + ":ConnectionString");
            return ($"{TypeName(finding, node, "System", "Environment")}.GetEnvironmentVariable(\"{variable}\")", $"Environment variable '{variable}' is missing.", []);
        }
    }
}
