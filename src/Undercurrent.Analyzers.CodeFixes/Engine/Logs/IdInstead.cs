using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Says which object is meant by its id, in the place of what it says about a person.</summary>
internal sealed class IdInstead(string title) : Remedy<ExpressionSyntax>("id", title)
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
    private static bool IsLoggedAlready(Finding finding) => finding.Known(OwnerMention.Known) is not null;

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
