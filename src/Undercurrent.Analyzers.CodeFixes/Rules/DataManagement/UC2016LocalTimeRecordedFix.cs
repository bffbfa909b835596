using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Keeps the moment as it is everywhere.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC2016LocalTimeRecordedFix() : PipelineFix(UC2016LocalTimeRecorded.Rule, new AskTheClock(), new UseUtc())
{
    private const string Clock = "System.TimeProvider";

    private sealed class AskTheClock() : Remedy<ExpressionSyntax>("clock", "Ask the time provider in reach for UTC")
    {
        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(Time(node, finding) is not null);

        private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending) =>
            (await mending.EditorOf(finding.Document).ConfigureAwait(false)).ReplaceNode(node, SyntaxFactory.ParseExpression(Time(node, finding)!).WithTriviaFrom(node));

        private static string? Time(ExpressionSyntax node, Finding finding) =>
            NowOf(node) is { } isDay && Reach.NameOf(finding.Model, node, Clock) is { } clock ? $"{clock}.GetUtcNow().UtcDateTime{(isDay ? ".Date" : "")}" : null;
    }

    private sealed class UseUtc() : Remedy<ExpressionSyntax>("utc", "Use UTC")
    {
        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(Form(node) is not null);

        private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending) =>
            (await mending.EditorOf(finding.Document).ConfigureAwait(false)).ReplaceNode(node, (current, _) => Form((ExpressionSyntax)current)!.WithTriviaFrom(current));

        private static ExpressionSyntax? Form(ExpressionSyntax node) => node switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Now" } now => Renamed(now, "UtcNow"),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Today" } today => SyntaxFactory.ParseExpression(Renamed(today, "UtcNow").WithoutTrivia() + ".Date"),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DateTime" or "LocalDateTime" } whole => Renamed(whole, "UtcDateTime"),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Date" } whole => SyntaxFactory.ParseExpression(Renamed(whole, "UtcDateTime").WithoutTrivia() + ".Date"),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "LastWriteTime" or "CreationTime" or "LastAccessTime" } file => Renamed(file, file.Name.Identifier.ValueText + "Utc"),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetLastWriteTime" or "GetCreationTime" or "GetLastAccessTime" or "FromFileTime" } asked } call => call.WithExpression(Renamed(asked, asked.Name.Identifier.ValueText + "Utc")),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToLocalTime" } turned } => turned.Expression.WithoutTrivia(),
            _ => null,
        };

        private static MemberAccessExpressionSyntax Renamed(MemberAccessExpressionSyntax access, string name) => access.WithName(SyntaxFactory.IdentifierName(name));
    }

    /// <summary>Whether a time told by the machine's clock is that of the day; null where it is no reading of the clock.</summary>
    private static bool? NowOf(ExpressionSyntax node) => node switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Now" } => false,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Today" } => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DateTime" or "Date" or "LocalDateTime", Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Now" or "UtcNow" } } whole => whole.Name.Identifier.ValueText == "Date",
        _ => null,
    };
}
