using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>Has somebody hear how the delivery went, or waits for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC6010UnflushedProducerFix() : PipelineFix(UC6010UnflushedProducer.Rule, new Hears(), new Awaits(), new Flushes())
{
    private static bool Misses(Finding finding, string what) => finding.Known(UC6010UnflushedProducer.Missing) == what;

    /// <summary>Gives the call a handler that logs what could not be delivered.</summary>
    private sealed class Hears() : Remedy<InvocationExpressionSyntax>("handler", "Log what could not be delivered")
    {
        private protected override Task<bool> CanMendAsync(InvocationExpressionSyntax node, Finding finding, CancellationToken cancellation) =>
            Task.FromResult(Misses(finding, "handler") && Logger(node, finding) is not null && node.ArgumentList.Arguments.Count is 2 or 3 && !IsInside(node));

        private protected override async Task MendAsync(InvocationExpressionSyntax node, Finding finding, Mending mending)
        {
            var (report, logger) = (Free(node), Logger(node, finding)!);
            var (end, indent) = (Introduce.NewLine(node).ToString(), Blocks.IndentationOf(node));
            var handler = $"{report} =>{end}{indent}{{{end}{indent}    if ({report}.Error.IsError){end}{indent}        {logger}.LogError(\"A message to {{Topic}} was not delivered: {{Reason}}\", {report}.Topic, {report}.Error.Reason);{end}{indent}}}";
            await Introduce.Using(finding, finding.Document, mending, "Microsoft.Extensions.Logging").ConfigureAwait(false);
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            var given = node.ArgumentList.Arguments.Take(2).ToList();
            var named = given.Exists(static argument => argument.NameColon is not null) ? SyntaxFactory.NameColon("deliveryHandler").WithTrailingTrivia(SyntaxFactory.Space) : null;
            var added = SyntaxFactory.Argument(named, default, SyntaxFactory.ParseExpression(handler)).WithLeadingTrivia(SyntaxFactory.Space);
            editor.ReplaceNode(node.ArgumentList, (current, _) => ((ArgumentListSyntax)current).WithArguments(SyntaxFactory.SeparatedList(((ArgumentListSyntax)current).Arguments.Take(2).Append(added))));
        }

        private static string? Logger(SyntaxNode node, Finding finding) => Reach.NameOf(finding.Model, node, "Microsoft.Extensions.Logging.ILogger`1", "Microsoft.Extensions.Logging.ILogger");

        /// <summary>An expression body is no place for a handler of several lines.</summary>
        private static bool IsInside(SyntaxNode node) => node.FirstAncestorOrSelf<StatementSyntax>() is null;

        private static string Free(SyntaxNode node)
        {
            var member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>(static one => one is not GlobalStatementSyntax) ?? node.SyntaxTree.GetRoot();
            var taken = new HashSet<string>(member.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText), StringComparer.Ordinal);
            return taken.Contains("report") ? taken.Contains("delivery") ? "deliveryReport" : "delivery" : "report";
        }
    }

    /// <summary>Waits for the delivery, where the function may wait.</summary>
    private sealed class Awaits() : Remedy<InvocationExpressionSyntax>("await", "Await the delivery")
    {
        private protected override Task<bool> CanMendAsync(InvocationExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(
            Waiting.MayAwait(node) && Statement(node) is { } statement
            && (Misses(finding, "wait") ? node.Parent is not ConditionalAccessExpressionSyntax : Misses(finding, "handler") && statement.Expression == node && node.Expression is MemberAccessExpressionSyntax && node.ArgumentList.Arguments.Count == 2));

        private protected override async Task MendAsync(InvocationExpressionSyntax node, Finding finding, Mending mending)
        {
            var statement = Statement(node)!;
            var call = Misses(finding, "wait") ? statement.Expression is AssignmentExpressionSyntax discarded ? discarded.Right : statement.Expression : (ExpressionSyntax)Asynchronous(node);
            var awaited = SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), call.WithoutTrivia()).WithTriviaFrom(statement.Expression);
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            editor.ReplaceNode(statement.Expression, awaited);
        }

        private static InvocationExpressionSyntax Asynchronous(InvocationExpressionSyntax call)
        {
            var access = (MemberAccessExpressionSyntax)call.Expression;
            return call.WithExpression(access.WithName(SyntaxFactory.IdentifierName("ProduceAsync").WithTriviaFrom(access.Name)));
        }

        /// <summary>The statement that is nothing but the call, or discards its task.</summary>
        private static ExpressionStatementSyntax? Statement(InvocationExpressionSyntax call)
        {
            SyntaxNode whole = call;
            while (whole.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } } or ParenthesizedExpressionSyntax)
                whole = whole.Parent;

            if (whole.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } discarded)
                whole = discarded;

            return whole.Parent as ExpressionStatementSyntax;
        }
    }

    /// <summary>Sends what is left before the producer goes, and says when some was not sent in time.</summary>
    private sealed class Flushes() : Remedy<ExpressionSyntax>("flush", "Flush it at the end")
    {
        private const string Limit = "FlushTimeout";
        private const string Length = "TimeSpan.FromSeconds(30)";

        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(Misses(finding, "flush") && node is InvocationExpressionSyntax && Place(node, finding) is not null);

        private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending)
        {
            var (end, name) = Place(node, finding)!.Value;
            var (newLine, indent) = (Introduce.NewLine(node).ToString(), Blocks.IndentationOf(end.Place));
            await Introduce.Using(finding, finding.Document, mending, "System").ConfigureAwait(false);
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            end.Insert(editor, $"if ({name}.Flush({LimitFor(node, finding, mending, editor)}) > 0){newLine}{indent}    throw new InvalidOperationException(\"Not all messages were sent.\");");
        }

        private static (ScopeEnd End, string Name)? Place(ExpressionSyntax node, Finding finding)
        {
            var statement = node.FirstAncestorOrSelf<StatementSyntax>();
            var variables = statement switch
            {
                UsingStatementSyntax { Declaration.Variables: var declared } => declared,
                LocalDeclarationStatementSyntax { Declaration.Variables: var declared } => declared,
                _ => default,
            };
            return variables.Count == 1 && ScopeEnd.Of(statement!, variables[0].Identifier.ValueText, finding.Model) is { } end ? (end, variables[0].Identifier.Text) : null;
        }

        private static string LimitFor(SyntaxNode node, Finding finding, Mending mending, Microsoft.CodeAnalysis.Editing.DocumentEditor editor)
        {
            if (node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type || type is InterfaceDeclarationSyntax)
                return Length;

            var what = $"{Limit}@{type.SpanStart}";
            if (mending.BroughtIn(finding.Document, what) is not null)
                return Limit;

            if (finding.Model.GetDeclaredSymbol(type, mending.Cancellation)!.GetMembers(Limit).Length > 0)
                return Length;

            mending.Remember(finding.Document, what, Limit);
            Introduce.FirstMember(editor, type, SyntaxFactory.ParseMemberDeclaration($"private static readonly TimeSpan {Limit} = {Length};")!);
            return Limit;
        }
    }
}
