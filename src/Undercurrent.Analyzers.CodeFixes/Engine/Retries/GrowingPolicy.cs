using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>Has a policy of Polly 7, or the bus of MassTransit, wait longer each time.</summary>
internal sealed class GrowingPolicy() : Remedy<InvocationExpressionSyntax>("policy", "Wait longer before each attempt")
{
    private const string OfBus = "TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(2)";

    private protected override Task<bool> CanMendAsync(InvocationExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(Mended(node, finding.Model, cancellation) is not null);

    private protected override async Task MendAsync(InvocationExpressionSyntax node, Finding finding, Mending mending)
    {
        await Introduce.Using(finding, finding.Document, mending, "System").ConfigureAwait(false);
        var (name, arguments) = Mended(node, finding.Model, mending.Cancellation)!.Value;
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        editor.ReplaceNode(node, (current, _) =>
        {
            // What the policy handles may be mended too.
            var call = (InvocationExpressionSyntax)current;
            var access = (MemberAccessExpressionSyntax)call.Expression;
            return call.WithExpression(access.WithName(SyntaxFactory.IdentifierName(name).WithTriviaFrom(access.Name)))
                .WithArgumentList(SyntaxFactory.ParseArgumentList($"({arguments})").WithTriviaFrom(call.ArgumentList));
        });
    }

    private static (string Name, string Arguments)? Mended(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: var name } } || call.ArgumentList.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
            return null;

        var given = call.ArgumentList.Arguments;
        var first = (method.ReducedFrom is null && method.IsExtensionMethod) || method is { IsExtensionMethod: false, Parameters.Length: > 0 } && method.Parameters[0].Type.Name == "IExceptionFilter" ? given.FirstOrDefault()?.ToString() + ", " : "";
        var own = first.Length > 0 ? given.Skip(1).ToList() : given.ToList();
        var suffix = name.EndsWith("Async", StringComparison.Ordinal) ? "Async" : "";
        return name switch
        {
            "Retry" or "RetryAsync" when own.Count == 0 => ("WaitAndRetry" + suffix, $"{first}1, {BackoffText.Lambda(call, model)}"),
            "Retry" or "RetryAsync" when own.Count == 1 && IsNumber(own[0], model, cancellation) => ("WaitAndRetry" + suffix, $"{first}{own[0]}, {BackoffText.Lambda(call, model)}"),
            "RetryForever" or "RetryForeverAsync" when own.Count == 0 => ("WaitAndRetryForever" + suffix, first + BackoffText.Lambda(call, model)),
            "WaitAndRetry" or "WaitAndRetryAsync" when own.Count >= 2 && IsNumber(own[0], model, cancellation) && IsOfOne(own[1]) => (name, string.Join(", ", new[] { first + own[0], Named(own[1]) + BackoffText.Lambda(call, model) }.Concat(own.Skip(2).Select(one => one.ToString())))),
            "WaitAndRetryForever" or "WaitAndRetryForeverAsync" when own.Count >= 1 && IsOfOne(own[0]) => (name, string.Join(", ", new[] { first + Named(own[0]) + BackoffText.Lambda(call, model) }.Concat(own.Skip(1).Select(one => one.ToString())))),
            "Immediate" when own.Count == 1 => ("Exponential", $"{first}{own[0]}, {OfBus}"),
            "Interval" when own.Count == 2 && own[0].NameColon is null => ("Exponential", $"{first}{own[0]}, {OfBus}"),
            _ => null,
        };
    }

    private static bool IsNumber(ArgumentSyntax argument, SemanticModel model, CancellationToken cancellation) => model.GetTypeInfo(argument.Expression, cancellation).Type?.SpecialType == SpecialType.System_Int32;

    /// <summary>A provider that is given the number of the attempt and no more.</summary>
    private static bool IsOfOne(ArgumentSyntax argument) => argument.Expression is SimpleLambdaExpressionSyntax or ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: 1 };

    private static string Named(ArgumentSyntax argument) => argument.NameColon is { } name ? name + " " : "";
}
