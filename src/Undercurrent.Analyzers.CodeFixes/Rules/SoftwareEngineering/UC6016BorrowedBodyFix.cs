using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>Keeps a copy instead.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC6016BorrowedBodyFix() : PipelineFix(UC6016BorrowedBody.Rule, new Copies())
{
    private const string Memory = "ReadOnlyMemory<byte>";

    private static bool IsMemory(ExpressionSyntax node, Finding finding) => finding.Model.GetTypeInfo(node).Type is INamedTypeSymbol { Name: "ReadOnlyMemory" };

    private sealed class Copies() : Remedy<ExpressionSyntax>("copy", "Copy the body")
    {
        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(finding.Known(UC6016BorrowedBody.How) switch
        {
            "Stored" => InPlace.CanMend(node, finding),
            "Captured" => Before.CanMend(node, finding),
            _ => false,
        });

        private protected override Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending) =>
            finding.Known(UC6016BorrowedBody.How) == "Stored" ? InPlace.Mend(node, finding, mending) : Before.Mend(node, finding, mending);
    }

    /// <summary>Copies where it is stored, so that what it becomes has the same type.</summary>
    private static class InPlace
    {
        public static bool CanMend(ExpressionSyntax node, Finding finding) => IsMemory(node, finding) && (Declaration(node) is not null || IsTyped(node, finding));

        public static async Task Mend(ExpressionSyntax node, Finding finding, Mending mending)
        {
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            if (Declaration(node) is { Type.IsVar: true } declaration)
            {
                await Introduce.Using(finding, finding.Document, mending, "System").ConfigureAwait(false);
                editor.ReplaceNode(declaration.Type, SyntaxFactory.ParseTypeName(Memory).WithTriviaFrom(declaration.Type));
            }

            editor.ReplaceNode(node, (current, _) => SyntaxFactory.ParseExpression($"{current.WithoutTrivia()}.ToArray()").WithTriviaFrom(current));
        }

        private static VariableDeclarationSyntax? Declaration(ExpressionSyntax node) =>
            node.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } } ? declaration : null;

        /// <summary>Whether a type is asked for here that an array turns into by itself.</summary>
        private static bool IsTyped(ExpressionSyntax node, Finding finding) => node.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Right == node,
            ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => finding.Model.GetTypeInfo(tuple).ConvertedType is { } type && tuple.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && !IsInferred(call, finding) && type.IsTupleType,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => !IsInferred(call, finding),
            ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax } => true,
            _ => false,
        };

        private static bool IsInferred(InvocationExpressionSyntax call, Finding finding) => finding.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol { IsGenericMethod: false };
    }

    /// <summary>Copies before the work begins that outlives the handler.</summary>
    private static class Before
    {
        public static bool CanMend(ExpressionSyntax node, Finding finding) => IsMemory(node, finding) && node is MemberAccessExpressionSyntax && Work(node) is not null;

        public static async Task Mend(ExpressionSyntax node, Finding finding, Mending mending)
        {
            var statement = Work(node)!;
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            var what = $"{node} before {statement.SpanStart}";
            if ((Known(statement, node) ?? mending.BroughtIn(finding.Document, what)) is not { } name)
            {
                name = Free(statement);
                mending.Remember(finding.Document, what, name);
                await Introduce.Using(finding, finding.Document, mending, "System").ConfigureAwait(false);
                var copy = Blocks.Beside(statement, $"{Memory} {name} = {node.WithoutTrivia()}.ToArray();").WithLeadingTrivia(statement.GetLeadingTrivia());
                editor.InsertBefore(statement, copy);
                editor.ReplaceNode(statement, (current, _) => current.WithLeadingTrivia(SyntaxFactory.Whitespace(Blocks.IndentationOf(statement))));
            }

            editor.ReplaceNode(node, (current, _) => SyntaxFactory.IdentifierName(name).WithTriviaFrom(current));
        }

        /// <summary>The statement of the handler that begins the work.</summary>
        private static StatementSyntax? Work(ExpressionSyntax node) =>
            node.Ancestors().FirstOrDefault(static around => around is AnonymousFunctionExpressionSyntax)?.Ancestors().FirstOrDefault(static around => around is StatementSyntax or AnonymousFunctionExpressionSyntax) is StatementSyntax { Parent: BlockSyntax } statement ? statement : null;

        /// <summary>The copy that stands there already.</summary>
        private static string? Known(StatementSyntax statement, ExpressionSyntax node)
        {
            var statements = ((BlockSyntax)statement.Parent!).Statements;
            return statements.IndexOf(statement) is > 0 and var at && statements[at - 1] is LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } && variables[0].Initializer?.Value.ToString() == $"{node.WithoutTrivia()}.ToArray()"
                ? variables[0].Identifier.Text
                : null;
        }

        private static string Free(StatementSyntax statement)
        {
            var member = statement.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? statement.SyntaxTree.GetRoot();
            var taken = new HashSet<string>(member.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText), StringComparer.Ordinal);
            return taken.Contains("body") ? taken.Contains("copy") ? "bodyCopy" : "copy" : "body";
        }
    }
}
