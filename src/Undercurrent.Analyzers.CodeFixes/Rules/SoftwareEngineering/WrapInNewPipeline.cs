using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>Gives the class a pipeline of its own, and runs its reads by it.</summary>
internal sealed class WrapInNewPipeline() : Remedy<InvocationExpressionSyntax>("new-pipeline", "Run it by a new resilience pipeline")
{
    private const string Field = "Retries";

    private protected override Task<bool> CanMendAsync(InvocationExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(
        finding.Model.Compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name == "Polly.Core")
        && node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type and not InterfaceDeclarationSyntax
        && RetriedCall.Of(node, finding, cancellation) is { } read
        && WrapInPipelineInReach.InReach(node, finding, read) is var inReach && (inReach is null || Own(type, finding) == inReach.Value.Name));

    private protected override async Task MendAsync(InvocationExpressionSyntax node, Finding finding, Mending mending)
    {
        var type = node.FirstAncestorOrSelf<TypeDeclarationSyntax>()!;
        var read = RetriedCall.Of(node, finding, mending.Cancellation)!;
        var name = Own(type, finding) ?? await Made(type, finding, mending).ConfigureAwait(false);
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        editor.ReplaceNode(read.Target, (current, _) => read.Inside((ExpressionSyntax)current, name, isPolicy: false));
    }

    /// <summary>The pipeline the class already has for itself.</summary>
    private static string? Own(TypeDeclarationSyntax type, Finding finding) =>
        finding.Model.GetDeclaredSymbol(type)?.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field is { IsStatic: true, DeclaredAccessibility: Accessibility.Private } && Reach.Is(field.Type, "Polly.ResiliencePipeline"))?.Name;

    private static async Task<string> Made(TypeDeclarationSyntax type, Finding finding, Mending mending)
    {
        var what = $"pipeline@{type.SpanStart}";
        if (mending.BroughtIn(finding.Document, what) is { } known)
            return known;

        var taken = finding.Model.GetDeclaredSymbol(type)!.MemberNames.ToList();
        var name = new[] { Field, "ReadRetries", "IngestionRetries" }.First(one => !taken.Contains(one));
        var (attempts, delay) = (name.Replace("Retries", "RetryAttempts"), name.Replace("Retries", "RetryDelay"));
        mending.Remember(finding.Document, what, name);
        foreach (var space in new[] { "System", "Polly", "Polly.Retry" })
            await Introduce.Using(finding, finding.Document, mending, space).ConfigureAwait(false);

        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        Introduce.FirstMember(editor, type, Member(
            $"private static readonly ResiliencePipeline {name} = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions {{ MaxRetryAttempts = {attempts}, Delay = {delay}, BackoffType = DelayBackoffType.Exponential, UseJitter = true }}).Build();"));
        Introduce.FirstMember(editor, type, Member($"private static readonly TimeSpan {delay} = TimeSpan.FromSeconds(1);"));
        Introduce.FirstMember(editor, type, Member($"private const int {attempts} = 4;"));
        return name;
    }

    private static MemberDeclarationSyntax Member(string text) => SyntaxFactory.ParseMemberDeclaration(text)!;
}
