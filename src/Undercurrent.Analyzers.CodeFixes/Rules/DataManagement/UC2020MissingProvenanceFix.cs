using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Gives the row the columns by which it can be traced back; to fill them is for whoever loads it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC2020MissingProvenanceFix() : PipelineFix(UC2020MissingProvenance.Rule, new AddColumns())
{
    private sealed class AddColumns() : Remedy<InvocationExpressionSyntax>("columns", "Add the source, the run and the time to the row")
    {
        private protected override Task<bool> CanMendAsync(InvocationExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(Row(finding) is not null);

        private protected override async Task MendAsync(InvocationExpressionSyntax node, Finding finding, Mending mending)
        {
            var (document, row) = Row(finding)!.Value;
            if (mending.BroughtIn(document, "provenance of " + row.SpanStart) is not null)
                return;

            mending.Remember(document, "provenance of " + row.SpanStart, row.Identifier.ValueText);
            var editor = await mending.EditorOf(document).ConfigureAwait(false);
            var model = (await document.GetSemanticModelAsync(mending.Cancellation).ConfigureAwait(false))!;
            var text = (model.GetNullableContext(row.Identifier.Span.End) & NullableContext.AnnotationsEnabled) != 0 ? "string?" : "string";
            editor.ReplaceNode(row, (current, _) => WithColumns((TypeDeclarationSyntax)current, row, text));
            await Introduce.Using(finding, document, mending, "System").ConfigureAwait(false);
        }

        /// <summary>The declaration of the row's type, in whichever document of the project it is.</summary>
        private static (Document Document, TypeDeclarationSyntax Row)? Row(Finding finding)
        {
            if (finding.Diagnostic.AdditionalLocations.Count == 0 || finding.Diagnostic.AdditionalLocations[0] is not { SourceTree: { } tree } at)
                return null;

            return finding.Document.Project.Solution.GetDocument(tree) is { } document && tree.GetRoot().FindNode(at.SourceSpan) is TypeDeclarationSyntax { Modifiers: var modifiers } row && !modifiers.Any(SyntaxKind.PartialKeyword)
                ? (document, row)
                : null;
        }

        private static TypeDeclarationSyntax WithColumns(TypeDeclarationSyntax row, TypeDeclarationSyntax original, string text)
        {
            var (indent, end) = (Blocks.IndentationOf(original), Introduce.NewLine(original).ToString());
            var set = row is RecordDeclarationSyntax || original.Members.OfType<PropertyDeclarationSyntax>().Any(one => one.AccessorList?.Accessors.Any(accessor => accessor.IsKind(SyntaxKind.InitAccessorDeclaration)) == true) ? "init" : "set";
            var columns = new[] { $"public {text} SourceSystem {{ get; {set}; }}", $"public {text} RunId {{ get; {set}; }}", $"public DateTimeOffset IngestedAt {{ get; {set}; }}" };
            var isSpread = original.Members.Count > 1 && original.Members[1].GetLeadingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
            if (!row.SemicolonToken.IsKind(SyntaxKind.None))
                row = Opened(row, indent, end);

            var members = columns.Select(column => SyntaxFactory.ParseMemberDeclaration(column)!
                .WithLeadingTrivia(SyntaxFactory.ParseLeadingTrivia((isSpread ? end : "") + indent + "    ")).WithTrailingTrivia(SyntaxFactory.ParseTrailingTrivia(end)));
            return row.WithMembers(row.Members.AddRange(members));
        }

        /// <summary><c>record Order(string Id);</c> with braces in place of its semicolon.</summary>
        private static TypeDeclarationSyntax Opened(TypeDeclarationSyntax row, string indent, string end)
        {
            var after = row.SemicolonToken.TrailingTrivia;
            var last = row.SemicolonToken.GetPreviousToken();
            var bare = row.WithSemicolonToken(default).ReplaceToken(last, last);
            var newLine = SyntaxFactory.ParseTrailingTrivia(end);
            var head = (TypeDeclarationSyntax)bare.ReplaceToken(bare.GetLastToken(), bare.GetLastToken().WithTrailingTrivia(newLine));
            return head
                .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(SyntaxFactory.Whitespace(indent)).WithTrailingTrivia(newLine))
                .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(SyntaxFactory.Whitespace(indent)).WithTrailingTrivia(after));
        }
    }
}
