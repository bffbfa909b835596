using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>A method that answers instead of throwing leaves it to its caller to lose an item, or to invent a value.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC2013ResultIgnored() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC2013",
        title: "Answer of a method that may fail is ignored",
        messageFormat: "The answer of '{0}' is ignored: {1}",
        category: Category.DataManagement,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC2013"),
        customTags: [Tag.Ingestion, Tag.Transformation, "CWE-252"]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Answers) || !watch.Project.HandlesData)
            return;

        var project = watch.Project;
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
        {
            if (call.Type?.SpecialType is not (SpecialType.System_Boolean or SpecialType.System_Int32))
                return;

            if (UncheckedValue.IsGivenBy(call.TargetMethod))
            {
                if (IgnoredResult.Of(call) && UncheckedValue.Of(call))
                    context.Report(Rule, call, call.TargetMethod.Name, "where there is no value a default stands in for it");
            }
            else if ((project.TraitsOf(call.TargetMethod) & ApiTrait.Answers) != 0 && IgnoredResult.Of(call) && MayLose(call, project, context.CancellationToken))
            {
                context.Report(Rule, call, call.TargetMethod.Name, call.Type.SpecialType == SpecialType.System_Int32 ? "what has not been sent by then is lost" : "what it does not take is lost");
            }
        });
    }

    private static bool MayLose(IInvocationOperation call, PipelineProject project, CancellationToken cancellation) => call.TargetMethod switch
    {
        { Name: "TryAdd", ContainingType.Name: "ConcurrentDictionary" } => IsRecordOfALoop(call),
        { ContainingType.Name: "ChannelWriter" or "DataflowBlock" or "ActionBlock" or "BlockingCollection" } => new Room(project, cancellation).MayRunOut(call),
        { Name: "Flush" } => !call.Arguments.Any(argument => argument.Value.Unwrapped() is IFieldReferenceOperation { Field.Name: "InfiniteTimeSpan" }),
        _ => true,
    };

    /// <summary>To put into a dictionary what is not yet there is a way to cache; to put the records of a loop there by one of their members loses all but the first.</summary>
    private static bool IsRecordOfALoop(IInvocationOperation call)
    {
        if (call.Arguments.Length != 2 || ValueUses.VariableOf(call.Arguments[1].Value.Unwrapped()) is not ILocalSymbol record || call.Arguments[0].Value.Unwrapped() is not IMemberReferenceOperation { Instance: { } owner })
            return false;

        return SymbolEqualityComparer.Default.Equals(ValueUses.VariableOf(owner.Unwrapped()), record)
            && record.DeclaringSyntaxReferences.Any(one => one.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.ForEachStatementSyntax);
    }
}
