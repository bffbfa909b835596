using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Takes the connection string out of the source.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC1002SecretInConnectionStringFix() : PipelineFix(UC1002SecretInConnectionString.Rule, new FromConfiguration(), new FromEnvironment(), new Passwordless(), new EndpointChain())
{
    /// <summary>What is added to a text begun before is a part of it; a whole connection string cannot stand there.</summary>
    private static bool IsPart(ExpressionSyntax node) =>
        node.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression }
            or ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Append" or "AppendLine" } } };

    private sealed class FromConfiguration() : ReadInstead("configuration", "Read it from the configuration")
    {
        private protected override (string Reads, string Missing, string[] Spaces)? Reading(ExpressionSyntax node, Finding finding) =>
            !IsPart(node) && ConfigurationAt(node, finding) is { } configuration && SettingName.Connection(node) is var name
                ? ($"{configuration}.GetConnectionString(\"{name}\")", $"Connection string '{name}' is missing.", ["Microsoft.Extensions.Configuration"])
                : null;
    }

    private sealed class FromEnvironment() : ReadInstead("environment", "Read it from the environment")
    {
        private protected override (string Reads, string Missing, string[] Spaces)? Reading(ExpressionSyntax node, Finding finding)
        {
            if (IsPart(node))
                return null;

            var variable = SettingName.Variable(SettingName.Connection(node) + ":ConnectionString");
            return ($"{TypeName(finding, node, "System", "Environment")}.GetEnvironmentVariable(\"{variable}\")", $"Environment variable '{variable}' is missing.", []);
        }
    }
}
