using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// The text of an audit entry: what was done to which entity and fields, the key or number of the records and the actor where they
/// are in reach. It names fields and never quotes one.
/// </summary>
internal static class AuditEntry
{
    private static readonly string[] Keys = ["Id", "ID", "Key", "Uid"];

    /// <param name="model">The semantic model of the file.</param>
    /// <param name="at">The place of the entry: only what is declared above it is in reach.</param>
    /// <param name="logger">The logger's name and the name of its method.</param>
    /// <param name="entity">The entity's name.</param>
    /// <param name="action">What was done.</param>
    /// <param name="fields">The names of the fields; empty or <c>*</c> for whole records.</param>
    public static string Write(SemanticModel model, SyntaxNode at, string logger, string entity, string action, string? fields)
    {
        var template = "Audit: {Action} of {Entity}";
        var values = new List<string> { Quoted(action), Quoted(entity) };
        var (hole, value) = Subject(model, at, entity);
        if (hole is not null)
        {
            template = hole == "Count" ? "Audit: {Action} of {Count} {Entity}" : template + " {Key}";
            values.Insert(hole == "Count" ? 1 : 2, value);
        }

        if (fields is { Length: > 0 } and not "*")
        {
            template += ", fields {Fields}";
            values.Add(Quoted(fields));
        }

        if (Actor(model, at) is { } actor)
        {
            template += ", by {Actor}";
            values.Add(actor);
        }

        return $"{logger}({Quoted(template)}, {string.Join(", ", values)});";
    }

    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    /// <summary>The key of the record, or how many there are.</summary>
    private static (string? Hole, string Value) Subject(SemanticModel model, SyntaxNode at, string entity)
    {
        var variables = model.LookupSymbols(at.SpanStart).Where(symbol => IsVariable(symbol, at)).ToList();
        var key = variables.FirstOrDefault(one => IsScalar(Reach.TypeOf(one)) && (Same(one.Name, "id") || Same(one.Name, entity + "Id")));
        if (key is not null)
            return ("Key", key.Name);

        foreach (var variable in variables)
        {
            if (Reach.TypeOf(variable) is INamedTypeSymbol type && type.Name == entity
                && Keys.Append(entity + "Id").SelectMany(name => Members(type, name)).FirstOrDefault(member => member is not IPropertySymbol { GetMethod: null } && IsScalar(Reach.TypeOf(member))) is { } id)
                return ("Key", $"{variable.Name}{(type.NullableAnnotation == NullableAnnotation.Annotated ? "?" : "")}.{id.Name}");
        }

        foreach (var variable in variables)
        {
            var type = Reach.TypeOf(variable);
            var element = type is IArrayTypeSymbol array ? array.ElementType : (type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();
            var count = type is IArrayTypeSymbol ? "Length" : type is INamedTypeSymbol named && Members(named, "Count").Any() ? "Count" : null;
            if (element?.Name == entity && count is not null && type!.NullableAnnotation != NullableAnnotation.Annotated | variable is ILocalSymbol)
                return ("Count", $"{variable.Name}.{count}");
        }

        return (null, "");
    }

    private static string? Actor(SemanticModel model, SyntaxNode at)
    {
        if (Reach.NameOf(model, at, "System.Security.Claims.ClaimsPrincipal") is { } principal)
            return principal + ".Identity?.Name";

        if (Reach.NameOf(model, at, "Microsoft.AspNetCore.Http.HttpContext") is { } context)
            return context + ".User.Identity?.Name";

        return Reach.NameOf(model, at, "Microsoft.AspNetCore.SignalR.HubCallerContext") is { } hub ? hub + ".UserIdentifier" : null;
    }

    private static bool IsVariable(ISymbol symbol, SyntaxNode at) =>
        symbol is ILocalSymbol or IParameterSymbol { RefKind: RefKind.None or RefKind.In }
        && symbol.DeclaringSyntaxReferences.All(reference => reference.Span.End <= at.SpanStart)
        // The parameters of a primary constructor are seen everywhere in their class; what they carry is not what is at hand.
        && !(symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } && at.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is null);

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? part = type; part is not null; part = part.BaseType)
        {
            foreach (var member in part.GetMembers(name).Where(one => one is { DeclaredAccessibility: Accessibility.Public, IsStatic: false } and (IPropertySymbol or IFieldSymbol)))
                yield return member;
        }

        foreach (var member in type.AllInterfaces.Where(_ => type.TypeKind == TypeKind.Interface).SelectMany(one => one.GetMembers(name)).OfType<IPropertySymbol>())
            yield return member;
    }

    private static bool IsScalar(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_String or SpecialType.System_Int16 or SpecialType.System_UInt32 or SpecialType.System_UInt64 } || type?.Name == "Guid";

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
