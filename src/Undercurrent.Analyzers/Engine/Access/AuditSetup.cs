using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What the audit a project has set up sees without being called.</summary>
[Flags]
internal enum Audited
{
    Nothing = 0,

    /// <summary>Middleware, filters and pipeline behaviours see what is asked for and answered.</summary>
    Requests = 1,

    /// <summary>Interceptors and auditing contexts see what is saved.</summary>
    Changes = 2,
}

/// <summary>
/// The auditing middleware, filters, behaviours and interceptors a project registers, found by their names in its files:
/// a registered <c>IAuditService</c> audits nothing until it is called, an <c>AuditMiddleware</c> in use audits every request.
/// </summary>
internal static class AuditSetup
{
    private static readonly ConditionalWeakTable<SyntaxTree, object> Cache = new();

    /// <summary>Registrations of something that runs by itself.</summary>
    private static readonly HashSet<string> Hooks = new(StringComparer.Ordinal)
    {
        "IPipelineBehavior", "ISaveChangesInterceptor", "IDbCommandInterceptor", "IInterceptor", "IActionFilter", "IAsyncActionFilter", "IResultFilter", "IAsyncResultFilter", "IEndpointFilter", "IStartupFilter", "IHubFilter",
    };

    private static readonly string[] Saving = ["SaveChangesInterceptor", "ISaveChangesInterceptor", "ITransactionInterceptor"];
    private static readonly string[] Reading = ["DbCommandInterceptor", "IDbCommandInterceptor", "IMaterializationInterceptor", "IQueryExpressionInterceptor"];

    public static Audited Of(Compilation compilation, CancellationToken cancellation)
    {
        var audited = Audited.Nothing;
        foreach (var tree in compilation.SyntaxTrees)
        {
            if ((TreeFacts.Of(tree).Meaning.Always & Subjects.Audits) == 0)
                continue;

            audited |= (Audited)Cache.GetValue(tree, tree => Look(tree.GetRoot(cancellation)));
            if (audited == (Audited.Requests | Audited.Changes))
                break;
        }

        return audited;
    }

    /// <summary>Whether a name speaks of auditing.</summary>
    public static bool Says(string name) => name.IndexOf("udit", StringComparison.Ordinal) >= 0 && Array.Exists(IdentifierWords.Of(name), word => word.StartsWith("audit", StringComparison.Ordinal));

    private static object Look(SyntaxNode root)
    {
        var audited = Audited.Nothing;
        foreach (var token in root.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && Says(token.ValueText))
                audited |= Around(token);
        }

        return audited;
    }

    private static Audited Around(SyntaxToken name)
    {
        foreach (var node in name.Parent!.AncestorsAndSelf())
        {
            switch (node)
            {
                case InvocationExpressionSyntax call when Registered(call) is var seen && seen != Audited.Nothing:
                    return seen;
                case BaseListSyntax when name.ValueText.EndsWith("Context", StringComparison.Ordinal):
                    return Audited.Changes;
                case TypeDeclarationSyntax type when type.Identifier == name:
                    return Inherits(type, Saving) ? Audited.Changes : Inherits(type, Reading) ? Audited.Changes | Audited.Requests : Audited.Nothing;
                case MethodDeclarationSyntax { Identifier.ValueText: "SaveChanges" or "SaveChangesAsync" } save when save.Modifiers.Any(SyntaxKind.OverrideKeyword):
                    return Audited.Changes;
                case TypeDeclarationSyntax:
                    return Audited.Nothing;
            }
        }

        return Audited.Nothing;
    }

    private static Audited Registered(InvocationExpressionSyntax call)
    {
        var (name, receiver) = call.Expression switch
        {
            MemberAccessExpressionSyntax access => (access.Name, access.Expression as MemberAccessExpressionSyntax),
            MemberBindingExpressionSyntax binding => (binding.Name, null),
            SimpleNameSyntax simple => (simple, null),
            _ => ((SimpleNameSyntax?)null, (MemberAccessExpressionSyntax?)null),
        };

        if (name?.Identifier.ValueText is not { } method)
            return Audited.Nothing;

        if (method is "AddInterceptors" or "AddInterceptor")
            return Mentions(call, "Command") || Mentions(call, "Read") || Mentions(call, "Materialization") || Mentions(call, "Access") ? Audited.Changes | Audited.Requests : Audited.Changes;

        if (method.StartsWith("Use", StringComparison.Ordinal) || method is "AddEndpointFilter" or "AddEndpointFilterFactory" or "AddOpenBehavior" or "AddBehavior" or "AddFilter" or "AddService"
            || (method == "Add" && receiver?.Name.Identifier.ValueText.EndsWith("Filters", StringComparison.Ordinal) == true)
            || (Says(method) && (method.StartsWith("Add", StringComparison.Ordinal) || method.StartsWith("With", StringComparison.Ordinal) || method.StartsWith("Require", StringComparison.Ordinal)) && !method.EndsWith("Service", StringComparison.Ordinal) && !method.EndsWith("Services", StringComparison.Ordinal)))
            return Audited.Requests | Audited.Changes;

        return Hooks.Any(hook => Mentions(call, hook)) && method.StartsWith("Add", StringComparison.Ordinal)
            ? Mentions(call, "ISaveChangesInterceptor") ? Audited.Changes : Audited.Requests | Audited.Changes
            : Audited.Nothing;
    }

    private static bool Mentions(InvocationExpressionSyntax call, string word) =>
        call.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText.IndexOf(word, StringComparison.Ordinal) >= 0);

    private static bool Inherits(TypeDeclarationSyntax type, string[] names) =>
        type.BaseList?.DescendantNodes().OfType<SimpleNameSyntax>().Any(one => names.Contains(one.Identifier.ValueText)) == true;
}
