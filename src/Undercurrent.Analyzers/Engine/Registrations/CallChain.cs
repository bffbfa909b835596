using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Fluent calls by syntax: what is called on the result of a call, there and then or through the local that keeps it.</summary>
internal static class CallChain
{
    public static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    public static IEnumerable<string> TypeArgumentsOf(InvocationExpressionSyntax call) =>
        (call.Expression switch
        {
            MemberAccessExpressionSyntax { Name: GenericNameSyntax name } => name,
            MemberBindingExpressionSyntax { Name: GenericNameSyntax name } => name,
            GenericNameSyntax name => name,
            _ => null,
        })?.TypeArgumentList.Arguments.Select(LastName) ?? Enumerable.Empty<string>();

    public static string LastName(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        NullableTypeSyntax nullable => LastName(nullable.ElementType),
        _ => "",
    };

    /// <summary>The calls that follow a call: further along its chain, and on the local its result is kept in or handed on by.</summary>
    public static IEnumerable<InvocationExpressionSyntax> After(InvocationExpressionSyntax call)
    {
        var end = call;
        foreach (var next in Along(call))
        {
            end = next;
            yield return next;
        }

        if (KeptIn(end) is not { } local || ScopeOf(end) is not { } scope)
            yield break;

        foreach (var later in scope.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (later.SpanStart > end.SpanStart && (RootOf(later) == local || later.ArgumentList.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax { Identifier.ValueText: var name } && name == local)))
                yield return later;
        }
    }

    /// <summary>The calls on whose results a call is made.</summary>
    public static IEnumerable<InvocationExpressionSyntax> Before(InvocationExpressionSyntax call)
    {
        for (var receiver = ReceiverOf(call); receiver is InvocationExpressionSyntax earlier; receiver = ReceiverOf(earlier))
            yield return earlier;
    }

    /// <summary>The other calls on a builder: along the chain of a call, and wherever the local stands that the chain begins with.</summary>
    public static IEnumerable<InvocationExpressionSyntax> Around(InvocationExpressionSyntax call) => Before(call).Concat(After(call)).Concat(OnSameLocal(call)).Distinct();

    private static IEnumerable<InvocationExpressionSyntax> OnSameLocal(InvocationExpressionSyntax call)
    {
        if (RootOf(call) is not { } local || ScopeOf(call) is not { } scope)
            return [];

        // The root of a whole registration is the collection of all services, on which others are registered too.
        var made = scope.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(one => one.Identifier.ValueText == local)?.Initializer?.Value as InvocationExpressionSyntax;
        return made is null ? [] : Before(made).Append(made).Concat(scope.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(other => other != call && RootOf(other) == local));
    }

    public static IEnumerable<string> WordsIn(SyntaxNode node) =>
        node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText);

    private static IEnumerable<InvocationExpressionSyntax> Along(InvocationExpressionSyntax call)
    {
        ExpressionSyntax node = call;
        while (true)
        {
            while (node.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax)
                node = (ExpressionSyntax)node.Parent;

            if (node.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access || access.Expression != node || next.Expression != access)
                yield break;

            yield return next;
            node = next;
        }
    }

    private static ExpressionSyntax? ReceiverOf(InvocationExpressionSyntax call)
    {
        var receiver = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        while (receiver is ParenthesizedExpressionSyntax parenthesized)
            receiver = parenthesized.Expression;

        return receiver;
    }

    private static string? RootOf(InvocationExpressionSyntax call)
    {
        var receiver = ReceiverOf(call);
        while (receiver is InvocationExpressionSyntax earlier)
            receiver = ReceiverOf(earlier);

        return (receiver as IdentifierNameSyntax)?.Identifier.ValueText;
    }

    private static string? KeptIn(InvocationExpressionSyntax end) => end.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } => declarator.Identifier.ValueText,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax local } => local.Identifier.ValueText,
        _ => null,
    };

    private static SyntaxNode? ScopeOf(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(ancestor => ancestor is BaseMethodDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or CompilationUnitSyntax);
}
