using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>An hour of every autumn happens twice, and a server that moves takes its time zone along.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC2016LocalTimeRecorded() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC2016",
        title: "Local time is stored, compared or sent",
        messageFormat: "'{0}' is the time of this machine, and is {1} without its zone",
        category: Category.DataManagement,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC2016"),
        customTags: [Tag.Generation, Tag.Transformation]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Clocks))
            return;

        var project = watch.Project;
        watch.Operations<IPropertyReferenceOperation>(OperationKind.PropertyReference, (context, told) => LookAt(context, told, project));
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, told) => LookAt(context, told, project));
        watch.Operations<IObjectCreationOperation>(OperationKind.ObjectCreation, (context, told) => LookAt(context, told, project));
    }

    private static void LookAt(OperationAnalysisContext context, IOperation told, PipelineProject project)
    {
        if (LocalTimes.NameOf(told) is not { } name || IsPart(told) || IsOnScreen(context.ContainingSymbol))
            return;

        if (new TimeUse(project, Rule.Id, context.CancellationToken).Of(told) is { } how && !Equivalents.Leaves(project.Options, Rule.Id, told.Syntax.SyntaxTree, _ => name is "DateTime.Now" or "DateTime.Today"))
            context.Report(Rule, told, name, how);
    }

    /// <summary>The outermost of two says it for both, as in <c>DateTime.Now.ToLocalTime()</c>.</summary>
    private static bool IsPart(IOperation told) => told.Parent is IInvocationOperation or IArgumentOperation or IPropertyReferenceOperation && (told.Parent is IArgumentOperation ? told.Parent.Parent : told.Parent) is { } outer && LocalTimes.NameOf(outer) is not null;

    private static bool IsOnScreen(ISymbol symbol) => symbol.ContainingType is { } type && Screens.Shows(type);
}
