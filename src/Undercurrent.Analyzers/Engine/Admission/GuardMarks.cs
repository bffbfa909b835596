using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Whom the attributes of a method, of what it overrides and of its types let in.</summary>
internal static class GuardMarks
{
    private static readonly string[] Filters = ["IAuthorizationFilter", "IAsyncAuthorizationFilter"];

    public static Admission Of(IMethodSymbol method)
    {
        var admission = OfTypes(method);
        for (var one = method; one is not null; one = one.OverriddenMethod)
            admission = Higher(admission, OfAttributes(one));

        return admission;
    }

    /// <summary>The same of its types alone.</summary>
    public static Admission OfTypes(IMethodSymbol method)
    {
        var admission = Admission.Open;
        for (var type = method.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction ? null : method.ContainingType; type is not null; type = type.BaseType)
            admission = Higher(admission, OfAttributes(type));

        return admission;
    }

    /// <summary>The attribute of a method's own that lets anybody in.</summary>
    public static AttributeData? Declaring(IMethodSymbol method) => method.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { } type && LetsIn(type));

    public static Admission Higher(Admission left, Admission right) => left > right ? left : right;

    private static Admission OfAttributes(ISymbol symbol)
    {
        var admission = Admission.Open;
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type)
                admission = Higher(admission, LetsIn(type) ? Admission.Declared : Guards(type) || Names(attribute) ? Admission.Guarded : Admission.Open);
        }

        return admission;
    }

    private static bool LetsIn(INamedTypeSymbol type) => type.Name == GuardWords.AllowAnonymous + "Attribute" || type.AllInterfaces.Any(one => one.Name == "IAllowAnonymous");

    /// <summary><c>[ServiceFilter(typeof(ApiKeyFilter))]</c>, <c>[TypeFilter&lt;ApiKeyFilter&gt;]</c>.</summary>
    private static bool Names(AttributeData attribute) =>
        attribute.ConstructorArguments.Select(argument => argument.Kind == TypedConstantKind.Type ? argument.Value : null).OfType<INamedTypeSymbol>().Concat(attribute.AttributeClass!.TypeArguments.OfType<INamedTypeSymbol>()).Any(Guards);

    private static bool Guards(INamedTypeSymbol type)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            if (GuardWords.Say(one.Name))
                return true;
        }

        // RequireHttps and its like are filters of authorisation to the framework only.
        return type.AllInterfaces.Any(one => one.Name == "IAuthorizeData" || (Filters.Contains(one.Name) && type.Locations.Any(location => location.IsInSource)));
    }
}
