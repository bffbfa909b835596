using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Permissions;

/// <summary>The roles of MongoDB that reach every database, or everything in one.</summary>
internal static class MongoRoles
{
    private const int Deepest = 12;

    private static readonly string[] Commands = ["createUser", "updateUser", "grantRolesToUser", "createRole", "updateRole", "grantRolesToRole"];

    private static readonly string[] Everything = ["root", "__system", "dbOwner", "clusterAdmin", "readWriteAnyDatabase", "readAnyDatabase", "dbAdminAnyDatabase", "userAdminAnyDatabase"];

    /// <summary>Whether a text is the name of such a role.</summary>
    public static bool Is(string text) => text.Length is >= 4 and <= 20 && Array.IndexOf(Everything, text) >= 0;

    /// <summary>Whether a name stands under <c>role</c> or <c>roles</c> of a document.</summary>
    public static bool IsGiven(IOperation name)
    {
        var outer = name.Parent;
        for (var depth = 0; depth < Deepest && outer is not null and not IBlockOperation; depth++, outer = outer.Parent)
        {
            var key = outer switch
            {
                IInvocationOperation { TargetMethod: { Name: "Add", ContainingType: var type }, Arguments: { Length: 2 } pair } when IsDocument(type) => pair[0].Value,
                IObjectCreationOperation { Type: { } type, Arguments: { Length: > 0 } pair } when IsDocument(type) => pair[0].Value,
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } index, Property.ContainingType: var type } } when IsDocument(type) => index[0].Value,
                _ => null,
            };
            if (key?.Unwrapped().ConstantValue is { HasValue: true, Value: string text })
                return text is "role" or "roles" && key.Unwrapped() != name;
        }

        return false;
    }

    /// <summary>Such a role in the text of a command that gives roles, or null.</summary>
    public static string? In(string text)
    {
        if (!Array.Exists(Commands, command => text.IndexOf(command, StringComparison.Ordinal) >= 0))
            return null;

        var given = false;
        for (var words = new SqlWords(text, 0); words.Next();)
        {
            given |= words.Is("role") || words.Is("roles");
            if (given && words.IsAny(Everything))
                return text.Substring(words.Start, words.End - words.Start);
        }

        return null;
    }

    private static bool IsDocument(ITypeSymbol type) =>
        type.Name is "BsonDocument" or "BsonElement" or "Dictionary" && type.ContainingNamespace?.Name is "Bson" or "Generic";
}
