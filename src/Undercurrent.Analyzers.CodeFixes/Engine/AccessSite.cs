using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Where an entry about an access belongs: before what serves the data, after what takes or changes it.</summary>
internal sealed class AccessSite
{
    private readonly List<(StatementSyntax Statement, bool Before)> _places = new();

    private AccessSite(SyntaxNode owner, SyntaxNode place)
    {
        Owner = owner;
        Place = place;
    }

    /// <summary>The method or lambda whose body gets the entry.</summary>
    public SyntaxNode Owner { get; }

    /// <summary>A node where the entry's values must be in reach.</summary>
    public SyntaxNode Place { get; private set; }

    /// <summary>The lambda mapped to a route, which is given what it asks for.</summary>
    public ParenthesizedLambdaExpressionSyntax? Mapped { get; private set; }

    public static AccessSite? Of(Finding finding)
    {
        var token = finding.Root.FindToken(finding.Diagnostic.Location.SourceSpan.Start);
        if (token.Parent is MethodDeclarationSyntax method && method.Identifier == token)
            return Serving(method, method.ExpressionBody?.Expression, finding);

        if (token.Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call)
            return null;

        var lambda = call.ArgumentList.Arguments.Select(argument => argument.Expression).OfType<ParenthesizedLambdaExpressionSyntax>().FirstOrDefault();
        if (lambda is null || !token.ValueText.StartsWith("Map", StringComparison.Ordinal))
            return Calling(call, finding);

        var site = Serving(lambda, lambda.ExpressionBody, finding);
        if (site is not null)
            site.Mapped = lambda;

        return site;
    }

    /// <summary>Puts the entry in place, and the parameter it needs into the lambda.</summary>
    public void Insert(DocumentEditor editor, Func<SyntaxNode, string> entry, string? parameter)
    {
        foreach (var (statement, before) in _places)
            Insert(editor, statement, before, entry(before ? statement : new After(statement).Place));

        var kept = KeptOf(Owner);
        if (_places.Count > 0 && parameter is null)
            return;

        var text = _places.Count > 0 ? null : entry(Place);
        editor.ReplaceNode(Owner, (current, _) => current switch
        {
            MethodDeclarationSyntax method when text is not null => Blocks.Body(method, text, kept, Owner),
            ParenthesizedLambdaExpressionSyntax lambda => With(text is null ? lambda : Blocks.Body(lambda, text, kept, Owner), parameter),
            _ => current,
        });
    }

    private static AccessSite? Serving(SyntaxNode owner, ExpressionSyntax? expression, Finding finding)
    {
        if (expression is not null)
            return new(owner, expression);

        var site = new AccessSite(owner, owner);
        foreach (var location in finding.Diagnostic.AdditionalLocations)
        {
            if (finding.Root.FindNode(location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<StatementSyntax>() is { } returned && Body(owner)?.Span.Contains(returned.Span) == true
                && site._places.All(place => place.Statement != returned))
                site._places.Add((returned, true));
        }

        if (site._places.Count == 0)
            return null;

        site.Place = site._places[0].Statement;
        return site;
    }

    private static AccessSite? Calling(InvocationExpressionSyntax call, Finding finding)
    {
        var owner = call.Ancestors().FirstOrDefault(node => node is MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
        var statement = call.FirstAncestorOrSelf<StatementSyntax>();
        if (owner is null)
            return null;

        if (statement is null || !owner.Span.Contains(statement.Span))
            return owner is MethodDeclarationSyntax { ExpressionBody: { } body } ? new(owner, body.Expression) : null;

        // One entry for all that a loop writes, after the last of it.
        while (statement.Ancestors().TakeWhile(node => node != owner).OfType<StatementSyntax>().LastOrDefault(node => node is ForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax) is { } loop)
            statement = loop;

        var before = statement is not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax);
        statement = before ? statement : SavedAfter(statement);
        var site = new AccessSite(owner, statement);
        site._places.Add((statement, before));
        return statement is BlockSyntax or LocalFunctionStatementSyntax ? null : site;
    }

    /// <summary>A change is made when it is saved.</summary>
    private static StatementSyntax SavedAfter(StatementSyntax statement)
    {
        if (statement.Parent is not BlockSyntax block)
            return statement;

        var later = block.Statements.Skip(block.Statements.IndexOf(statement) + 1).TakeWhile(one => one is ExpressionStatementSyntax or LocalDeclarationStatementSyntax);
        return later.FirstOrDefault(one => one.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "SaveChanges" or "SaveChangesAsync" or "CommitAsync" or "Commit" })) ?? statement;
    }

    private static void Insert(DocumentEditor editor, StatementSyntax statement, bool before, string entry)
    {
        if (statement.Parent is not (BlockSyntax or SwitchSectionSyntax))
            editor.ReplaceNode(statement, (current, _) => Blocks.Around((StatementSyntax)current, entry, before, statement));
        else if (before)
            Above(editor, statement, Blocks.Beside(statement, entry));
        else
            editor.InsertAfter(statement, Blocks.Beside(statement, entry));
    }

    /// <summary>Between the blank lines above a statement and the comments that belong to it.</summary>
    private static void Above(DocumentEditor editor, StatementSyntax statement, StatementSyntax entry)
    {
        var leading = statement.GetLeadingTrivia();
        var blank = 0;
        for (var index = 0; index < leading.Count && (leading[index].IsKind(SyntaxKind.EndOfLineTrivia) || leading[index].IsKind(SyntaxKind.WhitespaceTrivia)); index++)
            blank = leading[index].IsKind(SyntaxKind.EndOfLineTrivia) ? index + 1 : blank;

        editor.InsertBefore(statement, entry.WithLeadingTrivia(leading.Take(blank).Concat(entry.GetLeadingTrivia())));
        editor.ReplaceNode(statement, (current, _) => current.WithLeadingTrivia(current.GetLeadingTrivia().Skip(blank)));
    }

    private static Kept KeptOf(SyntaxNode owner) => owner switch
    {
        MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } } => Kept.Done,
        MethodDeclarationSyntax { ReturnType: IdentifierNameSyntax or QualifiedNameSyntax } method when method.Modifiers.Any(SyntaxKind.AsyncKeyword) => Kept.Done,
        _ => Kept.Returned,
    };

    private static BlockSyntax? Body(SyntaxNode owner) => owner switch
    {
        MethodDeclarationSyntax method => method.Body,
        ParenthesizedLambdaExpressionSyntax lambda => lambda.Block,
        _ => null,
    };

    private static ParenthesizedLambdaExpressionSyntax With(ParenthesizedLambdaExpressionSyntax lambda, string? parameter)
    {
        if (parameter is null)
            return lambda;

        var parts = parameter.Split(' ');
        var made = SyntaxFactory.Parameter(SyntaxFactory.Identifier(parts[1])).WithType(SyntaxFactory.ParseTypeName(parts[0]).WithTrailingTrivia(SyntaxFactory.Space));
        var list = lambda.ParameterList;
        var place = list.Parameters.IndexOf(one => one.Default is not null);
        if (list.Parameters.Count > 0)
            made = place == 0 ? made : made.WithLeadingTrivia(SyntaxFactory.Space);

        return lambda.WithParameterList(list.WithParameters(place < 0 ? list.Parameters.Add(made) : list.Parameters.Insert(place, made)));
    }

    /// <summary>The node at which what a statement declares is in reach.</summary>
    private readonly record struct After(StatementSyntax Statement)
    {
        public SyntaxNode Place => Statement.Parent is BlockSyntax block && block.Statements.IndexOf(Statement) is var index && index + 1 < block.Statements.Count ? block.Statements[index + 1] : Statement;
    }
}
