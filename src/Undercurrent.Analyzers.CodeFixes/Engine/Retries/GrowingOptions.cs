using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>Has the options of Polly 8, or a policy of durable functions, wait longer each time.</summary>
internal sealed class GrowingOptions() : Remedy<BaseObjectCreationExpressionSyntax>("options", "Wait exponentially longer")
{
    private const string Second = "TimeSpan.FromSeconds(1)";

    private protected override Task<bool> CanMendAsync(BaseObjectCreationExpressionSyntax node, Finding finding, CancellationToken cancellation) =>
        Task.FromResult(TypeOf(node, finding, cancellation) switch
        {
            "RetryStrategyOptions" or "HttpRetryStrategyOptions" => SetsOf(node).All(set => NameOf(set) is not "DelayGenerator"),
            "RetryPolicy" => node.ArgumentList is { Arguments.Count: 2 } && finding.Model.GetTypeInfo(node, cancellation).Type?.ContainingNamespace.Name == "DurableTask",
            "RetryOptions" => SetsOf(node).All(set => NameOf(set) is not "BackoffCoefficient"),
            _ => false,
        } && !IsSetLater(node));

    private protected override async Task MendAsync(BaseObjectCreationExpressionSyntax node, Finding finding, Mending mending)
    {
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        var type = TypeOf(node, finding, mending.Cancellation);
        if (type == "RetryPolicy")
        {
            editor.ReplaceNode(node.ArgumentList!, node.ArgumentList!.AddArguments(SyntaxFactory.ParseArgumentList("(backoffCoefficient: 2.0)").Arguments[0].WithLeadingTrivia(SyntaxFactory.Space)));
            return;
        }

        if (type == "RetryOptions")
        {
            editor.ReplaceNode(node, Initialisers.With(node, "BackoffCoefficient = 2", node));
            return;
        }

        await Introduce.Using(finding, finding.Document, mending, "Polly").ConfigureAwait(false);
        var isAtOnce = finding.Diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).EndsWith("at once", StringComparison.Ordinal);
        var mended = node.ReplaceNodes(SetsOf(node), (set, _) => NameOf(set) switch
        {
            "BackoffType" => With(set, "DelayBackoffType.Exponential"),
            "UseJitter" => With(set, "true"),
            "Delay" when isAtOnce => With(set, Second),
            "MaxDelay" => With(set, "TimeSpan.FromSeconds(30)"),
            _ => set,
        });
        foreach (var (name, value) in new[] { ("BackoffType", "DelayBackoffType.Exponential"), ("UseJitter", "true") })
        {
            if (SetsOf(node).All(set => NameOf(set) != name))
                mended = (BaseObjectCreationExpressionSyntax)Initialisers.With(mended, $"{name} = {value}", node);
        }

        editor.ReplaceNode(node, mended);
    }

    private static string? TypeOf(BaseObjectCreationExpressionSyntax node, Finding finding, CancellationToken cancellation) => finding.Model.GetTypeInfo(node, cancellation).Type?.Name;

    private static AssignmentExpressionSyntax With(AssignmentExpressionSyntax set, string value) => set.WithRight(SyntaxFactory.ParseExpression(value).WithTriviaFrom(set.Right));

    private static IEnumerable<AssignmentExpressionSyntax> SetsOf(BaseObjectCreationExpressionSyntax node) => node.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [];

    private static string NameOf(AssignmentExpressionSyntax set) => set.Left.GetLastToken().ValueText;

    /// <summary>What is set on a local afterwards would still hold.</summary>
    private static bool IsSetLater(BaseObjectCreationExpressionSyntax node) => node.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var local } declarator }
        && declarator.FirstAncestorOrSelf<BlockSyntax>()?.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(set => set.Left is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var target } } && target == local) == true;
}
