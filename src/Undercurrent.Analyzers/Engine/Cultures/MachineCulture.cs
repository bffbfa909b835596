using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The culture of the machine the program happens to run on, and whether a project has settled on one of its own.</summary>
internal static class MachineCulture
{
    private const string Mark = "CurrentCulture";

    private static readonly ConditionalWeakTable<Compilation, object> Projects = new();
    private static readonly ConditionalWeakTable<SyntaxTree, object> Trees = new();

    /// <summary>Whether a provider is none at all, or the machine's.</summary>
    public static bool Is(IOperation provider)
    {
        var origins = ValueOrigin.Of(provider);
        return origins.Count > 0 && origins.All(static origin => origin.ConstantValue is { HasValue: true, Value: null } || IsWritten(origin));
    }

    /// <summary>Whether a value is the machine's culture by name.</summary>
    public static bool IsWritten(IOperation value) => value.Unwrapped() switch
    {
        IPropertyReferenceOperation { Property: { Name: "CurrentCulture" or "CurrentUICulture" or "InstalledUICulture" or "DefaultThreadCurrentCulture", ContainingType.Name: "CultureInfo" or "Thread" } } => true,
        IPropertyReferenceOperation { Property: { Name: "CurrentInfo", ContainingType.Name: "NumberFormatInfo" or "DateTimeFormatInfo" } } => true,
        IPropertyReferenceOperation { Property.Name: "NumberFormat" or "DateTimeFormat", Instance: { } culture } => IsWritten(culture),
        _ => false,
    };

    /// <summary>Whether every machine the project runs on has the same culture: it sets one for all threads, or is built without the others.</summary>
    public static bool IsSettled(PipelineProject project)
    {
        if (project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.InvariantGlobalization", out var invariant) && string.Equals(invariant.Trim(), "true", StringComparison.OrdinalIgnoreCase))
            return true;

        return (bool)Projects.GetValue(project.Compilation, static compilation => compilation.SyntaxTrees.Any(IsSetIn));
    }

    private static bool IsSetIn(SyntaxTree tree) => (bool)Trees.GetValue(tree, static tree =>
        tree.TryGetText(out var text) && text.ToString().IndexOf(Mark, StringComparison.Ordinal) >= 0
        && tree.GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(static set => NameOf(set.Left) is "DefaultThreadCurrentCulture" or Mark && IsNamed(set.Right)));

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>A culture that is put back later, as around one call, is the machine's again.</summary>
    private static bool IsNamed(ExpressionSyntax culture) => culture switch
    {
        AssignmentExpressionSyntax chain => IsNamed(chain.Right),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "InvariantCulture" } or BaseObjectCreationExpressionSyntax => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetCultureInfo" or "CreateSpecificCulture" } } => true,
        IdentifierNameSyntax => true,
        _ => false,
    };
}
