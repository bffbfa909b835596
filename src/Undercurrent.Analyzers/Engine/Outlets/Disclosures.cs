using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Undercurrent.Analyzers.Engine.Outlets;

/// <summary>The personal values that operations give away by an outlet; of a value that goes through several, one rule speaks.</summary>
internal static class Disclosures
{
    public static void Watch(PipelineWatch watch, Outlet outlet, DiagnosticDescriptor rule)
    {
        var project = watch.Project;
        foreach (var kind in (OperationKind[])[OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment, OperationKind.CompoundAssignment])
            watch.Operations<IOperation>(kind, (context, operation) => Report(context, operation, outlet, project, rule));
    }

    /// <summary>What a value written somewhere says of a person, by itself or by the name it is written under.</summary>
    public static IReadOnlyList<PersonalValue> In(this PersonalData data, LoggedValue written)
    {
        var personal = data.In(written.Value, written.How);
        // The name in the template is the author's own word for a value that has none.
        return personal.Count == 0 && written.Name is { } name && data.OfName(name, null) is { } promised && data.MayHoldText(written.Value, promised.Kind)
            ? [new(written.Value.Unwrapped(), promised)]
            : personal;
    }

    private static void Report(OperationAnalysisContext context, IOperation operation, Outlet outlet, PipelineProject project, DiagnosticDescriptor rule)
    {
        // Most operations write nothing and hand on nothing: asked before anything is made for them.
        if (outlet.WrittenBy(operation, project, rule.Id) is null && !WritingMethods.MayGive(operation))
            return;

        var tree = operation.Syntax.SyntaxTree;
        var data = PersonalData.For(project, rule.Id, tree);
        HashSet<TextSpan>? reported = null;
        foreach (var value in Told(operation, outlet, data, rule.Id))
        {
            var at = value.At.Syntax;
            if (at.SyntaxTree == tree && (reported ??= new()).Add(at.Span) && !IsToldElsewhere(value, operation, outlet, data, rule.Id))
                context.Report(rule, at.GetLocation(), OwnerMention.Of(at, operation.Syntax, reported), value.What.Name, value.What.Kind);
        }
    }

    /// <summary>What an operation tells by itself, or by the method in source that it calls.</summary>
    private static IEnumerable<PersonalValue> Told(IOperation operation, Outlet outlet, PersonalData data, string rule) =>
        (outlet.WrittenBy(operation, data.Project, rule) ?? []).Concat(WritingMethods.Given(operation, outlet, data, rule)).SelectMany(one => data.In(one).Where(value => outlet.Tells(value, one)));

    /// <summary>Whether an outlet around the value comes first, or one of the same kind is nearer to it.</summary>
    private static bool IsToldElsewhere(PersonalValue value, IOperation operation, Outlet outlet, PersonalData data, string rule)
    {
        var isInside = true;
        var order = Outlet.InOrder.IndexOf(outlet);
        for (var around = value.At.Parent; around is not null; around = around.Parent)
        {
            isInside &= around != operation;
            if (around is not (IInvocationOperation or IObjectCreationOperation or IAssignmentOperation))
                continue;

            for (var other = 0; other < order || (other == order && isInside); other++)
            {
                if (Told(around, Outlet.InOrder[other], data, rule).Any(told => told.At.Syntax.Span == value.At.Syntax.Span))
                    return true;
            }
        }

        return false;
    }
}
