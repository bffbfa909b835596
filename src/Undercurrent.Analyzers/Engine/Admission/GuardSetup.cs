using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// What one file sets up for endpoints it does not name: a fallback policy, global filters, middleware that turns callers away,
/// and how controllers, hubs and services are mapped. By syntax alone, once per tree.
/// </summary>
internal sealed class GuardSetup
{
    private static readonly ConditionalWeakTable<SyntaxTree, GuardSetup> Cache = new();

    /// <summary>Calls by which a project hosts its controllers.</summary>
    private static readonly HashSet<string> Hosting = new(StringComparer.Ordinal)
    {
        "AddControllers", "AddControllersWithViews", "AddMvc", "AddMvcCore", "UseMvc", "UseMvcWithDefaultRoute", "UseEndpoints", "MapControllers", "MapControllerRoute", "MapDefaultControllerRoute", "MapAreaControllerRoute",
    };

    private static readonly HashSet<string> Others = new(StringComparer.Ordinal) { "FallbackPolicy", "SetFallbackPolicy", "UseMiddleware", "Use", "UseWhen", "Filters", "Conventions", "MapHub", "MapGrpcService", "RequestDelegate", "IMiddleware" };

    private GuardSetup(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case AssignmentExpressionSyntax { Left: var target, Right: var policy }:
                    HasPolicy |= policy.Kind() is not (SyntaxKind.NullLiteralExpression or SyntaxKind.SuppressNullableWarningExpression) && target is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FallbackPolicy" } or IdentifierNameSyntax { Identifier.ValueText: "FallbackPolicy" };
                    break;
                case ClassDeclarationSyntax type when IsMiddleware(type) && GuardWords.Refuses(type):
                    Refusing.Add(type.Identifier.ValueText);
                    break;
                case InvocationExpressionSyntax call when CallChain.NameOf(call) is { } name:
                    Look(call, name);
                    break;
            }
        }
    }

    /// <summary>Whether endpoints that say nothing themselves ask for an authorised caller.</summary>
    public bool HasPolicy { get; private set; }

    /// <summary>Whether every request meets something that turns callers away before any endpoint.</summary>
    public bool TurnsAway { get; private set; }

    /// <summary>Whether all controllers ask for an authorised caller.</summary>
    public bool GuardsControllers { get; private set; }

    /// <summary>Whether the project hosts controllers, so that what it does not set up is not set up.</summary>
    public bool HostsControllers { get; private set; }

    /// <summary>The hubs and services that are mapped, by name, and whether so that they are guarded.</summary>
    public List<(string Type, bool Guarded)> Mapped { get; } = new();

    /// <summary>The middleware in use, by name.</summary>
    public HashSet<string> Used { get; } = new(StringComparer.Ordinal);

    /// <summary>The middleware declared here that turns callers away.</summary>
    public HashSet<string> Refusing { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a word may belong to such a set-up.</summary>
    public static bool MayRead(string word) => Hosting.Contains(word) || Others.Contains(word);

    public static GuardSetup Of(SyntaxTree tree, CancellationToken cancellation) =>
        Cache.TryGetValue(tree, out var known) ? known : Cache.GetValue(tree, tree => new(tree.GetRoot(cancellation)));

    private void Look(InvocationExpressionSyntax call, string name)
    {
        var hosts = Hosting.Contains(name);
        HostsControllers |= hosts;
        switch (name)
        {
            case "SetFallbackPolicy":
                HasPolicy |= call.ArgumentList.Arguments.FirstOrDefault()?.Expression.IsKind(SyntaxKind.NullLiteralExpression) == false;
                break;
            case "UseMiddleware":
                Used.UnionWith(CallChain.TypeArgumentsOf(call));
                Used.UnionWith(call.ArgumentList.DescendantNodes().OfType<TypeOfExpressionSyntax>().Select(type => CallChain.LastName(type.Type)));
                break;
            case "Use" or "UseWhen":
                TurnsAway |= call.ArgumentList.Arguments.Any(argument => argument.Expression is AnonymousFunctionExpressionSyntax && GuardWords.Refuses(argument));
                break;
            case "Add" when call.Expression is MemberAccessExpressionSyntax { Expression: var list } && Ends(list, "Filters", "Conventions"):
                GuardsControllers |= GuardWords.Mentioned(call.ArgumentList) || CallChain.TypeArgumentsOf(call).Any(GuardWords.Say);
                break;
            case "MapHub" or "MapGrpcService":
                Mapped.AddRange(CallChain.TypeArgumentsOf(call).Select(type => (type, IsGuarded(call))));
                break;
            case var _ when hosts && name.StartsWith("Map", StringComparison.Ordinal):
                GuardsControllers |= IsGuarded(call);
                break;
            case var _ when name.StartsWith("Use", StringComparison.Ordinal) && name.IndexOf("ApiKey", StringComparison.Ordinal) > 0:
                TurnsAway = true;
                break;
        }
    }

    private static bool IsGuarded(InvocationExpressionSyntax map) => CallChain.Before(map).Concat(CallChain.After(map)).Any(GuardWords.Guards);

    private static bool Ends(ExpressionSyntax list, params string[] names) =>
        (list is MemberAccessExpressionSyntax access ? access.Name : list as SimpleNameSyntax)?.Identifier.ValueText is { } name && Array.Exists(names, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>Middleware takes what comes next; the one that makes answers of exceptions turns nobody away.</summary>
    private static bool IsMiddleware(ClassDeclarationSyntax type) =>
        !Array.Exists(IdentifierWords.Of(type.Identifier.ValueText), word => word is "exception" or "exceptions" or "error" or "errors")
        && (type.BaseList is { } bases ? CallChain.WordsIn(bases) : []).Concat(type.DescendantNodes().OfType<ParameterSyntax>().SelectMany(parameter => parameter.Type is { } given ? CallChain.WordsIn(given) : [])).Any(word => word is "IMiddleware" or "RequestDelegate");
}
