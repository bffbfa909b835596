using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Leniency;
using Undercurrent.Analyzers.Engine.Permissions;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>A line that could not be read is still a line that was sent.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC2010BadRecordsIgnored() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC2010",
        title: "Bad records are ignored",
        messageFormat: "'{0}' lets bad records pass or drops them, and nothing counts them or sets them aside",
        category: Category.DataManagement,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC2010"),
        customTags: [Tag.Ingestion, Tag.Transformation]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Leniency))
            return;

        var project = watch.Project;
        watch.Operations<ISimpleAssignmentOperation>(OperationKind.SimpleAssignment, (context, assignment) => Report(context, Lenience.In(assignment, project)));
        watch.Operations<IArgumentOperation>(OperationKind.Argument, (context, argument) =>
        {
            if (argument.Parameter?.Type.TypeKind == TypeKind.Enum)
                Report(context, Lenience.InValue(argument.Value, project));
        });
        watch.Operations<IObjectCreationOperation>(OperationKind.ObjectCreation, (context, made) => ReportAll(context, CsvDefaults.In(made)));
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
        {
            if (call.TargetMethod.Name == "Where")
                Report(context, LenientCall.Filter(call, project));
            else if ((project.TraitsOf(call.TargetMethod) & ApiTrait.Lenient) != 0)
                ReportAll(context, call.TargetMethod.IsStatic ? CsvDefaults.In(call) : LenientCall.Goes(call));
        });
        watch.Operations<ILiteralOperation>(OperationKind.Literal, (context, literal) =>
        {
            if (literal.ConstantValue is { HasValue: true, Value: string { Length: > 3 } text } && !TextCalls.IsPart(literal))
                Look(context, literal, text);
        });
        watch.Operations<IInterpolatedStringOperation>(OperationKind.InterpolatedString, (context, text) => LookAtWhole(context, text));
        watch.Operations<IBinaryOperation>(OperationKind.BinaryOperator, (context, sum) =>
        {
            if (TextCalls.IsSum(sum))
                LookAtWhole(context, sum);
        });
    }

    private static void LookAtWhole(OperationAnalysisContext context, IOperation text)
    {
        if (TextCalls.IsPart(text) || !TextCalls.PartsOf(text).Any(part => LenientText.MayBeIn(part.Known ?? part.Value?.ConstantValue.Value as string ?? "")))
            return;

        foreach (var whole in ValueText.Of(text).Take(1))
            Look(context, text, whole.Text);
    }

    private static void Look(OperationAnalysisContext context, IOperation written, string text)
    {
        if (LenientText.In(written, text) is { } option && !WrittenTexts.IsOnlySaid(written) && written.Syntax.FirstAncestorOrSelf<AttributeListSyntax>() is null)
            context.Report(Rule, written, option);
    }

    private static void ReportAll(OperationAnalysisContext context, IEnumerable<Lenience> found)
    {
        foreach (var one in found)
            Report(context, one);
    }

    private static void Report(OperationAnalysisContext context, Lenience? found)
    {
        if (found is { } one && one.At.Syntax.SyntaxTree == context.Operation.Syntax.SyntaxTree)
            context.Report(Rule, one.At, one.Name);
    }
}
