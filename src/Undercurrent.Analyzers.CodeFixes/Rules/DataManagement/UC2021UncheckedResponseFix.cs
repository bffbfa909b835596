using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Throws when the request failed, where the response comes in.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC2021UncheckedResponseFix() : PipelineFix(UC2021UncheckedResponse.Rule, new Throws())
{
    private sealed class Throws() : Remedy<ExpressionSyntax>("throw", "Throw when the request failed")
    {
        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) =>
            Task.FromResult(Check.Of(node, finding, cancellation) is { } check && (check.Chained is not null || check.After is not null));

        private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending)
        {
            var check = Check.Of(node, finding, mending.Cancellation)!;
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            if (check.After is { } statement)
                editor.InsertAfter(statement, check.Statement(statement));
            else
                editor.ReplaceNode(check.Response, (current, _) => SyntaxFactory.ParseExpression($"{current.WithoutTrivia()}.{check.Chained}").WithTriviaFrom(current));

            if (check.Space is { } space)
                await Introduce.Using(finding, finding.Document, mending, space).ConfigureAwait(false);
        }
    }

    /// <summary>What is put in, and where.</summary>
    private sealed class Check
    {
        /// <summary>The response whose body is read.</summary>
        public ExpressionSyntax Response { get; private init; } = null!;

        /// <summary>The statement in which the response comes in, when a statement may follow it.</summary>
        public StatementSyntax? After { get; private init; }

        /// <summary>The call that gives the response back once it is known to be good.</summary>
        public string? Chained { get; private init; }

        public string? Space { get; private init; }

        private string? Condition { get; init; }

        private string? Cause { get; init; }

        public StatementSyntax Statement(StatementSyntax after) => Blocks.Beside(after, Chained is not null
            ? $"{Response}.{Chained};"
            : $"if (!{Response}.{Condition}) throw new InvalidOperationException(\"The request failed.\", {Response}.{Cause});");

        public static Check? Of(ExpressionSyntax node, Finding finding, CancellationToken cancellation)
        {
            if (node.Parent is not MemberAccessExpressionSyntax { Expression: var response } body || body.Name != node
                || finding.Model.GetTypeInfo(response, cancellation).Type is not { } type)
                return null;

            var chained = Engine.Response.KindOf(type) switch
            {
                ResponseKind.Http => "EnsureSuccessStatusCode()",
                ResponseKind.RestSharp when type.Name != "IRestResponse" => "ThrowIfError()",
                _ => null,
            };
            var (condition, cause) = Failure(type);
            if (chained is null && (condition is null || cause is null))
                return null;

            return new()
            {
                Response = response,
                After = response is IdentifierNameSyntax name && finding.Model.GetSymbolInfo(name, cancellation).Symbol is ILocalSymbol local ? ComesIn(local, body) : null,
                Chained = chained,
                Space = chained is null ? "System" : chained[0] == 'T' ? "RestSharp" : null,
                Condition = condition,
                Cause = cause,
            };
        }

        /// <summary>The members that tell of a failure and of its cause.</summary>
        private static (string? Condition, string? Cause) Failure(ITypeSymbol type) =>
            (First(type, "IsValidResponse", "IsValid", "IsSuccessful", "IsSuccessStatusCode"), First(type, "OriginalException", "ErrorException", "Error") ?? (First(type, "ApiCallDetails") is { } details ? details + ".OriginalException" : null));

        private static string? First(ITypeSymbol type, params string[] names) => Array.Find(names, name => Has(type, name));

        private static bool Has(ITypeSymbol type, string name)
        {
            for (var one = type; one is not null; one = one.BaseType)
            {
                if (one.GetMembers(name).Length > 0)
                    return true;
            }

            return type.AllInterfaces.Any(one => one.GetMembers(name).Length > 0);
        }

        /// <summary>The declaration, in the same function as the body is read in, that awaits the response.</summary>
        private static LocalDeclarationStatementSyntax? ComesIn(ILocalSymbol local, ExpressionSyntax body) =>
            local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null, Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement } }
            && statement.Span.End <= body.SpanStart && FunctionOf(statement) == FunctionOf(body) ? statement : null;

        private static SyntaxNode? FunctionOf(SyntaxNode node) => node.Ancestors().FirstOrDefault(around => around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax);
    }
}
