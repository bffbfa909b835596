using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Where one file calls something by a name, or hands it on by that name, and which of its methods call what. Gathered once per
/// tree, and only when somebody asks.
/// </summary>
internal sealed class CallNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, CallNames> Cache = new();
    private static readonly List<Use> None = new();

    private readonly Dictionary<string, List<Use>> _uses = new(StringComparer.Ordinal);

    private readonly Dictionary<string, List<string>> _calls = new(StringComparer.Ordinal);

    private CallNames(SyntaxNode root)
    {
        var around = new Owners();
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case SimpleNameSyntax name:
                    Read(name);
                    break;
                case InvocationExpressionSyntax call when CallChain.NameOf(call) is { } called:
                    foreach (var owner in around.At(node))
                        Add(owner, called);
                    break;
                case MethodDeclarationSyntax method:
                    around.Enter(node, method.Identifier.ValueText);
                    break;
                case LocalFunctionStatementSyntax function:
                    around.Enter(node, function.Identifier.ValueText);
                    break;
                case TypeDeclarationSyntax:
                    around.Enter(node, null);
                    break;
            }
        }
    }

    public static CallNames Of(SyntaxTree tree, CancellationToken cancellation) =>
        Cache.TryGetValue(tree, out var known) ? known : Cache.GetValue(tree, tree => new(tree.GetRoot(cancellation)));

    /// <summary>The uses of a name in order of their place.</summary>
    public IReadOnlyList<Use> Uses(string name) => _uses.TryGetValue(name, out var uses) ? uses : None;

    /// <summary>What each method and local function of the file calls, by name; what a function in it calls is called by both.</summary>
    public IEnumerable<KeyValuePair<string, List<string>>> CallsByMethod => _calls;

    /// <summary>All names with their uses.</summary>
    public IEnumerable<(string Name, IReadOnlyList<Use> Uses)> All => _uses.Select(static one => (one.Key, (IReadOnlyList<Use>)one.Value));

    private void Read(SimpleNameSyntax name)
    {
        var whole = Whole(name);
        if (whole.Parent is InvocationExpressionSyntax call && call.Expression == whole)
            Add(name, call.ArgumentList.Arguments.Count, null);
        else if (IsHandedOn(whole) && char.IsUpper(name.Identifier.ValueText.FirstOrDefault()))
            Add(name, null, TakerOf(whole));
    }

    private void Add(string owner, string called)
    {
        if (!_calls.TryGetValue(owner, out var calls))
            _calls.Add(owner, calls = new());

        calls.Add(called);
    }

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

    /// <summary>The methods and local functions around the node that a walk down a tree, in order of place, has come to.</summary>
    private sealed class Owners
    {
        private readonly List<(string? Method, int End)> _open = new();

        /// <param name="node">A method, a local function, or a type, which none of the methods around it own.</param>
        /// <param name="method">Its name; null for a type.</param>
        public void Enter(SyntaxNode node, string? method)
        {
            LeaveBefore(node);
            _open.Add((method, node.Span.End));
        }

        public IEnumerable<string> At(SyntaxNode node)
        {
            LeaveBefore(node);
            for (var at = _open.Count - 1; at >= 0 && _open[at].Method is { } method; at--)
                yield return method;
        }

        private void LeaveBefore(SyntaxNode node)
        {
            while (_open.Count > 0 && _open[_open.Count - 1].End <= node.SpanStart)
                _open.RemoveAt(_open.Count - 1);
        }
    }
}
