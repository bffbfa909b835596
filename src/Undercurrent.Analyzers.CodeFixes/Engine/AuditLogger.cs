using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The logger an audit entry goes to: one in reach, or one the class or mapped lambda is given.</summary>
internal static class AuditLogger
{
    private const string Space = "Microsoft.Extensions.Logging";

    private static readonly (string Type, string Method)[] Known = [(Space + ".ILogger", "LogInformation"), ("Serilog.ILogger", "Information"), ("NLog.ILogger", "Info"), ("NLog.Logger", "Info")];

    public static async Task<bool> CanReach(Finding finding, AccessSite site, CancellationToken cancellation)
    {
        if (InReach(finding, site) is not null)
            return true;

        if (finding.Model.Compilation.GetTypeByMetadataName(Space + ".ILogger`1") is null)
            return false;

        if (site.Mapped is not null)
            return ParameterFor(finding, site) is not null;

        return !Engine.Reach.IsStatic(site.Place) && TypeAround(site) is { } type && await For(type).CanBeGivenTo(finding, type, cancellation).ConfigureAwait(false);
    }

    /// <summary>The call that writes an entry, up to its arguments; brings the logger in when there is none.</summary>
    public static async Task<string> Reach(Finding finding, AccessSite site, Mending mending)
    {
        if (InReach(finding, site) is { } known)
            return known;

        if (site.Mapped is not null)
            return "logger.LogInformation";

        var type = TypeAround(site)!;
        return await For(type).Give(finding, type, mending).ConfigureAwait(false) + ".LogInformation";
    }

    /// <summary>The parameter a mapped lambda needs; null where a logger is in reach or none can be named.</summary>
    public static string? ParameterFor(Finding finding, AccessSite site)
    {
        if (site.Mapped is not { } lambda || InReach(finding, site) is not null || lambda.ParameterList.Parameters.Any(parameter => parameter.Type is null || parameter.Identifier.ValueText == "logger"))
            return null;

        if (TypeAround(site) is { } type && !type.Modifiers.Any(SyntaxKind.StaticKeyword))
            return $"ILogger<{type.Identifier.ValueText}{type.TypeParameterList}> logger";

        // A static class is no category; the program is.
        return finding.Model.Compilation.Assembly.GetTypeByMetadataName("Program") is { IsStatic: false } ? "ILogger<Program> logger" : null;
    }

    private static string? InReach(Finding finding, AccessSite site)
    {
        foreach (var (type, method) in Known)
        {
            if (Engine.Reach.NameOf(finding.Model, site.Place, type) is { } name)
                return name + "." + method;
        }

        return null;
    }

    private static Dependency For(TypeDeclarationSyntax type) => new($"ILogger<{type.Identifier.ValueText}{type.TypeParameterList}>", Space, "logger");

    private static TypeDeclarationSyntax? TypeAround(AccessSite site) => site.Place.FirstAncestorOrSelf<TypeDeclarationSyntax>();
}
