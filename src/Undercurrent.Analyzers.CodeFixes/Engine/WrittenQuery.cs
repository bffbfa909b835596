using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// A query as it is written: an interpolated text or a sum. Puts names of parameters where values stood in quotation marks, and
/// nothing else: where a value stands bare, or a name, nobody can tell from here what a parameter would mean.
/// </summary>
internal sealed class WrittenQuery
{
    private static readonly HashSet<string> Statements = new(StringComparer.Ordinal) { "SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "WITH", "EXEC", "EXECUTE", "CALL", "REPLACE", "UPSERT" };

    private static readonly HashSet<string> BeforeValue = new(StringComparer.OrdinalIgnoreCase) { "like", "ilike", "and", "between", "then", "else", "or" };

    private static readonly HashSet<string> Foreign = new(StringComparer.OrdinalIgnoreCase) { "openrowset", "openquery", "opendatasource", "dblink", "date", "timestamp", "interval", "time" };

    private readonly List<WrittenPart> _parts;

    private WrittenQuery(ExpressionSyntax written, List<WrittenPart> parts)
    {
        Written = written;
        _parts = parts;
    }

    public ExpressionSyntax Written { get; }

    /// <summary>The values that become parameters, in order, each once.</summary>
    public IEnumerable<WrittenPart> Values => _parts.Where(part => part.Name is not null).GroupBy(part => part.Name).Select(same => same.First());

    /// <summary>The query, when every part of it that may be anything stands in quotation marks; null otherwise.</summary>
    public static WrittenQuery? Of(ExpressionSyntax written, Finding finding, CancellationToken cancellation)
    {
        var parts = new List<WrittenPart>();
        if (!Collect(written, parts) || !Statements.Contains(QueryPlaces.VerbOf(string.Concat(parts.Select(part => part.Text ?? " x ")))))
            return null;

        var query = new WrittenQuery(written, parts);
        return query.NameValues(finding, new(finding.Model.Compilation, cancellation)) && query.Values.Any() ? query : null;
    }

    /// <summary>The text with the names in the place of the values, as it would be written.</summary>
    /// <param name="hole">How a value is written in the text.</param>
    public ExpressionSyntax With(Func<WrittenPart, string> hole) => SyntaxFactory.ParseExpression(
        Written is InterpolatedStringExpressionSyntax interpolated ? Interpolated(interpolated, hole) : Sum(hole)).WithTriviaFrom(Written);

    /// <summary>The text as an interpolated one, with every hole of it bare; null where a name or a clause stands in one.</summary>
    public ExpressionSyntax? AsInterpolated()
    {
        if (_parts.Any(part => part.Hole is not null && part.Name is null && !part.IsValue) || (Written is not InterpolatedStringExpressionSyntax && _parts.Any(part => part.Literal is { } literal && literal.Token.Text[0] != '"')))
            return null;

        var interpolated = Written as InterpolatedStringExpressionSyntax;
        var (start, end) = interpolated is null ? ("$\"", "\"") : (interpolated.StringStartToken.Text, interpolated.StringEndToken.Text);
        if (start.Contains('@') && _parts.Any(part => part.Around.Length > 0))
            return null;

        var contents = string.Concat(_parts.Select(part => part.Text is { } text ? (interpolated is null ? text.Replace("{", "{{").Replace("}", "}}") : text) : part.Name is null ? part.Source : "{" + part.Value + "}"));
        return SyntaxFactory.ParseExpression(start + contents + end).WithTriviaFrom(Written);
    }

    private static bool Collect(ExpressionSyntax written, List<WrittenPart> parts)
    {
        switch (written)
        {
            case InterpolatedStringExpressionSyntax { StringStartToken.Text: "$\"" or "$@\"" or "@$\"" or "$\"\"\"" } text:
                foreach (var content in text.Contents)
                    parts.Add(content is InterpolationSyntax hole ? new(hole.Expression, hole.ToString(), hole.FormatClause is not null || hole.AlignmentClause is not null) : new(content.ToString()));

                return true;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                return Collect(sum.Left, parts) && Collect(sum.Right, parts) && sum.Left is not InterpolatedStringExpressionSyntax && sum.Right is not InterpolatedStringExpressionSyntax;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal when Content(literal) is { } content:
                parts.Add(new(content, literal));
                return true;
            case LiteralExpressionSyntax or ConditionalExpressionSyntax:
                return false;
            default:
                parts.Add(new(written, written.ToString(), false));
                return true;
        }
    }

    private static string? Content(LiteralExpressionSyntax literal)
    {
        var text = literal.Token.Text;
        var start = text.StartsWith("@\"", StringComparison.Ordinal) ? 2 : text.StartsWith("\"\"\"", StringComparison.Ordinal) ? 0 : 1;
        return start == 0 || !text.EndsWith("\"", StringComparison.Ordinal) ? null : text.Substring(start, text.Length - start - 1);
    }

    /// <summary>Gives each value in quotation marks a name; false where something else may be anything.</summary>
    private bool NameValues(Finding finding, QueryParts known)
    {
        var whole = string.Concat(_parts.Select(part => part.Text));
        for (var at = 0; at < _parts.Count; at++)
        {
            if (_parts[at].Hole is not { } hole)
                continue;

            var before = string.Concat(_parts.Take(at).Select(part => part.Text ?? (part.Name is null ? "0" : "@" + part.Name)));
            var after = string.Concat(_parts.Skip(at + 1).Select(part => part.Text ?? "0"));
            var type = finding.Model.GetTypeInfo(hole).Type;
            var isFree = finding.Model.GetOperation(hole) is not { } operation || known.MayBeAnything(operation, before, after);
            if (!isFree)
            {
                _parts[at].IsValue = QueryTypes.IsPlain(type) && QueryPlaces.Of(new(finding.Model.GetOperation(hole)!, before, after)) == QueryPlace.Value;
                continue;
            }

            if (type?.SpecialType != SpecialType.System_String || _parts[at].IsFormatted || !TakeQuotes(at))
                return false;

            _parts[at].MayBeNull = finding.Model.GetTypeInfo(hole).Nullability.FlowState == NullableFlowState.MaybeNull;
            _parts[at].Name = NameOf(_parts[at], whole);
        }

        return true;
    }

    /// <summary>Takes the quotation marks around a value out of the texts beside it, and the wild cards that stand within.</summary>
    private bool TakeQuotes(int at)
    {
        if (at == 0 || at + 1 >= _parts.Count || _parts[at - 1].Text is not { } before || _parts[at + 1].Text is not { } after)
            return false;

        var (start, end) = (before.TrimEnd('%'), after.TrimStart('%'));
        var (left, right) = (before.Substring(start.Length), after.Substring(0, after.Length - end.Length));
        if (start.Length == 0 || end.Length == 0 || start[start.Length - 1] != '\'' || end[0] != '\'' || (end.Length > 1 && end[1] == '\''))
            return false;

        start = start.Substring(0, start.Length - 1);
        if (!IsWhereAValueStands(string.Concat(_parts.Take(at - 1).Select(part => part.Text ?? (part.Name is null ? "0" : "@" + part.Name))) + start))
            return false;

        (_parts[at - 1].Text, _parts[at + 1].Text, _parts[at].Around) = (start, end.Substring(1), left + right);
        _parts[at].Value = left.Length + right.Length == 0
            ? _parts[at].Hole!.WithoutTrivia().ToString()
            : string.Join(" + ", new[] { left.Length > 0 ? $"\"{left}\"" : "", Operand(_parts[at].Hole!), right.Length > 0 ? $"\"{right}\"" : "" }.Where(part => part.Length > 0));
        return true;
    }

    private static string Operand(ExpressionSyntax value) =>
        value is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax ? value.WithoutTrivia().ToString() : $"({value.WithoutTrivia()})";

    private static bool IsWhereAValueStands(string before)
    {
        var text = before.TrimEnd(' ', '\t', '\r', '\n');
        if (text.Length == 0 || text[text.Length - 1] is '\\' or '\'')
            return false;

        if (text[text.Length - 1] is '=' or '<' or '>' or ',')
            return true;

        return text[text.Length - 1] == '(' ? !Foreign.Contains(LastWord(text.Substring(0, text.Length - 1))) : text.Length < before.Length && BeforeValue.Contains(LastWord(text));
    }

    private static string LastWord(string text)
    {
        text = text.TrimEnd();
        var start = text.Length;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_'))
            start--;

        return text.Substring(start);
    }

    /// <summary>A name after the value's own, once per value and not yet in the text.</summary>
    private string NameOf(WrittenPart part, string whole)
    {
        if (_parts.FirstOrDefault(other => other.Name is not null && other.Value == part.Value) is { } same)
            return same.Name!;

        var own = part.Around.Length > 0 ? null : part.Hole switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            _ => null,
        };
        var word = own ?? (part.Hole!.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().LastOrDefault()?.Identifier.ValueText ?? "value");
        word = word.TrimStart('_', '@') is { Length: > 0 } bare && bare.All(letter => char.IsLetterOrDigit(letter) || letter == '_') ? bare : "value";
        var free = word;
        for (var number = 2; _parts.Any(other => string.Equals(other.Name, free, StringComparison.OrdinalIgnoreCase)) || whole.IndexOf("@" + free, StringComparison.OrdinalIgnoreCase) >= 0; number++)
            free = word + number;

        part.IsShorthand = free == own && part.Around.Length == 0;
        return free;
    }

    private string Interpolated(InterpolatedStringExpressionSyntax text, Func<WrittenPart, string> hole)
    {
        var (start, end) = (text.StringStartToken.Text, text.StringEndToken.Text);
        var contents = string.Concat(_parts.Select(part => part.Text ?? (part.Name is null ? part.Source : hole(part))));
        return _parts.Any(part => part.Hole is not null && part.Name is null)
            ? start + contents + end
            : start.Replace("$", "") + contents.Replace("{{", "{").Replace("}}", "}") + end;
    }

    /// <summary>The terms of a sum, where names and the texts beside them on a line become one literal.</summary>
    private string Sum(Func<WrittenPart, string> hole)
    {
        var terms = new List<(string Text, bool IsText, string Mark, string Gap)>();
        var gap = "";
        for (var at = 0; at < _parts.Count; at++)
        {
            var part = _parts[at];
            var isText = part.Hole is null || part.Name is not null;
            var mark = part.Literal is { } literal ? literal.Token.Text.Substring(0, literal.Token.Text.IndexOf('"')) : "";
            var text = part.Text ?? (part.Name is null ? part.Source : hole(part));
            if (at > 0)
                gap = Between(_parts[at - 1], part);

            var last = terms.Count > 0 ? terms[terms.Count - 1] : default;
            var joins = part.Name is not null || (at > 0 && _parts[at - 1].Name is not null && (gap.IndexOf('\n') < 0 || text.Length == 0));
            if (terms.Count > 0 && last.IsText && isText && joins && (part.Literal is null || last.Mark == mark))
                terms[terms.Count - 1] = last with { Text = last.Text + text };
            else
                terms.Add((text, isText, mark, terms.Count == 0 ? "" : gap));
        }

        return string.Concat(terms.Where((term, at) => at == 0 || !term.IsText || term.Text.Length > 0).Select(term => term.Gap + (term.IsText ? $"{term.Mark}\"{term.Text}\"" : term.Text)));
    }

    private string Between(WrittenPart left, WrittenPart right)
    {
        var text = Written.SyntaxTree.GetText();
        var (end, start) = ((left.Literal ?? left.Hole!).Span.End, (right.Literal ?? right.Hole!).SpanStart);
        return text.ToString(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(end, start));
    }
}

/// <summary>A piece of a written query: a text between marks, or what is put in between.</summary>
internal sealed class WrittenPart
{
    public WrittenPart(string text, LiteralExpressionSyntax? literal = null) => (Text, Literal) = (text, literal);

    public WrittenPart(ExpressionSyntax hole, string source, bool isFormatted) => (Hole, Source, IsFormatted) = (hole, source, isFormatted);

    public string? Text { get; set; }

    public LiteralExpressionSyntax? Literal { get; }

    public ExpressionSyntax? Hole { get; }

    public string Source { get; } = "";

    public bool IsFormatted { get; }

    /// <summary>The name of the parameter it becomes.</summary>
    public string? Name { get; set; }

    /// <summary>What the parameter is given.</summary>
    public string Value { get; set; } = "";

    /// <summary>The wild cards it stood among.</summary>
    public string Around { get; set; } = "";

    /// <summary>Whether an anonymous object would name it so by itself.</summary>
    public bool IsShorthand { get; set; }

    public bool MayBeNull { get; set; }

    /// <summary>Whether it is a number or the like where a value may stand.</summary>
    public bool IsValue { get; set; }
}
