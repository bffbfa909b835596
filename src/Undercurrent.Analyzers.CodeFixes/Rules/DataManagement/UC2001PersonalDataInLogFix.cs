using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Says which person is meant without saying who it is: by id, masked, or not at all.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC2001PersonalDataInLogFix() : PipelineFix(UC2001PersonalDataInLog.Rule, new IdInstead("Log the id of the same object"), new Redact(), new LeaveOut("Leave it out of the log"))
{
    private sealed class Redact() : Remedy<ExpressionSyntax>("redact", "Mask it with the redactor in reach")
    {
        private const string Redactor = "Microsoft.Extensions.Compliance.Redaction.Redactor";
        private const string Provider = "Microsoft.Extensions.Compliance.Redaction.IRedactorProvider";
        private const string Classification = "Microsoft.Extensions.Compliance.Classification";

        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) =>
            Task.FromResult(finding.Model.GetTypeInfo(node, cancellation).Type?.SpecialType == SpecialType.System_String
                && Reach.NameOf(finding.Model, node, Redactor, Provider) is not null);

        private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending)
        {
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            var redactor = Reach.NameOf(finding.Model, node, Redactor);
            if (redactor is null)
            {
                await Introduce.Using(finding, finding.Document, mending, Classification).ConfigureAwait(false);
                redactor = $"{Reach.NameOf(finding.Model, node, Provider)}.GetRedactor(DataClassification.Unknown)";
            }

            var masked = SyntaxFactory.ParseExpression($"{redactor}.Redact({node.WithoutTrivia()})").WithTriviaFrom(node);
            if (node.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } member && NameOf(node) is { } name)
                editor.ReplaceNode(member, SyntaxFactory.AnonymousObjectMemberDeclarator(SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(name).WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.Token(default, SyntaxKind.EqualsToken, SyntaxFactory.TriviaList(SyntaxFactory.Space))), masked));
            else
                editor.ReplaceNode(node, masked);
        }

        private static string? NameOf(ExpressionSyntax node) => node switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            IdentifierNameSyntax name => name.Identifier.ValueText,
            ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax binding } => binding.Name.Identifier.ValueText,
            _ => null,
        };
    }
}
