using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>The name of the number at which a retry ends, brought into the type it is used in.</summary>
internal static class NamedEnd
{
    private const string Name = "MaxAttempts";

    /// <summary>As many as let a service come back within a minute, doubling from a second.</summary>
    private const string Value = "5";

    public static bool IsToBeHad(SyntaxNode at) => TypeOf(at) is not null;

    public static async Task<string> For(SyntaxNode at, Finding finding, Mending mending)
    {
        var type = TypeOf(at)!;
        var what = $"{Name}@{type.SpanStart}";
        if (mending.BroughtIn(finding.Document, what) is { } known)
            return known;

        var members = finding.Model.GetDeclaredSymbol(type, mending.Cancellation)!.GetMembers(Name);
        if (members.Length == 1 && members[0] is IFieldSymbol { IsConst: true, Type.SpecialType: SpecialType.System_Int32 })
            return Name;

        var free = members.IsEmpty ? Name : "MaxRetryAttempts";
        mending.Remember(finding.Document, what, free);
        Introduce.FirstMember(await mending.EditorOf(finding.Document).ConfigureAwait(false), type, SyntaxFactory.ParseMemberDeclaration($"private const int {free} = {Value};")!);
        return free;
    }

    private static TypeDeclarationSyntax? TypeOf(SyntaxNode at) => at.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type and not InterfaceDeclarationSyntax ? type : null;
}
