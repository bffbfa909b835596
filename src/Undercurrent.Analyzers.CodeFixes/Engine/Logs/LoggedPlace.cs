using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Where a logged value stands: in a hole of an interpolated string, as the argument for a hole of a template, as an operand of a
/// concatenation or as an element of an object or collection; and how that whole is written without it or with another value.
/// </summary>
/// <param name="Whole">The expression that is edited as one, however many of its values go.</param>
/// <param name="Part">The part of it that brings the value.</param>
internal sealed record LoggedPlace(SyntaxNode Whole, SyntaxNode Part)
{
    /// <summary>The place of a value, or null where nothing can be taken out without breaking the rest.</summary>
    public static LoggedPlace? Of(SyntaxNode value)
    {
        for (var node = value; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax text }:
                    return new(text, parent);
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }:
                    return new(Chain(parent), node);
                case AnonymousObjectMemberDeclaratorSyntax { Parent: AnonymousObjectCreationExpressionSyntax { Initializers.Count: > 1 } members }:
                    return new(members, parent);
                case InitializerExpressionSyntax { RawKind: not (int)SyntaxKind.ComplexElementInitializerExpression, Expressions.Count: > 1 } elements:
                    return new(elements, node);
                case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument when TemplateOf(call) is { } template && template != argument:
                    return new(call, argument);
                case StatementSyntax or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax { Parent: not ArgumentSyntax }:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The whole with some parts taken out (null) or replaced; null when that leaves nothing to say.</summary>
    public static SyntaxNode? Edit(SyntaxNode whole, IReadOnlyDictionary<SyntaxNode, LoggedChange> changes) => whole switch
    {
        InterpolatedStringExpressionSyntax text => Edit(text, changes),
        InvocationExpressionSyntax call => Edit(call, changes),
        BinaryExpressionSyntax sum => Edit(sum, changes),
        AnonymousObjectCreationExpressionSyntax members => Without(members.Initializers, changes, one => one.Expression, (one, value) => one.WithExpression(value)) is { } left ? members.WithInitializers(left) : null,
        InitializerExpressionSyntax elements => Without(elements.Expressions, changes, one => one, (_, value) => value) is { } left ? elements.WithExpressions(left) : null,
        _ => null,
    };

    private static InterpolatedStringExpressionSyntax? Edit(InterpolatedStringExpressionSyntax text, IReadOnlyDictionary<SyntaxNode, LoggedChange> changes)
    {
        var contents = new List<InterpolatedStringContentSyntax>();
        var start = text.SpanStart;
        foreach (var content in text.Contents.Reverse())
        {
            if (!changes.TryGetValue(content, out var change))
                contents.Insert(0, content);
            else if (change.Value is { } value)
                contents.Insert(0, SyntaxFactory.Interpolation(Within(((InterpolationSyntax)content).Expression, change.At, value)));
            else
                contents.Insert(0, content.WithAdditionalAnnotations(Gone));
        }

        for (var at = contents.Count - 1; at >= 0; at--)
        {
            if (!contents[at].HasAnnotation(Gone))
                continue;

            contents.RemoveAt(at);
            var before = at > 0 ? (contents[at - 1] as InterpolatedStringTextSyntax)?.TextToken.Text ?? "" : "";
            var after = at < contents.Count ? (contents[at] as InterpolatedStringTextSyntax)?.TextToken.Text ?? "" : "";
            var (from, to) = TemplateText.WithLabel(before + after, before.Length, before.Length);
            var joined = (before + after).Remove(from, to - from);
            if (at < contents.Count && contents[at] is InterpolatedStringTextSyntax)
                contents.RemoveAt(at);

            if (at > 0 && contents[at - 1] is InterpolatedStringTextSyntax)
                contents.RemoveAt(--at);

            if (joined.Length > 0)
                contents.Insert(at, Text(joined));
        }

        if (contents.LastOrDefault() is InterpolatedStringTextSyntax last && changes.Values.Any(change => change.Value is null))
        {
            contents.RemoveAt(contents.Count - 1);
            if (last.TextToken.Text.TrimEnd() is { Length: > 0 } left)
                contents.Add(Text(left));
        }

        return contents.Count == 0 ? null : text.WithContents(SyntaxFactory.List(contents));
    }

    private static readonly SyntaxAnnotation Gone = new();

    private static InterpolatedStringTextSyntax Text(string text) =>
        SyntaxFactory.InterpolatedStringText(SyntaxFactory.Token(default, SyntaxKind.InterpolatedStringTextToken, text, text, default));

    private static InvocationExpressionSyntax? Edit(InvocationExpressionSyntax call, IReadOnlyDictionary<SyntaxNode, LoggedChange> changes)
    {
        if (TemplateOf(call) is not { Expression: LiteralExpressionSyntax literal } template || literal.Token.Text.StartsWith("\"\"\"", StringComparison.Ordinal))
            return null;

        var arguments = call.ArgumentList.Arguments;
        var first = arguments.IndexOf(template) + 1;
        var renamed = changes.ToDictionary(change => arguments.IndexOf((ArgumentSyntax)change.Key) - first, change => change.Value.Value is null ? "" : change.Value.Name);
        var source = literal.Token.Text;
        var open = source.IndexOf('"') + 1;
        if (renamed.Keys.Any(position => position < 0) || TemplateText.Edit(source.Substring(open, source.Length - open - 1), renamed) is not { } text)
            return null;

        var written = (LiteralExpressionSyntax)SyntaxFactory.ParseExpression(source.Substring(0, open) + text + "\"");
        var left = Without(arguments, changes, one => one.Expression, (one, value) => one.WithExpression(value))!.Value;
        return call.WithArgumentList(call.ArgumentList.WithArguments(left.Replace(left[first - 1], template.WithExpression(written.WithTriviaFrom(literal)))));
    }

    private static ExpressionSyntax? Edit(BinaryExpressionSyntax sum, IReadOnlyDictionary<SyntaxNode, LoggedChange> changes)
    {
        var left = Side(sum.Left);
        var right = Side(sum.Right);
        return left is null || right is null ? (left ?? right)?.WithTriviaFrom(sum) : sum.WithLeft(left).WithRight(right);

        ExpressionSyntax? Side(ExpressionSyntax side) => changes.TryGetValue(side, out var change)
            ? change.Value is { } value ? Within(side, change.At, value) : null
            : side is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } inner ? Edit(inner, changes) : side;
    }

    private static SeparatedSyntaxList<T>? Without<T>(SeparatedSyntaxList<T> list, IReadOnlyDictionary<SyntaxNode, LoggedChange> changes, Func<T, ExpressionSyntax> expression, Func<T, ExpressionSyntax, T> with)
        where T : SyntaxNode
    {
        // An edited list is of new nodes; what is to change is known by the old ones.
        var before = list;
        for (var at = list.Count - 1; at >= 0; at--)
        {
            if (!changes.TryGetValue(before[at], out var change))
                continue;

            list = change.Value is { } value
                ? list.Replace(list[at], with(before[at], Within(expression(before[at]), change.At, value)))
                : RemoveAt(list, at);
        }

        return list.Count == 0 ? null : list;
    }

    /// <summary>The last element takes the comma before it along, and leaves what stands behind it.</summary>
    private static SeparatedSyntaxList<T> RemoveAt<T>(SeparatedSyntaxList<T> list, int at)
        where T : SyntaxNode
    {
        var trailing = list[at].GetTrailingTrivia();
        list = list.RemoveAt(at);
        return at == list.Count && at > 0 ? list.Replace(list[at - 1], list[at - 1].WithTrailingTrivia(trailing)) : list;
    }

    private static ExpressionSyntax Within(ExpressionSyntax expression, SyntaxNode at, ExpressionSyntax value) =>
        expression == at ? value.WithTriviaFrom(expression) : expression.ReplaceNode(at, value.WithTriviaFrom(at));

    private static SyntaxNode Chain(SyntaxNode sum)
    {
        while (sum.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } outer)
            sum = outer;

        return sum;
    }

    /// <summary>The literal that has holes for the arguments behind it.</summary>
    private static ArgumentSyntax? TemplateOf(InvocationExpressionSyntax call) => call.ArgumentList.Arguments.FirstOrDefault(argument =>
        argument.Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal && LogTemplate.Holes(literal.Token.ValueText).Count > 0);
}

/// <summary>What becomes of a part: another value in the place of the reported one, or nothing.</summary>
/// <param name="At">The reported expression inside the part.</param>
/// <param name="Value">What stands there instead; null takes the part out.</param>
/// <param name="Name">The name of the hole for the new value.</param>
internal sealed record LoggedChange(SyntaxNode At, ExpressionSyntax? Value, string Name);
