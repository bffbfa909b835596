using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Gives the member the marker that its neighbours have.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC2007UnclassifiedPersonalDataFix() : PipelineFix(UC2007UnclassifiedPersonalData.Rule, new MarksIt())
{
    private sealed class MarksIt() : Remedy("mark", "Mark it as the project marks such data")
    {
        private protected override Task<bool> CanMendAsync(Finding finding, CancellationToken cancellation) =>
            Task.FromResult(finding.Known(UC2007UnclassifiedPersonalData.Marker) is not null && Declared(finding) is not null);

        private protected override async Task MendAsync(Finding finding, Mending mending)
        {
            var (declared, space) = (Declared(finding)!, finding.Known(UC2007UnclassifiedPersonalData.Space)!);
            if (NameAt(declared, finding) is null && space.Length > 0)
                await Introduce.Using(finding, finding.Document, mending, space).ConfigureAwait(false);

            var name = NameAt(declared, finding) ?? Short(finding.Known(UC2007UnclassifiedPersonalData.Marker)!);
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            editor.ReplaceNode(declared, (current, _) => current is ParameterSyntax parameter
                ? WithAttribute(parameter, List(finding.Known(UC2007UnclassifiedPersonalData.Target) + name))
                : WithAttribute((MemberDeclarationSyntax)current, List(name), (MemberDeclarationSyntax)declared));
        }

        /// <summary>The declaration of this member alone.</summary>
        private static SyntaxNode? Declared(Finding finding) =>
            finding.Find<SyntaxNode>()?.FirstAncestorOrSelf<SyntaxNode>(node => node is ParameterSyntax or MemberDeclarationSyntax) is { } declared
                && declared is PropertyDeclarationSyntax or ParameterSyntax or FieldDeclarationSyntax { Declaration.Variables.Count: 1 } ? declared : null;

        /// <summary>The name by which the attribute is known here; null where it needs a using.</summary>
        private static string? NameAt(SyntaxNode at, Finding finding)
        {
            var marker = finding.Known(UC2007UnclassifiedPersonalData.Marker)!;
            var space = finding.Known(UC2007UnclassifiedPersonalData.Space)!;
            var named = finding.Model.LookupNamespacesAndTypes(at.SpanStart, name: marker.Split('.')[0]).ToList();
            if (named.Any(found => (found.ContainingNamespace is { IsGlobalNamespace: false } own ? own.ToDisplayString() : "") == space))
                return Short(marker);

            // Another attribute of that name is the one it would be taken for.
            return named.Count > 0 ? $"{space}.{Short(marker)}" : null;
        }

        private static string Short(string attribute) =>
            attribute.Length > 9 && attribute.EndsWith("Attribute", StringComparison.Ordinal) ? attribute.Substring(0, attribute.Length - 9) : attribute;

        private static AttributeListSyntax List(string attribute) =>
            ((PropertyDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"[{attribute}] int A {{ get; }}")!).AttributeLists[0].WithoutTrivia();

        private static ParameterSyntax WithAttribute(ParameterSyntax parameter, AttributeListSyntax attribute)
        {
            var lists = parameter.AttributeLists;
            return lists.Count == 0
                ? parameter.WithLeadingTrivia().WithAttributeLists(lists.Add(attribute.WithLeadingTrivia(parameter.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space)))
                : parameter.WithAttributeLists(lists.Add(attribute.WithTrailingTrivia(SyntaxFactory.Space)));
        }

        /// <summary>After the other attributes; on a line of its own unless the type writes them before the member.</summary>
        private static MemberDeclarationSyntax WithAttribute(MemberDeclarationSyntax member, AttributeListSyntax attribute, MemberDeclarationSyntax original)
        {
            var (lists, after) = (member.AttributeLists, SyntaxFactory.TriviaList(SyntaxFactory.Space));
            if (!IsInline(original))
                after = SyntaxFactory.TriviaList(SyntaxFactory.EndOfLine(Introduce.NewLine(original).ToString()));

            if (lists.Count > 0)
            {
                var last = lists[lists.Count - 1];
                return last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
                    ? member.WithAttributeLists(lists.Add(attribute.WithLeadingTrivia(SyntaxFactory.Whitespace(Blocks.IndentationOf(original))).WithTrailingTrivia(last.GetTrailingTrivia().Last())))
                    : member.WithAttributeLists(lists.Add(attribute.WithTrailingTrivia(last.GetTrailingTrivia())));
            }

            var marked = attribute.WithLeadingTrivia(member.GetLeadingTrivia()).WithTrailingTrivia(after);
            return (IsInline(original) ? member.WithoutLeadingTrivia() : member.WithLeadingTrivia(SyntaxFactory.Whitespace(Blocks.IndentationOf(original)))).WithAttributeLists(SyntaxFactory.SingletonList(marked));
        }

        private static bool IsInline(MemberDeclarationSyntax member) =>
            (member.Parent as TypeDeclarationSyntax)?.Members.Where(other => other is PropertyDeclarationSyntax or FieldDeclarationSyntax && other.AttributeLists.Count > 0).Select(other => other.AttributeLists.Last()).FirstOrDefault() is { } last
                && !last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
    }
}
