using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine.Settlements;

/// <summary>The members of a type that have to do with one another: one names the other, or a third of their company. By syntax alone.</summary>
internal static class OwnCompany
{
    /// <summary>Whether the member around a node calls a method of some name, or one does that it has to do with.</summary>
    public static bool Calls(SyntaxNode at, string method)
    {
        if (at.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            return Names(at.SyntaxTree.GetRoot()).Contains(method);

        var members = type.Members.Where(member => member is not BaseTypeDeclarationSyntax).Select(member => (Own: NameOf(member), Named: Names(member), Node: member)).ToList();
        var calling = members.Where(member => member.Named.Contains(method)).ToList();
        if (calling.Count == 0)
            return false;

        var company = members.Where(member => member.Node.Span.Contains(at.Span)).ToList();
        for (var known = 0; known < company.Count; known++)
            company.AddRange(members.Where(member => !company.Contains(member) && (Leads(member, company[known]) || Leads(company[known], member))));

        return calling.Exists(company.Contains);

        static bool Leads((string? Own, HashSet<string> Named, MemberDeclarationSyntax Node) from, (string? Own, HashSet<string> Named, MemberDeclarationSyntax Node) to) => to.Own is not null && from.Named.Contains(to.Own);
    }

    /// <summary>Fields are shared by members that need not know of each other.</summary>
    private static string? NameOf(MemberDeclarationSyntax member) => member is MethodDeclarationSyntax method ? method.Identifier.ValueText : null;

    private static HashSet<string> Names(SyntaxNode node) => new(node.DescendantNodes().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText), StringComparer.Ordinal);
}
