using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Data was written by another machine, in the culture of that one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC2014CultureDependentParsing() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC2014",
        title: "Data is read or written in the culture of the machine",
        messageFormat: "'{0}' {1} in the culture of the machine that happens to run it",
        category: Category.DataManagement,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC2014"),
        customTags: [Tag.Ingestion, Tag.Transformation]);

    private protected override void Watch(PipelineWatch watch)
    {
        var (reads, writes) = (watch.Concerns(Subjects.Cultures) && watch.Project.HandlesData, watch.Concerns(Subjects.Files) || watch.Concerns(Subjects.Queries) || watch.Concerns(Subjects.FrameworkClients));
        if (!reads && !writes)
            return;

        var project = watch.Project;
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
        {
            if (reads)
                Read(context, call, project);

            if (writes && TextCalls.Joins(call) && !TextCalls.IsPart(call))
                Written(context, call, project);
            else if (writes && CultureSinks.ValueIn(call, project) is { } value)
                Report(context, value, TypeOf(value), "is written", project);
        });
        if (reads)
        {
            watch.Operations<IObjectCreationOperation>(OperationKind.ObjectCreation, (context, creation) => Configured(context, CultureSinks.CultureIn(creation), project));
            watch.Operations<ISimpleAssignmentOperation>(OperationKind.SimpleAssignment, (context, set) => Configured(context, CultureSinks.CultureIn(set), project));
        }

        if (!writes)
            return;

        watch.Operations<IInterpolatedStringOperation>(OperationKind.InterpolatedString, (context, text) => Written(context, text, project));
        watch.Operations<IBinaryOperation>(OperationKind.Binary, (context, sum) =>
        {
            if (TextCalls.IsSum(sum) && !TextCalls.IsPart(sum))
                Written(context, sum, project);
        });
    }

    private static void Read(OperationAnalysisContext context, IInvocationOperation call, PipelineProject project)
    {
        if (CultureReads.TextOf(call) is { } text)
        {
            if (new SourceTexts(project).AreData(text))
                Report(context, call, $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}", "reads data", project);
        }
        else if (CultureReads.ReaderIn(call) is { } reader)
        {
            if (new SourceTexts(project).AreDrawn(call))
                Report(context, reader, $"{reader.Method.ContainingType.Name}.{reader.Method.Name}", "reads data", project);
        }
        else
        {
            Configured(context, CultureSinks.CultureIn(call), project);
        }
    }

    private static void Configured(OperationAnalysisContext context, IOperation? culture, PipelineProject project)
    {
        if (culture is not null)
            Report(context, culture, culture.Syntax.ToString(), "has data read or written", project);
    }

    private static void Written(OperationAnalysisContext context, IOperation text, PipelineProject project)
    {
        if (WrittenValues.In(text) is { } value)
            Report(context, value, TypeOf(value), "is written", project);
    }

    private static string TypeOf(IOperation value) => (WrittenValues.Text(value) ?? value.Unwrapped()).Type!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static void Report(OperationAnalysisContext context, IOperation at, string what, string does, PipelineProject project)
    {
        if (!MachineCulture.IsSettled(project) && !Equivalents.Leaves(project.Options, Rule.Id, at.Syntax.SyntaxTree, id => SharedCultures.Sees(id, at)))
            context.Report(Rule, at, what, does);
    }
}
