using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What a project does so that its clients throw when the answer is an error. By syntax alone, and only when somebody asks.</summary>
internal sealed class ResponseSetups
{
    private static readonly ConditionalWeakTable<Compilation, ResponseSetups> Cache = new();
    private static readonly ConditionalWeakTable<SyntaxTree, object> Files = new();

    private readonly HashSet<ResponseKind> _throwing = new();

    private ResponseSetups(Compilation compilation, CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            _throwing.UnionWith((IReadOnlyList<ResponseKind>)Files.GetValue(tree, static tree => Read(tree)));
        }
    }

    public static ResponseSetups Of(Compilation compilation, CancellationToken cancellation) =>
        Cache.TryGetValue(compilation, out var known) ? known : Cache.GetValue(compilation, compilation => new(compilation, cancellation));

    /// <summary>Whether clients of a kind throw by a setting or a handler of the project.</summary>
    public bool Throw(ResponseKind kind) => _throwing.Contains(kind);

    private static List<ResponseKind> Read(SyntaxTree tree)
    {
        var text = tree.GetText().ToString();
        var kinds = new List<ResponseKind>();
        if (text.IndexOf("ThrowOnAnyError", StringComparison.Ordinal) >= 0)
            kinds.Add(ResponseKind.RestSharp);

        if (text.IndexOf("ThrowExceptions", StringComparison.Ordinal) >= 0 && CallNames.Of(tree, CancellationToken.None).Uses("ThrowExceptions").Count > 0)
            kinds.Add(ResponseKind.Elastic);

        if (text.IndexOf("DelegatingHandler", StringComparison.Ordinal) >= 0 && tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Any(IsThrowingHandler))
            kinds.AddRange([ResponseKind.Http, ResponseKind.Refit, ResponseKind.RestSharp]);

        return kinds;
    }

    private static bool IsThrowingHandler(ClassDeclarationSyntax type)
    {
        if (type.BaseList?.Types.Any(one => one.Type.ToString().EndsWith("Handler", StringComparison.Ordinal)) != true)
            return false;

        var names = new HashSet<string>(type.DescendantNodes().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText), StringComparer.Ordinal);
        return names.Contains("EnsureSuccessStatusCode")
            || ((names.Contains("IsSuccessStatusCode") || names.Contains("StatusCode")) && type.DescendantNodes().Any(node => node.IsKind(SyntaxKind.ThrowStatement) || node.IsKind(SyntaxKind.ThrowExpression)));
    }
}
