using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.Security;

[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC1001HardcodedCredentialFix()
    : PipelineFix<ExpressionSyntax>(UC1001HardcodedCredential.Rule, "Read it from the environment")
{
    private protected override void Fix(ExpressionSyntax secret, DocumentEditor editor) =>
        editor.ReplaceNode(secret, SyntaxFactory.ParseExpression("System.Environment.GetEnvironmentVariable(\"PIPELINE_SECRET\")").WithTriviaFrom(secret));
}
