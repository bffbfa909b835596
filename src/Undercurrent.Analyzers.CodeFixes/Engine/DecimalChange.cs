using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// What has to change for a declaration to become a decimal: its type, the numbers written beside it, and the declarations of money that
/// it becomes part of. Tried on the project until it compiles as before; where it does not, there is no such change.
/// </summary>
internal sealed class DecimalChange
{
    private const int MostRounds = 8;
    private const int MostErrors = 40;

    private readonly SortedDictionary<int, (TextSpan Span, string Text)> _edits = new();
    private readonly Document _document;
    private readonly SyntaxNode _root;
    private ImmutableArray<(TextSpan Span, string Text)> _made = ImmutableArray<(TextSpan Span, string Text)>.Empty;

    private DecimalChange(Document document, SyntaxNode root) => (_document, _root) = (document, root);

    /// <summary>The parts of the text to replace; null where decimals would not fit in.</summary>
    public static async Task<IReadOnlyCollection<(TextSpan Span, string Text)>?> For(SyntaxNode declaration, Document document, CancellationToken cancellation)
    {
        var root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var change = new DecimalChange(document, root);
        return change.Add(declaration) && await change.Settle(cancellation).ConfigureAwait(false) ? change._edits.Values : null;
    }

    private async Task<bool> Settle(CancellationToken cancellation)
    {
        var text = await _document.GetTextAsync(cancellation).ConfigureAwait(false);
        var before = Errors((await _document.Project.GetCompilationAsync(cancellation).ConfigureAwait(false))!, cancellation).Length;
        for (var round = 0; round < MostRounds; round++)
        {
            _made = _edits.Values.ToImmutableArray();
            var changed = _document.WithText(text.WithChanges(_made.Select(edit => new TextChange(edit.Span, edit.Text))));
            var errors = Errors((await changed.Project.GetCompilationAsync(cancellation).ConfigureAwait(false))!, cancellation);
            if (errors.Length <= before)
                return true;

            var tree = await changed.GetSyntaxTreeAsync(cancellation).ConfigureAwait(false);
            if (before > 0 || errors.Length > MostErrors || !errors.All(error => error.Location.SourceTree == tree && Answer(error, tree!)))
                return false;
        }

        return false;
    }

    private static ImmutableArray<Diagnostic> Errors(Compilation compilation, CancellationToken cancellation) =>
        compilation.GetDiagnostics(cancellation).Where(one => one.Severity == DiagnosticSeverity.Error).ToImmutableArray();

    /// <summary>Makes decimals of the numbers an error points at, or else of the declaration it stands in.</summary>
    private bool Answer(Diagnostic error, SyntaxTree tree)
    {
        var count = _edits.Count;
        var node = tree.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        foreach (var literal in Numbers(node))
            AddLiteral(literal.Token.Span.Start, literal.Token.Text);

        if (_edits.Count > count)
            return true;

        for (var around = node; around is not null and not TypeDeclarationSyntax; around = around.Parent)
        {
            if (around is PropertyDeclarationSyntax or MethodDeclarationSyntax or VariableDeclaratorSyntax or LocalFunctionStatementSyntax && _root.FindNode(new(Original(around.SpanStart), 0)) is { } start
                && start.AncestorsAndSelf().FirstOrDefault(one => one.RawKind == around.RawKind) is { } declaration && MoneyName.Of(NameOf(declaration)) != MoneyLevel.None && Add(declaration))
                return true;
        }

        return _edits.Count > count;
    }

    /// <summary>Adds the type of a declaration, and the numbers written beside it.</summary>
    private bool Add(SyntaxNode declaration)
    {
        var count = _edits.Count;
        var type = declaration switch
        {
            PropertyDeclarationSyntax property => property.Type,
            MethodDeclarationSyntax method => method.ReturnType,
            LocalFunctionStatementSyntax function => function.ReturnType,
            ParameterSyntax parameter => parameter.Type,
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } variables } => variables.Type,
            TupleElementSyntax element => element.Type,
            ForEachStatementSyntax each => each.Type,
            _ => null,
        };

        // What a text is read into says itself what it is read as.
        var readAs = declaration is VariableDeclaratorSyntax { Initializer.Value: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax reader, Name.Identifier.ValueText: "Parse" } } } ? reader : null;
        foreach (var keyword in type?.DescendantNodesAndSelf().OfType<PredefinedTypeSyntax>().Append(readAs!).Where(static one => one is not null) ?? [])
        {
            if (keyword.Keyword.Kind() is SyntaxKind.DoubleKeyword or SyntaxKind.FloatKeyword)
                _edits[keyword.SpanStart] = (keyword.Keyword.Span, "decimal");
        }

        foreach (var literal in Beside(declaration).SelectMany(Numbers))
        {
            var text = Suffixed(literal.Token.Text);
            if (text is not null)
                _edits[literal.SpanStart] = (literal.Token.Span, text);
        }

        return _edits.Count > count;
    }

    private static IEnumerable<SyntaxNode> Beside(SyntaxNode declaration) => declaration switch
    {
        PropertyDeclarationSyntax property => [property.Initializer?.Value, property.ExpressionBody?.Expression],
        ParameterSyntax { Default.Value: var value } => [value],
        VariableDeclaratorSyntax { Initializer.Value: var value } => [value],
        MethodDeclarationSyntax { ExpressionBody.Expression: var value } => [value],
        _ => (SyntaxNode?[])[],
    } is var parts ? parts.Where(static part => part is not null).Select(static part => part!) : [];

    /// <summary>The floating-point numbers of an expression, but not what is handed to a call within it.</summary>
    private static IEnumerable<LiteralExpressionSyntax> Numbers(SyntaxNode expression) =>
        expression.DescendantNodesAndSelf(static node => node is not (InvocationExpressionSyntax or StatementSyntax or MemberDeclarationSyntax)).OfType<LiteralExpressionSyntax>().Where(static literal => literal.Token.Value is double or float);

    private void AddLiteral(int start, string text)
    {
        if (Suffixed(text) is { } suffixed && !_edits.ContainsKey(Original(start)))
            _edits[Original(start)] = (new(Original(start), text.Length), suffixed);
    }

    /// <summary>The same number as a decimal; null of one in a form that decimals do not have.</summary>
    private static string? Suffixed(string number)
    {
        var bare = number.TrimEnd('d', 'D', 'f', 'F');
        return bare.IndexOfAny(['e', 'E', 'x', 'X']) >= 0 ? null : bare.EndsWith(".0", StringComparison.Ordinal) && bare.Length == 3 ? bare[0] + "m" : bare + "m";
    }

    /// <summary>Where a place of the changed text was before.</summary>
    private int Original(int position)
    {
        var shift = 0;
        foreach (var (span, text) in _made)
        {
            if (span.Start + shift >= position)
                break;

            shift += text.Length - span.Length;
        }

        return position - shift;
    }

    private static string NameOf(SyntaxNode declaration) => declaration switch
    {
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        _ => "",
    };
}
