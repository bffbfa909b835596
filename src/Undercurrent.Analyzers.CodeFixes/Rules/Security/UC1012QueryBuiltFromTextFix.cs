using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Hands the values of a query over beside its text.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC1012QueryBuiltFromTextFix() : PipelineFix(UC1012QueryBuiltFromText.Rule, new AsParameters())
{
    private sealed class AsParameters() : Remedy<ExpressionSyntax>("parameters", "Pass the values as parameters")
    {
        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) =>
            Task.FromResult(EditOf(node, finding, cancellation) is not null);

        private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending) =>
            EditOf(node, finding, mending.Cancellation)!(await mending.EditorOf(finding.Document).ConfigureAwait(false));

        private static Action<DocumentEditor>? EditOf(ExpressionSyntax node, Finding finding, CancellationToken cancellation)
        {
            if (WrittenAt(node, finding, cancellation) is not { } written || WrittenQuery.Of(written, finding, cancellation) is not { } query)
                return null;

            return node.Parent switch
            {
                AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax command }, Parent: ExpressionStatementSyntax { Parent: BlockSyntax } statement } =>
                    QueryParameters.AddedAfter(statement, command, query, finding),
                ArgumentSyntax { Parent: ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax creation } } => QueryParameters.OfCreation(creation, query, finding),
                ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument => QueryParameters.OfCall(call, argument, query, finding),
                _ => null,
            };
        }

        /// <summary>Where the text is put together: in its place, or in the local that brings it there and nowhere else.</summary>
        private static ExpressionSyntax? WrittenAt(ExpressionSyntax node, Finding finding, CancellationToken cancellation)
        {
            if (node is not IdentifierNameSyntax)
                return node;

            if (finding.Model.GetSymbolInfo(node, cancellation).Symbol is not ILocalSymbol local
                || local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } value, Parent.Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax block } })
                return null;

            return block.DescendantNodes().OfType<IdentifierNameSyntax>().Count(name => name.Identifier.ValueText == local.Name) == 1 ? value : null;
        }
    }
}
