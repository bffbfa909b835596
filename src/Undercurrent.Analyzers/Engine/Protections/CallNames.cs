using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Where one file calls something by a name, or hands it on by that name. Gathered once per tree, and only when somebody asks
/// for callers.
/// </summary>
internal sealed class CallNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, CallNames> Cache = new();
    private static readonly List<Use> None = new();

    private readonly Dictionary<string, List<Use>> _uses = new(StringComparer.Ordinal);

    private CallNames(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes())
        {
            if (node is not SimpleNameSyntax name)
                continue;

            var whole = Whole(name);
            if (whole.Parent is InvocationExpressionSyntax call && call.Expression == whole)
                Add(name, call.ArgumentList.Arguments.Count, null);
            else if (IsHandedOn(whole) && char.IsUpper(name.Identifier.ValueText.FirstOrDefault()))
                Add(name, null, TakerOf(whole));
        }
    }

    public static CallNames Of(SyntaxTree tree, CancellationToken cancellation) =>
        Cache.TryGetValue(tree, out var known) ? known : Cache.GetValue(tree, tree => new(tree.GetRoot(cancellation)));

    /// <summary>The uses of a name in order of their place.</summary>
    public IReadOnlyList<Use> Uses(string name) => _uses.TryGetValue(name, out var uses) ? uses : None;

    private void Add(SimpleNameSyntax name, int? arguments, string? taker)
    {
        var text = name.Identifier.ValueText;
        if (!_uses.TryGetValue(text, out var uses))
            _uses.Add(text, uses = new());

        uses.Add(new(name.Identifier.SpanStart, arguments, taker));
    }

    private static ExpressionSyntax Whole(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access,
        MemberBindingExpressionSyntax binding => binding,
        _ => name,
    };

    /// <summary>Whether an expression may be a method handed on as a delegate.</summary>
    private static bool IsHandedOn(ExpressionSyntax expression) => expression.Parent switch
    {
        ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or CastExpressionSyntax => true,
        AssignmentExpressionSyntax assignment => assignment.Right == expression,
        InitializerExpressionSyntax initializer => initializer.IsKind(SyntaxKind.CollectionInitializerExpression) || initializer.IsKind(SyntaxKind.ArrayInitializerExpression),
        _ => false,
    };

    /// <summary>The name of the call that what is handed on is an argument of, perhaps as another type's.</summary>
    private static string? TakerOf(ExpressionSyntax handed)
    {
        for (var node = handed.Parent; node is ExpressionSyntax or ArgumentSyntax or BaseArgumentListSyntax; node = node.Parent)
        {
            if (node is InvocationExpressionSyntax call)
                return CallChain.NameOf(call);
        }

        return null;
    }

    /// <summary>A use of a name.</summary>
    /// <param name="Position">Where the name starts.</param>
    /// <param name="Arguments">How many arguments the call has; null where the name is handed on.</param>
    /// <param name="Taker">What it is handed to, by name.</param>
    internal readonly record struct Use(int Position, int? Arguments, string? Taker);
}
