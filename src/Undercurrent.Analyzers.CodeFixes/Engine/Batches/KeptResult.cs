using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Undercurrent.Analyzers.Engine.Batches;

/// <summary>Where the result of a call goes, and how it is kept so that the next statement can ask it something.</summary>
internal sealed class KeptResult
{
    private KeptResult(ExpressionSyntax value, SyntaxNode holder, string? variable)
    {
        Value = value;
        Holder = holder;
        Variable = variable;
    }

    /// <summary>The whole expression that gives the result: the call, awaited.</summary>
    public ExpressionSyntax Value { get; }

    /// <summary>The statement that drops or keeps the result, or the method or lambda it is the body of.</summary>
    public SyntaxNode Holder { get; }

    /// <summary>The variable it is in already.</summary>
    public string? Variable { get; }

    /// <summary>The place of a call whose result is awaited and then dropped, or kept in a variable nobody asks.</summary>
    public static KeptResult? Of(InvocationExpressionSyntax call)
    {
        ExpressionSyntax value = call;
        while (Outer(value) is { } outer)
            value = outer;

        switch (value.Parent)
        {
            case ExpressionStatementSyntax statement:
                return new(value, statement, null);
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name }, Parent: ExpressionStatementSyntax statement } assignment when assignment.Right == value:
                return new(value, statement, name == "_" ? null : name);
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } declared }:
                return new(value, statement, declared.Identifier.ValueText == "_" ? null : declared.Identifier.ValueText);
            case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } arrow:
                return new(value, arrow.Parent!, null);
            case LambdaExpressionSyntax lambda:
                return new(value, lambda, null);
            default:
                return null;
        }
    }

    public void Check(DocumentEditor editor, string variable, Func<string, string> check)
    {
        var (indent, end) = (Blocks.IndentationOf(Holder), Introduce.NewLine(Holder).ToString());
        switch (Holder)
        {
            case StatementSyntax and not LocalFunctionStatementSyntax when Holder.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax:
                Follow(editor, (StatementSyntax)Holder, variable, check(indent), end);
                break;
            case StatementSyntax lone and not LocalFunctionStatementSyntax:
                var inner = Blocks.IndentationOf(lone.Parent!) + "    ";
                editor.ReplaceNode(Holder, (current, _) => Blocks.Around(Variable is null ? Kept((StatementSyntax)current, variable) : (StatementSyntax)current, check(inner), before: false, lone));
                break;
            default:
                editor.ReplaceNode(Holder, (current, _) => WithBlock(current, variable, check(indent + "    "), indent, end));
                break;
        }
    }

    /// <summary>Adds the check on a line of its own, also behind a statement that ends no line.</summary>
    private void Follow(DocumentEditor editor, StatementSyntax statement, string variable, string check, string end)
    {
        var rest = statement.GetTrailingTrivia();
        var endsLine = rest.Any(SyntaxKind.EndOfLineTrivia);
        var next = Blocks.Beside(statement, check);
        next = endsLine ? next : next.WithTrailingTrivia(rest);
        var old = statement.Parent is GlobalStatementSyntax global ? global : (SyntaxNode)statement;
        editor.InsertAfter(old, old is GlobalStatementSyntax ? SyntaxFactory.GlobalStatement(next) : next);
        editor.ReplaceNode(statement, (current, _) =>
        {
            var kept = Variable is null ? Kept((StatementSyntax)current, variable) : (StatementSyntax)current;
            return endsLine ? kept : kept.WithTrailingTrivia(SyntaxFactory.EndOfLine(end));
        });
    }

    private static ExpressionSyntax? Outer(ExpressionSyntax value) => value.Parent switch
    {
        AwaitExpressionSyntax awaited => awaited,
        ParenthesizedExpressionSyntax parenthesized => parenthesized,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "GetAwaiter" or "GetResult", Parent: InvocationExpressionSyntax called } access when access.Expression == value => called,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } access when access.Expression == value => access,
        _ => null,
    };

    /// <summary>The statement as the declaration of a variable.</summary>
    private static StatementSyntax Kept(StatementSyntax statement, string variable)
    {
        var value = statement switch
        {
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } => assignment.Right,
            ExpressionStatementSyntax plain => plain.Expression,
            LocalDeclarationStatementSyntax local => local.Declaration.Variables[0].Initializer!.Value,
            _ => null,
        };

        return value is null ? statement : SyntaxFactory.ParseStatement($"var {variable} = {value.WithoutTrivia().ToFullString()};").WithTriviaFrom(statement);
    }

    private static SyntaxNode WithBlock(SyntaxNode holder, string variable, string check, string indent, string end)
    {
        var value = holder switch
        {
            MethodDeclarationSyntax method => method.ExpressionBody?.Expression,
            LocalFunctionStatementSyntax local => local.ExpressionBody?.Expression,
            LambdaExpressionSyntax lambda => lambda.Body as ExpressionSyntax,
            _ => null,
        };

        if (value is null)
            return holder;

        var inside = indent + "    ";
        var block = (BlockSyntax)SyntaxFactory.ParseStatement($"{{{end}{inside}var {variable} = {value.WithoutTrivia().ToFullString()};{end}{inside}{check}{end}{indent}}}").WithLeadingTrivia(SyntaxFactory.Whitespace(indent));
        var line = SyntaxFactory.TriviaList(SyntaxFactory.EndOfLine(end));
        switch (holder)
        {
            case MethodDeclarationSyntax method:
                var head = method.WithExpressionBody(null).WithSemicolonToken(default);
                return head.ReplaceToken(head.GetLastToken(), head.GetLastToken().WithTrailingTrivia(line)).WithBody(block.WithTrailingTrivia(method.GetTrailingTrivia()));
            case LocalFunctionStatementSyntax local:
                var start = local.WithExpressionBody(null).WithSemicolonToken(default);
                return start.ReplaceToken(start.GetLastToken(), start.GetLastToken().WithTrailingTrivia(line)).WithBody(block.WithTrailingTrivia(local.GetTrailingTrivia()));
            default:
                var lambda = (LambdaExpressionSyntax)holder;
                return lambda.WithArrowToken(lambda.ArrowToken.WithTrailingTrivia(line)).WithBody(block.WithTrailingTrivia(lambda.GetTrailingTrivia()));
        }
    }
}
