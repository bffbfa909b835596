using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Which parameters of a method may come, by name, into the arguments of which calls: itself, or by way of a local that is made
/// from it. Read from syntax once per declaration, so that an edit elsewhere finds the answer there.
/// </summary>
internal sealed class HandedOn
{
    /// <summary>What stands among the calls for the body of a request: it is sent by whoever has the request.</summary>
    public const string Content = "=Content";

    private static readonly ConditionalWeakTable<SyntaxNode, HandedOn> Cache = new();

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<(string Called, ulong Parameters)> _calls = new();
    private readonly Dictionary<string, ulong> _from = new(StringComparer.Ordinal);

    /// <summary>The names that may stand for a whole value, in order of place.</summary>
    private readonly List<(int Position, string Name)> _names = new();

    private HandedOn(SyntaxNode declaration)
    {
        var parameters = declaration switch
        {
            BaseMethodDeclarationSyntax method => method.ParameterList,
            LocalFunctionStatementSyntax local => local.ParameterList,
            _ => null,
        };

        for (var place = 0; place < Math.Min(parameters?.Parameters.Count ?? 0, 64); place++)
            _places[parameters!.Parameters[place].Identifier.ValueText] = place;

        if (_places.Count == 0)
            return;

        var telling = new List<SyntaxNode>();
        foreach (var node in declaration.DescendantNodes())
        {
            if (node is IdentifierNameSyntax name)
            {
                if (!IsOnlyRead(name))
                    _names.Add((name.SpanStart, name.Identifier.ValueText));
            }
            else if (IsTelling(node))
            {
                telling.Add(node);
            }
        }

        // Twice, for what comes round in a loop, where anything is passed on at all.
        for (var round = 0; round < 2 && (round == 0 || _from.Count > 0); round++)
        {
            _calls.Clear();
            foreach (var node in telling)
                Read(node);
        }

        _names.Clear();
        _names.TrimExcess();
    }

    public static HandedOn Of(SyntaxNode declaration) => Cache.GetValue(declaration, static declaration => new(declaration));

    /// <summary>The names of the calls that a parameter may be handed to.</summary>
    public IEnumerable<string> To(int parameter) => _calls.Where(call => parameter < 64 && (call.Parameters & (1UL << parameter)) != 0).Select(call => call.Called);

    private static bool IsContent(ExpressionSyntax target) =>
        target is IdentifierNameSyntax { Identifier.ValueText: "Content" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Content" };

    private static bool IsTelling(SyntaxNode node) => node is InvocationExpressionSyntax or VariableDeclaratorSyntax or AssignmentExpressionSyntax or ForEachStatementSyntax or ForEachVariableStatementSyntax
        or IsPatternExpressionSyntax or SwitchStatementSyntax or SwitchExpressionSyntax or FromClauseSyntax or LetClauseSyntax;

    private void Read(SyntaxNode node)
    {
        switch (node)
        {
            case InvocationExpressionSyntax call when CallChain.NameOf(call) is { } name && In(call) is var parameters && parameters != 0:
                _calls.Add((name, parameters));
                break;
            case VariableDeclaratorSyntax { Initializer.Value: var value } variable:
                Give(variable.Identifier.ValueText, value);
                break;
            case AssignmentExpressionSyntax assignment:
                if (IsContent(assignment.Left) && In(assignment.Right) is var sent && sent != 0)
                    _calls.Add((Content, sent));

                GiveAll(assignment.Left, assignment.Right);
                break;
            case ForEachStatementSyntax loop:
                Give(loop.Identifier.ValueText, loop.Expression);
                break;
            case ForEachVariableStatementSyntax loop:
                GiveAll(loop.Variable, loop.Expression);
                break;
            case IsPatternExpressionSyntax match:
                GiveAll(match.Pattern, match.Expression);
                break;
            case SwitchStatementSyntax choice:
                GiveAll(choice, choice.Expression);
                break;
            case SwitchExpressionSyntax choice:
                GiveAll(choice, choice.GoverningExpression);
                break;
            case FromClauseSyntax query:
                Give(query.Identifier.ValueText, query.Expression);
                break;
            case LetClauseSyntax let:
                Give(let.Identifier.ValueText, let.Expression);
                break;
        }
    }

    /// <summary>The parameters in what a call is made on and given; what grows a local or fills an out argument gives it to that.</summary>
    private ulong In(InvocationExpressionSyntax call)
    {
        var parameters = In((SyntaxNode)call);
        if (parameters != 0)
        {
            foreach (var argument in call.ArgumentList.Arguments)
            {
                if (!argument.RefKindKeyword.IsMissing && argument.RefKindKeyword.RawKind != 0)
                    GiveAll(argument, parameters);
            }

            if ((call.Expression as MemberAccessExpressionSyntax)?.Expression is { } receiver)
                GiveAll(receiver, parameters);

            // A lambda's own parameter stands for what the call is made on.
            foreach (var lambda in call.ArgumentList.Arguments.Select(argument => argument.Expression))
            {
                if (lambda is SimpleLambdaExpressionSyntax { Parameter.Identifier.ValueText: var one })
                    Give(one, parameters);
                else if (lambda is ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: var several })
                    GiveEach(several, parameters);
            }
        }

        return parameters;
    }

    private void GiveEach(IEnumerable<ParameterSyntax> names, ulong parameters)
    {
        foreach (var name in names)
            Give(name.Identifier.ValueText, parameters);
    }

    private ulong In(SyntaxNode expression)
    {
        var (parameters, end) = (0UL, expression.Span.End);
        for (var at = FirstAt(expression.SpanStart); at < _names.Count && _names[at].Position < end; at++)
        {
            if (_places.TryGetValue(_names[at].Name, out var place))
                parameters |= 1UL << place;

            if (_from.TryGetValue(_names[at].Name, out var more))
                parameters |= more;
        }

        return parameters;
    }

    private int FirstAt(int position)
    {
        var (low, high) = (0, _names.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_names[middle].Position < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>A member of a parameter is another value than the parameter; what is called on it may still be all of it.</summary>
    private static bool IsOnlyRead(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && (access.Name == name || (access.Expression == name && !(access.Parent is InvocationExpressionSyntax call && call.Expression == access)));

    private void GiveAll(SyntaxNode places, SyntaxNode value) => GiveAll(places, In(value));

    /// <summary>Every name in a pattern, a tuple or a target may be what is given.</summary>
    private void GiveAll(SyntaxNode places, ulong parameters)
    {
        if (parameters == 0)
            return;

        foreach (var node in places.DescendantNodesAndSelf())
        {
            if (node is SingleVariableDesignationSyntax { Identifier.ValueText: var declared })
                Give(declared, parameters);
            else if (node is IdentifierNameSyntax { Identifier.ValueText: var name })
                Give(name, parameters);
        }
    }

    private void Give(string local, SyntaxNode value) => Give(local, In(value));

    private void Give(string local, ulong parameters)
    {
        if (parameters != 0)
            _from[local] = _from.TryGetValue(local, out var known) ? known | parameters : parameters;
    }
}
