using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>Has the consumer leave its group, whatever happens.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC6017UnclosedConsumerFix() : PipelineFix(UC6017UnclosedConsumer.Rule, new Closes())
{
    private sealed class Closes() : Remedy<InvocationExpressionSyntax>("close", "Close it in the end")
    {
        private protected override Task<bool> CanMendAsync(InvocationExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(InTheEnd.CanMend(node) || BeforeDispose.CanMend(node));

        private protected override Task MendAsync(InvocationExpressionSyntax node, Finding finding, Mending mending) => BeforeDispose.CanMend(node) ? BeforeDispose.Mend(node, finding, mending) : InTheEnd.Mend(node, finding, mending);
    }

    private static class InTheEnd
    {
        public static bool CanMend(InvocationExpressionSyntax node) => Scope(node) is not null;

        public static async Task Mend(InvocationExpressionSyntax node, Finding finding, Mending mending)
        {
            var (block, first, name) = Scope(node)!.Value;
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            editor.ReplaceNode(block, (current, _) => Closing((BlockSyntax)current, first, name, block));
        }

        /// <summary>The statements between the consumer's making and its end, where they can be moved in by one step as they are.</summary>
        private static (BlockSyntax Block, int First, string Name)? Scope(InvocationExpressionSyntax node)
        {
            if (node.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: not "Build" })
                return null;

            var (block, first, declared) = node.FirstAncestorOrSelf<StatementSyntax>() switch
            {
                UsingStatementSyntax { Declaration: { } declaration, Statement: BlockSyntax body } => (body, 0, declaration),
                LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0, Parent: BlockSyntax around } statement => (around, around.Statements.IndexOf(statement) + 1, statement.Declaration),
                _ => (null, 0, null),
            };
            return block is null || first >= block.Statements.Count || declared!.Variables.Count != 1 || block.ContainsDirectives || block.Statements.Skip(first).Any(HasLines)
                || block.Statements.Skip(first).Any(static one => one is LocalFunctionStatementSyntax) ? null : (block, first, declared.Variables[0].Identifier.Text);
        }

        /// <summary>Whether a text goes over several lines, which moving would change.</summary>
        private static bool HasLines(StatementSyntax statement) => statement.DescendantTokens().Any(static token => token.Text.IndexOf('\n') >= 0);

        private static BlockSyntax Closing(BlockSyntax block, int first, string name, BlockSyntax original)
        {
            var (end, indent) = (Introduce.NewLine(original).ToString(), Blocks.IndentationOf(original.Statements[first]));
            var moved = string.Concat(block.Statements.Skip(first).Select(static one => one.ToFullString()));
            var lines = moved.TrimEnd().Split(["\r\n", "\n"], StringSplitOptions.None);
            var blank = lines.TakeWhile(static line => line.Trim().Length == 0).Count();
            var inside = string.Join(end, lines.Skip(blank).Select(static line => line.Trim().Length == 0 ? line : "    " + line));
            var text = $"{string.Concat(Enumerable.Repeat(end, blank))}{indent}try{end}{indent}{{{end}{inside}{end}{indent}}}{end}{indent}finally{end}{indent}{{{end}{indent}    {name}.Close();{end}{indent}}}{end}";
            return block.WithStatements(SyntaxFactory.List(block.Statements.Take(first).Append(SyntaxFactory.ParseStatement(text))));
        }
    }

    private static class BeforeDispose
    {
        public static bool CanMend(InvocationExpressionSyntax node) =>
            node is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Dispose" }, Parent: ExpressionStatementSyntax { Parent: BlockSyntax } or ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax } };

        public static async Task Mend(InvocationExpressionSyntax node, Finding finding, Mending mending)
        {
            var close = $"{((MemberAccessExpressionSyntax)node.Expression).Expression}.Close();";
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            if (node.Parent is ExpressionStatementSyntax statement)
                editor.InsertBefore(statement, Blocks.Beside(statement, close));
            else if (node.Parent?.Parent is MethodDeclarationSyntax method)
                editor.ReplaceNode(method, (current, _) => WithBody((MethodDeclarationSyntax)current, close, method));
        }

        private static MethodDeclarationSyntax WithBody(MethodDeclarationSyntax method, string close, SyntaxNode original)
        {
            var body = Blocks.Body(method, "Dispose();", Kept.Done, original);
            var (disposed, placeholder) = (body.Body!.Statements[0], body.Body.Statements[1]);
            var first = SyntaxFactory.ParseStatement(close).WithTriviaFrom(placeholder);
            return body.WithBody(body.Body.WithStatements(SyntaxFactory.List(new[] { first, disposed })));
        }
    }
}
