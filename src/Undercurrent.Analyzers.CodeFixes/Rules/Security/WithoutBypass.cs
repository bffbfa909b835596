using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>
/// Takes away what turns a check off, since every client checks by itself: the assignment, the handler, the link of a chain of
/// calls. A value of an enumeration gives way to the one that checks.
/// </summary>
internal sealed class WithoutBypass(string title) : Remedy("remove", title)
{
    private static readonly Dictionary<string, string> Checking = new(StringComparer.Ordinal) { ["SslMode.Require"] = "VerifyFull" };

    private protected override Task<bool> CanMendAsync(Finding finding, CancellationToken cancellation) => Task.FromResult(Reported(finding) is { } at && (Instead(at, finding) is not null || Removed(at, finding) is not null));

    private protected override async Task MendAsync(Finding finding, Mending mending)
    {
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        var at = Reported(finding)!;
        if (Instead(at, finding) is { } value)
            editor.ReplaceNode(at, SyntaxFactory.ParseExpression(value).WithTriviaFrom(at));
        else
            Remove(Removed(at, finding)!, editor);
    }

    private static SyntaxNode? Reported(Finding finding) => finding.Root.FindNode(finding.Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    private static string? Instead(SyntaxNode at, Finding finding) =>
        at is ExpressionSyntax && finding.Model.GetSymbolInfo(at).Symbol is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } named && Checking.TryGetValue($"{named.ContainingType.Name}.{named.Name}", out var checks)
            ? at is MemberAccessExpressionSyntax access ? $"{access.Expression}.{checks}" : checks
            : null;

    /// <summary>What falls away: an assignment among initialisers, a statement, a call of a chain.</summary>
    private static SyntaxNode? Removed(SyntaxNode at, Finding finding)
    {
        var outer = at.FirstAncestorOrSelf<SyntaxNode>(node => node is AssignmentExpressionSyntax or ArgumentSyntax or MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } or StatementSyntax or MemberDeclarationSyntax);
        if (outer is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax or ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } } assignment && !IsChoice(at, assignment))
            return assignment;

        var call = outer switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax taking } => taking,
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax called } => called,
            _ => null,
        };
        return call is { Expression: MemberAccessExpressionSyntax, ArgumentList.Arguments.Count: <= 1 } && Continues(call, finding) ? call : null;
    }

    /// <summary>One way of a condition; what the other says has to stay.</summary>
    private static bool IsChoice(SyntaxNode at, SyntaxNode assignment) =>
        at.AncestorsAndSelf().TakeWhile(node => node != assignment).Any(node => node is ConditionalExpressionSyntax or SwitchExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression });

    /// <summary>Whether the chain goes on without the call, since it hands back what it is called on; or nothing comes after it.</summary>
    private static bool Continues(InvocationExpressionSyntax call, Finding finding)
    {
        var receiver = ((MemberAccessExpressionSyntax)call.Expression).Expression;
        if (call.Parent is ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax })
            return true;

        // What is left would be a name, and no statement.
        if (receiver is not InvocationExpressionSyntax && call.Parent is ExpressionStatementSyntax or LambdaExpressionSyntax or ArrowExpressionClauseSyntax)
            return false;

        return finding.Model.GetSymbolInfo(receiver).Symbol is not ITypeSymbol && finding.Model.GetTypeInfo(call).Type is { } after && finding.Model.GetTypeInfo(receiver).Type is { } before && SymbolEqualityComparer.Default.Equals(after, before);
    }

    private static void Remove(SyntaxNode removed, SyntaxEditor editor)
    {
        if (removed is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } call)
        {
            if (call.Parent is ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } whole && receiver is not InvocationExpressionSyntax)
                editor.RemoveNode(whole.Parent is GlobalStatementSyntax global ? global : whole);
            else
                editor.ReplaceNode(call, (current, _) => ((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)current).Expression).Expression.WithoutTrailingTrivia().WithTrailingTrivia(current.GetTrailingTrivia()));
        }
        else if (removed.Parent is InitializerExpressionSyntax { Expressions.Count: 1, Parent: ObjectCreationExpressionSyntax creation })
        {
            editor.ReplaceNode(creation, (current, _) => Bare((ObjectCreationExpressionSyntax)current));
        }
        else if (removed.Parent is InitializerExpressionSyntax initialiser)
        {
            editor.ReplaceNode(initialiser, (current, _) => Without((InitializerExpressionSyntax)current, removed.ToString()));
        }
        else
        {
            editor.RemoveNode(removed.Parent is ExpressionStatementSyntax { Parent: GlobalStatementSyntax global } ? global : removed.Parent!);
        }
    }

    private static ObjectCreationExpressionSyntax Bare(ObjectCreationExpressionSyntax creation) =>
        creation.WithInitializer(null).WithType(creation.Type.WithoutTrailingTrivia()).WithArgumentList((creation.ArgumentList ?? SyntaxFactory.ArgumentList()).WithoutTrailingTrivia()).WithTrailingTrivia(creation.GetTrailingTrivia());

    private static InitializerExpressionSyntax Without(InitializerExpressionSyntax initialiser, string removed)
    {
        var at = initialiser.Expressions.IndexOf(one => one.ToString() == removed);
        if (at < 0)
            return initialiser;

        var kept = initialiser.Expressions.RemoveAt(at);

        // The last one keeps what follows the list.
        if (at == kept.Count && kept.Count > 0 && kept.SeparatorCount < kept.Count)
            kept = kept.Replace(kept[at - 1], kept[at - 1].WithTrailingTrivia(initialiser.Expressions[at].GetTrailingTrivia()));

        return initialiser.WithExpressions(kept);
    }
}
