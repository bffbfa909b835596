using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Waits until there is room, or throws where the answer was no.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC2013ResultIgnoredFix() : PipelineFix(UC2013ResultIgnored.Rule, new Waits(), new Throws())
{
    /// <summary>The statement that is nothing but the call, or a discard or unread local of its answer.</summary>
    private static StatementSyntax? StatementOf(ExpressionSyntax call)
    {
        SyntaxNode whole = call;
        while (whole.Parent is ConditionalAccessExpressionSyntax or ParenthesizedExpressionSyntax or AssignmentExpressionSyntax)
            whole = whole.Parent;

        return whole.Parent switch
        {
            ExpressionStatementSyntax statement => statement,
            EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } => statement,
            _ => null,
        };
    }

    private static async Task Replace(StatementSyntax statement, string text, Finding finding, Mending mending)
    {
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        editor.ReplaceNode(statement, SyntaxFactory.ParseStatement(text).WithTriviaFrom(statement));
    }

    /// <summary>Has the item wait for room, where the method may wait.</summary>
    private sealed class Waits() : Remedy<InvocationExpressionSyntax>("wait", "Wait until there is room")
    {
        private protected override Task<bool> CanMendAsync(InvocationExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(Waiting(node, finding, cancellation) is not null);

        private protected override Task MendAsync(InvocationExpressionSyntax node, Finding finding, Mending mending) => Replace(StatementOf(node)!, Waiting(node, finding, mending.Cancellation)!, finding, mending);

        private static string? Waiting(InvocationExpressionSyntax call, Finding finding, CancellationToken cancellation)
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: var name } } access || call.ArgumentList.Arguments.Count != 1 || StatementOf(call) is not { } statement)
                return null;

            return name switch
            {
                "TryWrite" when IsAsync(statement) => $"await {access.Expression}.WriteAsync{call.ArgumentList};",
                "TryAdd" when finding.Model.GetTypeInfo(access.Expression, cancellation).Type?.Name == "BlockingCollection" => $"{access.Expression}.Add{call.ArgumentList};",
                _ => null,
            };
        }

        private static bool IsAsync(SyntaxNode at) => at.Ancestors().Select(around => around switch
        {
            AnonymousFunctionExpressionSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
            LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
            LockStatementSyntax => false,
            GlobalStatementSyntax => true,
            BaseMethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
            MemberDeclarationSyntax => false,
            _ => (bool?)null,
        }).FirstOrDefault(answer => answer is not null) == true;
    }

    private sealed class Throws() : Remedy<InvocationExpressionSyntax>("throw", "Throw where the answer is no")
    {
        private protected override Task<bool> CanMendAsync(InvocationExpressionSyntax node, Finding finding, CancellationToken cancellation) =>
            Task.FromResult(StatementOf(node) is { } statement && !(statement.Parent is IfStatementSyntax { Else: not null } around && around.Statement == statement));

        private protected override async Task MendAsync(InvocationExpressionSyntax node, Finding finding, Mending mending)
        {
            var statement = StatementOf(node)!;
            var method = (IMethodSymbol)finding.Model.GetSymbolInfo(node, mending.Cancellation).Symbol!;
            var (end, inside) = (Introduce.NewLine(statement).ToString(), Blocks.IndentationOf(statement) + "    ");
            var (exception, space, text) = Said(method);
            var thrown = $"{end}{inside}throw new {exception}(\"{text}\");";
            await Introduce.Using(finding, finding.Document, mending, space).ConfigureAwait(false);
            if (statement is LocalDeclarationStatementSyntax { Declaration.Variables: var variables })
            {
                var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
                var condition = method.ReturnType.SpecialType == SpecialType.System_Boolean ? $"!{variables[0].Identifier.Text}" : $"{variables[0].Identifier.Text} > 0";
                editor.InsertAfter(statement, SyntaxFactory.ParseStatement($"if ({condition}){thrown}").WithLeadingTrivia(SyntaxFactory.Whitespace(Blocks.IndentationOf(statement))).WithTrailingTrivia(SyntaxFactory.EndOfLine(end)));
                return;
            }

            await Replace(statement, $"if ({Asked(node, method)}){thrown}", finding, mending).ConfigureAwait(false);
        }

        private static string Asked(InvocationExpressionSyntax call, IMethodSymbol method)
        {
            SyntaxNode whole = call;
            while (whole.Parent is ConditionalAccessExpressionSyntax)
                whole = whole.Parent;

            return method.ReturnType.SpecialType != SpecialType.System_Boolean ? $"{whole.WithoutTrivia()} > 0" : whole == call ? $"!{call.WithoutTrivia()}" : $"{whole.WithoutTrivia()} == false";
        }

        private static (string Exception, string Space, string Text) Said(IMethodSymbol method) => method.Name switch
        {
            "TryParse" or "TryParseExact" => ("FormatException", "System", $"There is no {method.ContainingType.Name} in the text."),
            "TryGetValue" => ("KeyNotFoundException", "System.Collections.Generic", "Nothing is known of the key."),
            "TryDequeue" or "TryTake" or "TryPop" or "TryPeek" or "TryRead" => ("InvalidOperationException", "System", "There is nothing left to take."),
            "TryAdd" when method.ContainingType.Name == "ConcurrentDictionary" => ("InvalidOperationException", "System", "There are two records with this key."),
            "Flush" or "WaitForConfirms" => ("InvalidOperationException", "System", "Not all messages were sent."),
            _ => ("InvalidOperationException", "System", "There is no room for the item."),
        };
    }
}
