using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// What the locals and parameters of one body are given, and what is added to them. Gathered in one walk per body, the first
/// time anybody asks about one of its locals.
/// </summary>
internal sealed class Assignments
{
    private static readonly ConditionalWeakTable<IOperation, Assignments> Cache = new();
    private static readonly List<Assignment> None = new();

    private readonly Dictionary<ISymbol, List<Assignment>> _bySymbol = new(SymbolEqualityComparer.Default);

    private Assignments(IOperation root)
    {
        foreach (var operation in root.DescendantsAndSelf())
            Note(operation);

        // The last call of a chain is met first.
        foreach (var variable in _bySymbol.Keys.ToList())
            _bySymbol[variable] = _bySymbol[variable].OrderBy(one => one.At.Span.End).ToList();
    }

    /// <summary>The one thing a local is ever given in its body; null when it is given more, or something unknown. What a collection is filled with does not count.</summary>
    public static IOperation? Only(ISymbol variable, IOperation reference)
    {
        var given = In(reference).Of(variable).Where(one => !one.Adds || one.At is AssignmentExpressionSyntax { RawKind: not (int)SyntaxKind.SimpleAssignmentExpression }).ToList();
        return given.Count == 1 && !given[0].Adds ? given[0].Value : null;
    }

    /// <summary>
    /// The assignments that may have been the last before a reference, and what was added since, in order of their place.
    /// Order in the text stands for order in time: what comes round in a loop is not seen.
    /// </summary>
    public static IReadOnlyList<Assignment> Reaching(ISymbol variable, IOperation reference)
    {
        var before = In(reference).Of(variable).Where(one => one.At.Span.End <= reference.Syntax.SpanStart).ToList();
        var certain = before.FindLastIndex(one => !one.Adds && IsCertainAt(one.At, reference.Syntax));
        return certain > 0 ? before.GetRange(certain, before.Count - certain) : before;
    }

    private static Assignments In(IOperation reference) => Cache.GetValue(reference.Root(), static root => new(root));

    private List<Assignment> Of(ISymbol variable) => _bySymbol.TryGetValue(variable, out var all) ? all : None;

    private void Note(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value is { } initial:
                Add(declarator.Symbol, initial, declarator);
                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation each } loop:
                Add(each.Symbol, loop.Collection, loop.Collection);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared } pattern:
                Add(declared, Matched(pattern), pattern);
                break;
            case IRecursivePatternOperation { DeclaredSymbol: { } declared } pattern:
                Add(declared, Matched(pattern), pattern);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Pair(deconstruction.Target, deconstruction.Value, deconstruction);
                break;
            case ISimpleAssignmentOperation { Target: var target } assignment when VariableOf(target) is { } variable:
                Add(variable, assignment.Value, assignment);
                break;
            case ICoalesceAssignmentOperation { Target: var target } assignment when VariableOf(target) is { } variable:
                Add(variable, assignment.Value, assignment, adds: true);
                break;
            case ICompoundAssignmentOperation { Target: var target } assignment when VariableOf(target) is { } variable:
                Add(variable, assignment.Value, assignment, adds: true);
                break;
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.IsEmpty: false, Instance: { } instance } } entry when VariableOf(instance) is { } variable:
                Add(variable, entry.Value, entry, adds: true);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } passed when VariableOf(passed.Value is IDeclarationExpressionOperation declaration ? declaration.Expression : passed.Value) is { } variable:
                Add(variable, null, passed);
                break;
            case IInvocationOperation { Instance: { } instance } call when VariableOf(Receiver(instance)) is { } variable && Grows(call.TargetMethod.Name):
                foreach (var argument in call.Arguments)
                    Add(variable, argument.Value, call, adds: true);

                break;
        }
    }

    private void Add(ISymbol variable, IOperation? value, IOperation at, bool adds = false)
    {
        if (!_bySymbol.TryGetValue(variable, out var all))
            _bySymbol.Add(variable, all = new());

        all.Add(new(value, at.Syntax, adds));
    }

    /// <summary>The parts of a tuple go to the parts of another; of anything else, to whom goes what is unknown.</summary>
    private void Pair(IOperation target, IOperation value, IOperation at)
    {
        target = target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;
        if (target is not ITupleOperation parts)
        {
            if (VariableOf(target) is { } variable)
                Add(variable, value == at ? null : value, at);

            return;
        }

        var values = value.Unwrapped() as ITupleOperation;
        for (var index = 0; index < parts.Elements.Length; index++)
            Pair(parts.Elements[index], values?.Elements.Length == parts.Elements.Length ? values.Elements[index] : at, at);
    }

    /// <summary>What a pattern looks at: the value of <c>is</c>, or the member of a property pattern.</summary>
    private static IOperation? Matched(IOperation pattern) => pattern.Parent switch
    {
        IIsPatternOperation match => match.Value,
        IPropertySubpatternOperation part => part.Member,
        INegatedPatternOperation negated => Matched(negated),
        _ => null,
    };

    private static ISymbol? VariableOf(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    /// <summary>The start of a chain such as <c>text.Append(a).Append(b)</c>.</summary>
    private static IOperation Receiver(IOperation instance)
    {
        while (instance is IInvocationOperation { Instance: { } inner } call && Grows(call.TargetMethod.Name))
            instance = inner;

        return instance;
    }

    private static bool Grows(string method) =>
        method is "Add" or "TryAdd" or "AddRange" or "Insert" or "Push" or "Enqueue" or "Append" or "AppendLine" or "AppendFormat" or "AppendJoin" or "Write" or "WriteLine";

    /// <summary>Whether who comes to the later place has been at the earlier: it stands in a block around it, not in a branch.</summary>
    private static bool IsCertainAt(SyntaxNode earlier, SyntaxNode later)
    {
        var block = earlier.FirstAncestorOrSelf<StatementSyntax>()?.Parent;
        return (block is GlobalStatementSyntax ? block.Parent : block)?.Span.Contains(later.Span) == true;
    }
}

/// <summary>One thing a variable is given.</summary>
/// <param name="Value">What it is given; null when that is unknown.</param>
/// <param name="At">Where.</param>
/// <param name="Adds">Whether the variable keeps what it had.</param>
internal readonly record struct Assignment(IOperation? Value, SyntaxNode At, bool Adds);
