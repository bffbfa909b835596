using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Says which person is meant without saying who it is: by id, masked, or not at all.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC2001PersonalDataInLogFix() : PipelineFix(UC2001PersonalDataInLog.Rule, new LogTheId(), new Redact(), new LeaveOut("Leave it out of the log"))
{
    private sealed class LogTheId() : Remedy<ExpressionSyntax>("id", "Log the id of the same object")
    {
        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) =>
            Task.FromResult(IdOf(node, finding.Model, cancellation) is { } id && (IsLoggedAlready(finding)
                ? LoggedEdits.CanEdit(LoggedPlace.Of(node), new(node, null, ""))
                : LoggedPlace.Of(node) is not { } place ? Fits(node, id, finding.Model) : Fits(node, id, finding.Model) && LoggedEdits.CanEdit(place, new(node, id.Value, id.Name))));

        private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending)
        {
            var id = IdOf(node, finding.Model, mending.Cancellation)!.Value;
            if (LoggedPlace.Of(node) is { } place)
                await LoggedEdits.Plan(place, new(node, IsLoggedAlready(finding) ? null : id.Value, id.Name), finding, mending).ConfigureAwait(false);
            else
                (await mending.EditorOf(finding.Document).ConfigureAwait(false)).ReplaceNode(node, id.Value.WithTriviaFrom(node));
        }

        /// <summary>One mention of an id is enough: of a second value of the same object only the hole goes.</summary>
        private static bool IsLoggedAlready(Finding finding) => finding.Known(UC2001PersonalDataInLog.OwnerIsLogged) is not null;

        private static (ISymbol Member, ExpressionSyntax Value, string Name)? IdOf(ExpressionSyntax node, SemanticModel model, CancellationToken cancellation)
        {
            var (owner, optional) = node switch
            {
                MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access => (access.Expression, false),
                ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax } access => (access.Expression, true),
                _ => (node, false),
            };

            if (owner is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax) || model.GetTypeInfo(owner, cancellation).Type is not INamedTypeSymbol { SpecialType: SpecialType.None } type)
                return null;

            var member = Members(type).FirstOrDefault(one => PersonalObjects.IsIdentity(one, type) && one.DeclaredAccessibility == Accessibility.Public && model.IsAccessible(node.SpanStart, one));
            if (member is null || (type.NullableAnnotation == NullableAnnotation.Annotated && !optional && owner == node))
                return null;

            var bare = owner.WithoutTrivia();
            var name = SyntaxFactory.IdentifierName(member.Name);
            ExpressionSyntax value = optional
                ? SyntaxFactory.ConditionalAccessExpression(bare, SyntaxFactory.MemberBindingExpression(name))
                : SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, bare, name);
            return (member, value, member.Name.StartsWith(type.Name, StringComparison.Ordinal) || type.IsAnonymousType ? member.Name : type.Name + member.Name);
        }

        private static IEnumerable<ISymbol> Members(INamedTypeSymbol type)
        {
            for (var part = type; part is not null; part = part.BaseType)
            {
                foreach (var member in part.GetMembers().Where(member => !member.IsStatic))
                    yield return member;
            }
        }

        /// <summary>In text and behind <c>object</c> an id stands as well as any value; elsewhere its type must be the value's.</summary>
        private static bool Fits(ExpressionSyntax node, (ISymbol Member, ExpressionSyntax Value, string Name) id, SemanticModel model)
        {
            var type = model.GetTypeInfo(node);
            var made = id.Member is IPropertySymbol property ? property.Type : ((IFieldSymbol)id.Member).Type;
            return node.Parent is InterpolationSyntax or AnonymousObjectMemberDeclaratorSyntax
                || (node.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: not MemberBindingExpressionSyntax } call }
                    && model.GetSpeculativeSymbolInfo(call.SpanStart, call.ReplaceNode(node, id.Value), SpeculativeBindingOption.BindAsExpression).Symbol is not null)
                || type.ConvertedType?.SpecialType == SpecialType.System_Object
                || SymbolEqualityComparer.Default.Equals(type.Type, made)
                || (node.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum && (sum.Left == node ? sum.Right : sum.Left) is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax)
                || (node.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Left: BinaryExpressionSyntax left } outer && outer.Right == node && left.DescendantTokens().Any(token => token.IsKind(SyntaxKind.StringLiteralToken)));
        }
    }

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
