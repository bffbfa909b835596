using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Undercurrent.Analyzers.Engine.Leniency;

/// <summary>Takes settings out of the initialiser of an object and puts others in, in the layout it has.</summary>
internal static class WrittenSettings
{
    /// <summary>Whether an assignment can go: it is one of an initialiser, or a statement.</summary>
    public static bool CanRemove(AssignmentExpressionSyntax setting) =>
        setting.Parent is InitializerExpressionSyntax or ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax };

    public static void Remove(AssignmentExpressionSyntax setting, SyntaxEditor editor)
    {
        if (setting.Parent is InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation })
            editor.ReplaceNode(creation, (current, _) => Without((BaseObjectCreationExpressionSyntax)current, setting.ToString()));
        else if (setting.Parent is InitializerExpressionSyntax initialiser)
            editor.ReplaceNode(initialiser, (current, _) => Without((InitializerExpressionSyntax)current, setting.ToString()));
        else
            editor.RemoveNode(setting.Parent is ExpressionStatementSyntax { Parent: GlobalStatementSyntax global } ? global : setting.Parent!);
    }

    /// <summary>The expression with settings in its initialiser, in place of what it says of the same members.</summary>
    public static ExpressionSyntax With(ExpressionSyntax made, IReadOnlyList<(string Member, string Value)> settings)
    {
        var initialiser = made switch
        {
            BaseObjectCreationExpressionSyntax creation => creation.Initializer,
            WithExpressionSyntax changed => changed.Initializer,
            _ => null,
        };

        var kept = initialiser?.Expressions.Where(one => !settings.Any(setting => NameOf(one) == setting.Member)).ToList() ?? new List<ExpressionSyntax>();
        var broken = initialiser?.ToString().Contains('\n') == true && kept.Count > 0;
        var gap = broken ? "\n" + new string(' ', kept[0].GetLeadingTrivia().ToString().Length) : " ";
        var last = broken ? "," + "\n" + new string(' ', initialiser!.CloseBraceToken.LeadingTrivia.ToString().Length) : " ";
        var text = "{" + string.Join(",", kept.Select(one => gap + one).Concat(settings.Select(setting => $"{gap}{setting.Member} = {setting.Value}"))) + last + "}";
        if (broken)
            text = initialiser!.OpenBraceToken.LeadingTrivia + text;

        var head = made switch
        {
            BaseObjectCreationExpressionSyntax { Initializer: { } old } => made.ToString().Substring(0, old.SpanStart - made.SpanStart).TrimEnd(' '),
            WithExpressionSyntax changed => made.ToString().Substring(0, changed.Initializer.SpanStart - made.SpanStart).TrimEnd(' '),
            ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0, Type: var type } => "new " + type,
            _ => made.ToString(),
        };
        return SyntaxFactory.ParseExpression(head.TrimEnd() + (broken ? "\n" : " ") + text).WithTriviaFrom(made);
    }

    private static string? NameOf(ExpressionSyntax setting) => (setting as AssignmentExpressionSyntax)?.Left.ToString();

    private static BaseObjectCreationExpressionSyntax Without(BaseObjectCreationExpressionSyntax creation, string setting)
    {
        if (creation.Initializer is not { } initialiser)
            return creation;

        var left = Without(initialiser, setting);
        if (left.Expressions.Count > 0)
            return creation.WithInitializer(left);

        var arguments = (creation.ArgumentList ?? SyntaxFactory.ArgumentList()).WithoutTrailingTrivia();
        BaseObjectCreationExpressionSyntax bare = creation is ObjectCreationExpressionSyntax named
            ? named.WithType(named.Type.WithoutTrailingTrivia()).WithInitializer(null).WithArgumentList(arguments)
            : ((ImplicitObjectCreationExpressionSyntax)creation).WithInitializer(null).WithArgumentList(arguments);
        return bare.WithTrailingTrivia(creation.GetTrailingTrivia());
    }

    private static InitializerExpressionSyntax Without(InitializerExpressionSyntax initialiser, string setting)
    {
        var at = initialiser.Expressions.IndexOf(one => one.ToString() == setting);
        if (at < 0)
            return initialiser;

        var kept = initialiser.Expressions.RemoveAt(at);

        // The last one keeps what follows the list.
        if (at == kept.Count && kept.Count > 0 && kept.SeparatorCount < kept.Count)
            kept = kept.Replace(kept[at - 1], kept[at - 1].WithTrailingTrivia(initialiser.Expressions[at].GetTrailingTrivia()));

        return initialiser.WithExpressions(kept);
    }
}
