using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Logs and traces are copied to where everyone may search them; a credential in them is one given away.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC1014CredentialInLog() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC1014",
        title: "Credential is written to a log",
        messageFormat: "'{0}' looks like a credential and is written to {1}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC1014"),
        customTags: [Tag.Generation, Tag.Storage, Tag.Ingestion, Tag.Transformation, Tag.Serving, "CWE-532"]);

    private protected override void Watch(PipelineWatch watch)
    {
        var logs = watch.Concerns(Subjects.Credentials | Subjects.Logs);
        var traces = watch.Concerns(Subjects.Credentials | Subjects.Traces);
        if (!logs && !traces)
            return;

        var project = watch.Project;
        var sinks = LogSinks.Of(project);
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
        {
            if (sinks.IsSink(call, Rule.Id))
                Look(context, sinks.ValuesOf(call, Rule.Id), project, "a log");
            else if ((project.TraitsOf(call.TargetMethod) & ApiTrait.Telemetry) != 0)
                Look(context, LogSinks.Given(call), project, "a trace");
            else if (ExceptionTexts.In(call) is { } texts)
                Look(context, texts, project, "an exception");
            else if (logs)
                LookThrough(context, call, project);
        });

        if (logs)
        {
            watch.Operations<ISimpleAssignmentOperation>(OperationKind.SimpleAssignment, (context, assignment) =>
            {
                if (LogContexts.ValueOf(assignment, project) is { } value)
                    Look(context, [value], project, "a log");
            });
        }

        if (traces)
        {
            watch.Operations<IObjectCreationOperation>(OperationKind.ObjectCreation, (context, creation) =>
            {
                if (ExceptionTexts.In(creation) is { } texts)
                    Look(context, texts, project, "an exception");
            });
        }
    }

    private static void Look(OperationAnalysisContext context, IEnumerable<LoggedValue> values, PipelineProject project, string where)
    {
        var credentials = For(project, context.Operation.Syntax.SyntaxTree);
        var reported = new HashSet<TextSpan>();
        foreach (var value in values)
            Report(context, credentials, value, where, reported);
    }

    /// <summary>A helper in source that logs its parameter; one that calls it a credential is spoken of inside.</summary>
    private static void LookThrough(OperationAnalysisContext context, IInvocationOperation call, PipelineProject project)
    {
        if (!LoggingMethods.MayLog(project, call))
            return;

        var credentials = For(project, call.Syntax.SyntaxTree);
        var methods = LoggingMethods.Of(PersonalData.For(project, Rule.Id, call.Syntax.SyntaxTree));
        var reported = new HashSet<TextSpan>();
        foreach (var argument in call.Arguments)
        {
            if (LoggingMethods.MayLog(project, argument) && !credentials.Says(argument.Parameter!, call) && credentials.In(new(argument.Value, Printed.ByMembers, null)).Count > 0
                && methods.Logs(call, argument, Rule.Id) is { } how)
                Report(context, credentials, new(argument.Value, how, null), "a log", reported);
        }
    }

    private static void Report(OperationAnalysisContext context, LoggedCredentials credentials, LoggedValue value, string where, HashSet<TextSpan> reported)
    {
        foreach (var (at, name) in credentials.In(value))
        {
            if (at.Syntax.SyntaxTree == context.Operation.Syntax.SyntaxTree && reported.Add(at.Syntax.Span))
                context.Report(Rule, at, name, where);
        }
    }

    private static LoggedCredentials For(PipelineProject project, SyntaxTree tree) => new(
        PersonalData.For(project, Rule.Id, tree).Sanitisers, project.CredentialSinks, project.Options.List(Options.CredentialWords, Rule.Id, tree), project.Options.List(Options.CredentialExclusions, Rule.Id, tree));
}
