using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Completion;

/// <summary>The methods of a type that finish what is done through it.</summary>
internal static class FinishingMethods
{
    /// <summary>The name of the one to call: the asynchronous where the work was begun so, or there is no other.</summary>
    public static string? NameOf(INamedTypeSymbol? type, DeliveryTrait trait, IOperation origin, ApiCatalogue catalogue)
    {
        var names = type is null ? new() : MethodsOf(type, trait, catalogue).Select(static method => method.Name).Distinct().OrderBy(static name => name, StringComparer.Ordinal).ToList();
        var awaited = ValueUses.Whole(origin) != origin && ValueUses.IsTask(origin.Type);
        return names.FirstOrDefault(name => name.EndsWith("Async", StringComparison.Ordinal) == awaited) ?? names.FirstOrDefault();
    }

    public static IEnumerable<IMethodSymbol> MethodsOf(INamedTypeSymbol type, DeliveryTrait trait, ApiCatalogue catalogue)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            foreach (var method in one.GetMembers().OfType<IMethodSymbol>())
            {
                if ((catalogue.DeliveryOf(method) & trait) != 0)
                    yield return method;
            }
        }

        foreach (var method in type.AllInterfaces.SelectMany(static each => each.GetMembers()).OfType<IMethodSymbol>())
        {
            if ((catalogue.DeliveryOf(method) & trait) != 0)
                yield return method;
        }
    }
}
