using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Exposure;

/// <summary>A bucket that says of itself that it is a web site: everyone is meant to read it.</summary>
internal static class StaticSite
{
    /// <summary>Whether what is written stands in the description of a site.</summary>
    public static bool Describes(IOperation part)
    {
        for (var around = part.Parent; around is not null; around = around.Parent)
        {
            if (around is IObjectOrCollectionInitializerOperation description && IsSite(description))
                return true;
        }

        return false;
    }

    /// <summary>Whether a bucket was made as a site.</summary>
    public static bool Is(IOperation? bucket) => bucket is not null && ValueOrigin.Of(bucket).Any(made =>
        made is IObjectCreationOperation creation && creation.Descendants().OfType<IObjectOrCollectionInitializerOperation>().Any(IsSite));

    private static bool IsSite(IObjectOrCollectionInitializerOperation description) => description.Initializers.Any(one =>
        one is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "WebsiteIndexDocument" or "WebsiteErrorDocument" or "WebsiteRedirect" or "WebsiteConfiguration" } });
}
