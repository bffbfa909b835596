using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Takes the secret out of the source.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC1001HardcodedCredentialFix() : PipelineFix(UC1001HardcodedCredential.Rule, new FromEnvironment())
{
    private sealed class FromEnvironment() : Remedy<ExpressionSyntax>("environment", "Read it from the environment")
    {
        private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending)
        {
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            editor.ReplaceNode(node, SyntaxFactory.ParseExpression("System.Environment.GetEnvironmentVariable(\"PIPELINE_SECRET\")").WithTriviaFrom(node));
        }
    }
}
