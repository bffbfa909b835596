using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What an object writes into a text that it is merely put into: most classes of one's own write the name of their type.</summary>
internal static class PlainPrint
{
    /// <summary>Whether a new object, put into a text, says nothing of what it was made of.</summary>
    public static bool SaysNothing(IOperation value) =>
        value is IObjectCreationOperation { Type: INamedTypeSymbol { IsRecord: false, IsTupleType: false, IsAnonymousType: false } type } && IsOwn(type) && !ShowsMembers(type);

    // What a library's type writes is not to be seen here, and an exception writes its message.
    private static bool IsOwn(INamedTypeSymbol type)
    {
        for (var part = type; part is not null && part.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType); part = part.BaseType)
        {
            if (part.DeclaringSyntaxReferences.IsEmpty)
                return false;
        }

        return true;
    }

    /// <summary>Whether a <c>ToString</c> written for a type or its base names any member.</summary>
    private static bool ShowsMembers(INamedTypeSymbol type)
    {
        for (var part = type; part is not null; part = part.BaseType)
        {
            if (part.GetMembers(nameof(ToString)).FirstOrDefault(member => member is IMethodSymbol { IsOverride: true, Parameters.IsEmpty: true }) is { } written)
                return written.DeclaringSyntaxReferences.Any(at => at.GetSyntax().DescendantNodes().Any(node => node is IdentifierNameSyntax { Identifier.ValueText: var name } && IsMember(type, name)));
        }

        return false;
    }

    private static bool IsMember(INamedTypeSymbol type, string name)
    {
        for (var part = type; part is not null; part = part.BaseType)
        {
            if (part.GetMembers(name).Any(member => member is { IsStatic: false } and not INamedTypeSymbol))
                return true;
        }

        return false;
    }
}
