using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>How calls and texts are written that name the invariant culture. Each form is made of the node as it is then: what stands inside may be mended first.</summary>
internal static class InvariantForms
{
    private const string Culture = "CultureInfo.InvariantCulture";

    private static readonly string[] Names = ["text", "field", "one", "read"];

    /// <summary>The culture that takes the place of the machine's.</summary>
    public static ExpressionSyntax? OfCulture(ExpressionSyntax node, SemanticModel model, CancellationToken cancellation) => model.GetTypeInfo(node, cancellation).Type?.Name switch
    {
        "CultureInfo" => Expression(Culture),
        "NumberFormatInfo" => Expression("NumberFormatInfo.InvariantInfo"),
        "DateTimeFormatInfo" => Expression("DateTimeFormatInfo.InvariantInfo"),
        _ => null,
    };

    /// <summary>A call that reads, or the name of one handed to a projection.</summary>
    public static Func<ExpressionSyntax, ExpressionSyntax>? Read(ExpressionSyntax node, SemanticModel model, CancellationToken cancellation) => model.GetOperation(node, cancellation) switch
    {
        IInvocationOperation { TargetMethod: var method } call when CultureReads.TextOf(call) is not null => current => WithCulture((InvocationExpressionSyntax)current, method, Explicit(call)),
        IMethodReferenceOperation { Method: var method } => current => InLambda(current, method, model, node),
        _ => null,
    };

    /// <summary>A <c>ToString</c> that names the culture.</summary>
    public static ExpressionSyntax Shown(ExpressionSyntax current)
    {
        var call = current as InvocationExpressionSyntax ?? (InvocationExpressionSyntax)((ConditionalAccessExpressionSyntax)current).WhenNotNull;
        var arguments = call.ArgumentList.Arguments;
        var last = arguments.Count > 0 ? arguments[arguments.Count - 1] : null;
        var shown = last is not null && last.ToString().IndexOf("Current", StringComparison.Ordinal) >= 0
            ? call.ReplaceNode(last, Argument(Culture, null))
            : call.WithArgumentList(call.ArgumentList.WithArguments(Added(arguments, arguments.Count, Argument(Culture, null))));
        return current == call ? shown : ((ConditionalAccessExpressionSyntax)current).WithWhenNotNull(shown);
    }

    /// <summary>A value in a sum of texts, turned into a text by itself.</summary>
    public static ExpressionSyntax AsText(ExpressionSyntax current, bool nullable)
    {
        var value = current.WithoutTrivia();
        var bare = value is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax ? value : SyntaxFactory.ParenthesizedExpression(value);
        return Expression($"{bare}{(nullable ? "?" : "")}.ToString({Culture})");
    }

    /// <summary>An interpolated text put together in the culture.</summary>
    public static ExpressionSyntax Created(ExpressionSyntax current, SemanticModel model)
    {
        var made = model.Compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.DefaultInterpolatedStringHandler") is not null && ((CSharpCompilation)model.Compilation).LanguageVersion >= LanguageVersion.CSharp10;
        var text = SyntaxFactory.Argument(current.WithoutTrivia());
        return made
            ? Call("string.Create", Argument(Culture, null), text)
            : Call("System.FormattableString.Invariant", text);
    }

    /// <summary>A <c>string.Format</c> that names the culture first.</summary>
    public static ExpressionSyntax Formatted(ExpressionSyntax current)
    {
        var call = (InvocationExpressionSyntax)current;
        return call.WithArgumentList(call.ArgumentList.WithArguments(Added(call.ArgumentList.Arguments, 0, Argument(Culture, call.ArgumentList.Arguments.Any(argument => argument.NameColon is not null) ? "provider" : null))));
    }

    private static (int Provider, bool Styled) Explicit(IInvocationOperation call)
    {
        var provider = call.Arguments.FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Type.Name is nameof(IFormatProvider) or "CultureInfo");
        var styled = call.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Type.Name is "NumberStyles" or "DateTimeStyles");
        return (provider?.Syntax is ArgumentSyntax { Parent: ArgumentListSyntax list } given ? list.Arguments.IndexOf(given) : -1, styled);
    }

    private static InvocationExpressionSyntax WithCulture(InvocationExpressionSyntax call, IMethodSymbol method, (int Provider, bool Styled) given)
    {
        var arguments = call.ArgumentList.Arguments;
        if (given.Provider >= 0)
            return call.ReplaceNode(arguments[given.Provider].Expression, Expression(Culture).WithTriviaFrom(arguments[given.Provider].Expression));

        if (method.Name == "ConvertFromString")
            return call.ReplaceNode(((MemberAccessExpressionSyntax)call.Expression).Name, SyntaxFactory.IdentifierName("ConvertFromInvariantString"));

        var named = arguments.Any(argument => argument.NameColon is not null);
        if (method.Name == "ConvertFrom")
            return call.WithArgumentList(call.ArgumentList.WithArguments(Added(Added(arguments, 0, Argument(Culture, named ? "culture" : null)), 0, Argument("null", named ? "context" : null))));

        var more = More(method, given.Styled, named);
        var at = method.Name.StartsWith("Try", StringComparison.Ordinal) ? arguments.Count - 1 : arguments.Count;
        for (var index = 0; index < more.Length; index++)
            arguments = Added(arguments, at + index, more[index]);

        return call.WithArgumentList(call.ArgumentList.WithArguments(arguments));
    }

    /// <summary>What a call is missing: numbers are read without the separators of thousands, which would make 15 of "1,5".</summary>
    private static ArgumentSyntax[] More(IMethodSymbol method, bool styled, bool named)
    {
        var culture = Argument(Culture, named ? "provider" : null);
        var isDate = method.ContainingType.Name is "DateTime" or "DateTimeOffset" or "DateOnly" or "TimeOnly";
        var isTry = method.Name.StartsWith("Try", StringComparison.Ordinal);
        if (method.ContainingType.Name == nameof(Convert) || styled || (isDate && !isTry))
            return [culture];

        return isDate
            ? [culture, Argument("DateTimeStyles.None", !named ? null : method.Name == "TryParse" && method.ContainingType.Name.StartsWith("DateTime", StringComparison.Ordinal) ? "styles" : "style")]
            : [Argument("NumberStyles.Float", named ? "style" : null), culture];
    }

    private static SimpleLambdaExpressionSyntax InLambda(ExpressionSyntax current, IMethodSymbol method, SemanticModel model, SyntaxNode at)
    {
        var taken = model.LookupSymbols(at.SpanStart);
        var name = Names.First(candidate => candidate == Names[Names.Length - 1] || !taken.Any(symbol => symbol.Name == candidate));
        var call = WithCulture((InvocationExpressionSyntax)Expression($"{current.WithoutTrivia()}({name})"), method, (-1, false));
        return SyntaxFactory.SimpleLambdaExpression(SyntaxFactory.Parameter(SyntaxFactory.Identifier(name)).WithTrailingTrivia(SyntaxFactory.Space), call)
            .WithArrowToken(SyntaxFactory.Token(SyntaxFactory.TriviaList(), SyntaxKind.EqualsGreaterThanToken, SyntaxFactory.TriviaList(SyntaxFactory.Space)));
    }

    private static SeparatedSyntaxList<ArgumentSyntax> Added(SeparatedSyntaxList<ArgumentSyntax> arguments, int at, ArgumentSyntax argument)
    {
        var all = arguments.GetWithSeparators();
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        return SyntaxFactory.SeparatedList<ArgumentSyntax>(
            arguments.Count == 0 ? all.Add(argument)
            : at == arguments.Count ? all.Add(comma).Add(argument)
            : all.Insert(at * 2, argument).Insert((at * 2) + 1, comma));
    }

    private static InvocationExpressionSyntax Call(string method, params ArgumentSyntax[] arguments) =>
        SyntaxFactory.InvocationExpression(Expression(method), SyntaxFactory.ArgumentList(arguments.Aggregate(default(SeparatedSyntaxList<ArgumentSyntax>), (list, argument) => Added(list, list.Count, argument))));

    private static ArgumentSyntax Argument(string value, string? name) =>
        name is null ? SyntaxFactory.Argument(Expression(value)) : SyntaxFactory.Argument(SyntaxFactory.NameColon(name).WithTrailingTrivia(SyntaxFactory.Space), default, Expression(value));

    private static ExpressionSyntax Expression(string text) => SyntaxFactory.ParseExpression(text);
}
