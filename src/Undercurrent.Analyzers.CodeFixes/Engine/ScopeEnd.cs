using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Where a scope is left when all went well, so that one more statement can be put there: after its last statement, or before
/// what returns or lets go of the object; inside of a <c>try</c>, not behind it.
/// </summary>
internal sealed class ScopeEnd
{
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal) { "Ok", "Created", "CreatedAtAction", "Accepted", "NoContent", "Json", "FromResult", "Content" };

    private readonly SyntaxNode _at;
    private readonly bool _before;

    private ScopeEnd(SyntaxNode at, bool before) => (_at, _before) = (at, before);

    /// <summary>The end of the scope of a statement that declares or begins something, if there is just one.</summary>
    public static ScopeEnd? Of(StatementSyntax statement, string name, SemanticModel model)
    {
        if (statement is UsingStatementSyntax { Statement: var body })
            return In(body, name, model);

        var (list, first) = statement.Parent switch
        {
            BlockSyntax block => (block.Statements.ToList(), block.Statements.IndexOf(statement)),
            GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => (unit.Members.OfType<GlobalStatementSyntax>().Select(static one => one.Statement).ToList(), unit.Members.OfType<GlobalStatementSyntax>().ToList().FindIndex(one => one.Statement == statement)),
            _ => (new List<StatementSyntax>(), -1),
        };

        // What no using ends, ends where it is last spoken of.
        var last = statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 }
            ? list.FindLastIndex(one => one.DescendantNodes().OfType<IdentifierNameSyntax>().Any(mention => mention.Identifier.ValueText == name))
            : list.Count - 1;
        return first < 0 || last <= first ? null : In(list.GetRange(first + 1, last - first), name, model);
    }

    public void Insert(DocumentEditor editor, string text)
    {
        if (_at is not StatementSyntax neighbour)
            return;

        if (neighbour.Parent is not (BlockSyntax or GlobalStatementSyntax))
        {
            editor.ReplaceNode(neighbour, (current, _) => Blocks.Around((StatementSyntax)current, text, _before, neighbour));
            return;
        }

        SyntaxNode added = Blocks.Beside(neighbour, text);
        var place = neighbour.Parent is GlobalStatementSyntax global ? global : (SyntaxNode)neighbour;
        added = place is GlobalStatementSyntax ? SyntaxFactory.GlobalStatement((StatementSyntax)added) : added;
        if (_before)
            editor.InsertBefore(place, added);
        else
            editor.InsertAfter(place, added);
    }

    /// <summary>Where the statement would stand, for what is in reach there.</summary>
    public SyntaxNode Place => _at;

    private static ScopeEnd? In(StatementSyntax body, string name, SemanticModel model) => body switch
    {
        BlockSyntax block => block.Statements.Count == 0 ? null : In(block.Statements.ToList(), name, model),
        UsingStatementSyntax inner => In(inner.Statement, name, model),
        LocalDeclarationStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax => null,
        _ => model.AnalyzeControlFlow(body) is { Succeeded: true, EndPointIsReachable: true, ExitPoints.IsEmpty: true, ReturnStatements.IsEmpty: true } ? new(body, false) : null,
    };

    private static ScopeEnd? In(List<StatementSyntax> statements, string name, SemanticModel model)
    {
        var (count, last) = (statements.Count, statements[statements.Count - 1]);
        var returned = last as ReturnStatementSyntax;
        if (returned is not null)
            count--;

        while (count > 0 && LetsGo(statements[count - 1], name))
            last = statements[--count];

        if (returned is { Expression: { } value } && !IsPlain(value, name))
            return null;

        if (count == 0)
            return null;

        var end = statements[count - 1];
        if (end is TryStatementSyntax { Block: { Statements.Count: > 0 } tried })
            return Leaves(statements, count - 1, model) ? null : In(tried.Statements.ToList(), name, model);

        if (end is BlockSyntax or UsingStatementSyntax)
            return Leaves(statements, count - 1, model) ? null : In(end, name, model);

        return Leaves(statements, count, model) || model.AnalyzeControlFlow(statements[0], end) is not { Succeeded: true, EndPointIsReachable: true } ? null : new(end, false);
    }

    /// <summary>Whether the first of these statements may leave the scope before its end.</summary>
    private static bool Leaves(List<StatementSyntax> statements, int count, SemanticModel model) =>
        count > 0 && model.AnalyzeControlFlow(statements[0], statements[count - 1]) is not { Succeeded: true, ExitPoints.IsEmpty: true, ReturnStatements.IsEmpty: true };

    private static bool LetsGo(StatementSyntax statement, string name) =>
        statement is ExpressionStatementSyntax { Expression: var expression }
        && (expression is AwaitExpressionSyntax awaited ? awaited.Expression : expression) is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var owner }, Name.Identifier.ValueText: var called } }
        && owner == name && called is "Dispose" or "DisposeAsync" or "Close" or "CloseAsync";

    /// <summary>Whether what is returned does none of the work.</summary>
    private static bool IsPlain(ExpressionSyntax value, string name) => !value.DescendantNodesAndSelf().Any(node => node switch
    {
        AwaitExpressionSyntax => true,
        IdentifierNameSyntax { Identifier.ValueText: var mentioned } => mentioned == name,
        InvocationExpressionSyntax { Expression: var called } => !Plain.Contains(called is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : called.ToString()),
        _ => false,
    });
}
