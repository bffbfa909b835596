using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Reads a value when the program runs, and says which setting is missing when it is not there.</summary>
/// <param name="name">The part of the equivalence key.</param>
/// <param name="title">What the light bulb says.</param>
public abstract class ReadInstead(string name, string title) : Remedy<ExpressionSyntax>(name, title)
{
    private protected static readonly string[] Configurations = ["Microsoft.Extensions.Configuration.IConfiguration"];

    private protected static readonly string[] Builders =
    [
        "Microsoft.AspNetCore.Builder.WebApplicationBuilder", "Microsoft.Extensions.Hosting.HostApplicationBuilder", "Microsoft.Extensions.Hosting.IHostApplicationBuilder",
        "Microsoft.Extensions.Hosting.HostBuilderContext", "Microsoft.AspNetCore.Hosting.WebHostBuilderContext", "Microsoft.AspNetCore.Builder.WebApplication",
    ];

    // The floor has no name for it.
    private const int CollectionExpression = 9076;

    /// <summary>The expression that reads, and what a reader is told when there is nothing; null where it cannot be read.</summary>
    private protected abstract (string Reads, string Missing, string[] Spaces)? Reading(ExpressionSyntax node, Finding finding);

    private protected sealed override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) =>
        Reading(node, finding) is null ? Task.FromResult(false) : RuntimeValue.CanReplace(Whole(node), finding, cancellation);

    private protected sealed override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending)
    {
        var (reads, missing, spaces) = Reading(node, finding)!.Value;
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        var failure = $"throw new {TypeName(finding, node, "System", "InvalidOperationException")}(\"{missing}\")";

        // A fallback that is a secret falls away: what stands before it already reads.
        var falls = node.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce && coalesce.Right == node;
        var text = falls ? failure : $"{reads} ?? {failure}";
        if (node.IsKind(SyntaxKind.Utf8StringLiteralExpression))
            text = $"{TypeName(finding, node, "System.Text", "Encoding")}.UTF8.GetBytes({text})";
        else if (IsList(node) && !falls)
            text = $"{TypeName(finding, node, "System", "Convert")}.FromBase64String({text})";

        foreach (var space in node.IsKind(SyntaxKind.Utf8StringLiteralExpression) ? spaces.Append("System.Text") : spaces)
            await Introduce.Using(finding, finding.Document, mending, space).ConfigureAwait(false);

        await Introduce.Using(finding, finding.Document, mending, "System").ConfigureAwait(false);
        RuntimeValue.Replace(Whole(node), SyntaxFactory.ParseExpression(text), editor);
    }

    /// <summary>A type's name, with its namespace where the short one means something else here.</summary>
    internal static string TypeName(Finding finding, SyntaxNode at, string space, string type) =>
        finding.Model.LookupNamespacesAndTypes(at.SpanStart, name: type).Any(found => found.ContainingNamespace?.ToDisplayString() != space) ? $"{space}.{type}" : type;

    /// <summary>Bytes written one by one; a setting holds them as text.</summary>
    private static bool IsList(ExpressionSyntax node) =>
        node is ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or InitializerExpressionSyntax or { RawKind: CollectionExpression };

    /// <summary>Bytes written as text and copied into an array are replaced as one.</summary>
    private static ExpressionSyntax Whole(ExpressionSyntax node) =>
        node.IsKind(SyntaxKind.Utf8StringLiteralExpression) && node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToArray", Parent: InvocationExpressionSyntax call } ? call : node;

    internal static string? ConfigurationAt(ExpressionSyntax node, Finding finding) =>
        Usable(Reach.NameOf(finding.Model, node, Configurations), node, finding) is { } own ? own
        : Usable(Reach.NameOf(finding.Model, node, Builders), node, finding) is { } builder ? builder + ".Configuration"
        : null;

    /// <summary>A name that is declared twice, as it may be while someone types, means nothing.</summary>
    private static string? Usable(string? name, ExpressionSyntax node, Finding finding) =>
        name is not null && finding.Model.GetSpeculativeSymbolInfo(node.SpanStart, SyntaxFactory.IdentifierName(name), SpeculativeBindingOption.BindAsExpression).Symbol is not null ? name : null;
}
