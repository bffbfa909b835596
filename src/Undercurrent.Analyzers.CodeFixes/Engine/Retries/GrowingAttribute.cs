using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>Has a host wait longer each time: a function by the other attribute there is, Hangfire by what it does when it is told nothing.</summary>
internal sealed class GrowingAttribute() : Remedy<AttributeSyntax>("attribute", "Have the host wait longer before each attempt")
{
    private const string Limit = "\"00:05:00\"";

    private protected override Task<bool> CanMendAsync(AttributeSyntax node, Finding finding, CancellationToken cancellation) =>
        Task.FromResult(node.ArgumentList is { } list && finding.Model.GetTypeInfo(node, cancellation).Type?.Name switch
        {
            "FixedDelayRetryAttribute" => list.Arguments.Count == 2 && list.Arguments.All(argument => argument.NameColon is null),
            "AutomaticRetryAttribute" => list.Arguments.Any(IsDelays),
            _ => false,
        });

    private protected override async Task MendAsync(AttributeSyntax node, Finding finding, Mending mending)
    {
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        var list = node.ArgumentList!;
        if (list.Arguments.FirstOrDefault(IsDelays) is { } delays)
        {
            if (list.Arguments.Count == 1)
                editor.RemoveNode(list);
            else
                editor.ReplaceNode(list, list.WithArguments(list.Arguments.Remove(delays) is var left ? left.Replace(left[0], left[0].WithoutLeadingTrivia()) : default));

            return;
        }

        var name = node.Name.GetLastToken();
        var first = list.Arguments[1].ToString() is "\"00:00:00\"" ? "\"00:00:01\"" : list.Arguments[1].ToString();
        editor.ReplaceNode(node, node.ReplaceToken(name, SyntaxFactory.Identifier(name.ValueText.Replace("FixedDelay", "ExponentialBackoff")).WithTriviaFrom(name))
            .WithArgumentList(SyntaxFactory.ParseAttributeArgumentList($"({list.Arguments[0]}, {first}, {Limit})")!.WithTriviaFrom(list)));
    }

    private static bool IsDelays(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText == "DelaysInSeconds";
}
