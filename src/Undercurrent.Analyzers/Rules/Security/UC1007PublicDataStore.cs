using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Exposure;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>A store that everyone can open needs no mistake elsewhere to lose its data.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC1007PublicDataStore() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC1007",
        title: "Data store is open to the public",
        messageFormat: "'{0}' opens this data store to the public",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC1007"),
        customTags: [Tag.Storage, Tag.Serving, "CWE-284"]);

    private static readonly string[] Everyone =
        ["allUsers", "allAuthenticatedUsers", "http://acs.amazonaws.com/groups/global/AllUsers", "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"];

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.OpenStores))
            return;

        var project = watch.Project;
        watch.Operations<ISimpleAssignmentOperation>(OperationKind.SimpleAssignment, (context, set) =>
        {
            if (set.Target is IPropertyReferenceOperation { Property: var property })
                Setting(context, set, property, project);
            else if (set.Target is IFieldReferenceOperation)
                Value(context, set.Value, project);
        });
        watch.Operations<IArgumentOperation>(OperationKind.Argument, (context, argument) =>
        {
            if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter })
                return;

            // What is compared, listed or looked up opens nothing.
            if (parameter.OriginalDefinition.Type is not ITypeParameterSymbol)
                Value(context, argument.Value, project);

            if (Text(argument.Value) is { } name && Everyone.Contains(name) && LetsIn(argument, parameter, project))
                context.Report(Rule, argument.Value, name);
        });
        watch.Calls(ApiTrait.Opens | ApiTrait.Ingress, (context, call) =>
        {
            var open = (project.TraitsOf(call.TargetMethod) & ApiTrait.Ingress) != 0 ? OpenIngress.In(call) : StaticSite.Is(call.Instance) ? null : call;
            if (open is not null && NameOf(open) is var name)
                context.ReportDiagnostic(Diagnostic.Create(Rule, (open == call ? name : open.Syntax).GetLocation(), name));
        });
    }

    private static void Setting(OperationAnalysisContext context, ISimpleAssignmentOperation set, IPropertySymbol property, PipelineProject project)
    {
        var traits = project.TraitsOf(property);
        if ((traits & (ApiTrait.OpensWhenTrue | ApiTrait.OpensWhenFalse)) is not ApiTrait.None and var when)
        {
            if (IsAlways(set.Value, when == ApiTrait.OpensWhenTrue) && !Follows(set, when, project) && !StaticSite.Describes(set))
                context.Report(Rule, set, property.Name);
        }
        else if ((traits & ApiTrait.LetsIn) != 0)
        {
            if (ValueOrigin.Trace(set.Value, new OriginQuestion(Parts: true)).FirstOrDefault(one => Everyone.Contains(Text(one.Value))) is { Written: { } written, Value: { } value })
                context.Report(Rule, written, Text(value)!);
        }
        else if ((traits & ApiTrait.Ingress) != 0)
        {
            if (OpenIngress.Is(set))
                context.Report(Rule, set, property.Name);
        }
        else if (property.OriginalDefinition.Type is not ITypeParameterSymbol)
        {
            Value(context, set.Value, project);
        }
    }

    /// <summary>A value that opens the store whatever happens; what is chosen among others is the choice of whoever asks.</summary>
    private static void Value(OperationAnalysisContext context, IOperation value, PipelineProject project)
    {
        if (!KnownValue.MayBe(value.Type, project, ApiTrait.OpenValue))
            return;

        var from = KnownValue.From(value);
        if (from.Count > 0 && from.All(one => (project.TraitsOf(one.Known) & ApiTrait.OpenValue) != 0) && !StaticSite.Describes(value))
            context.Report(Rule, from[0].Written, from[0].Known!.Name);
    }

    private static bool IsAlways(IOperation value, bool on) =>
        ValueOrigin.Of(value) is { Count: 1 } origins && origins[0].Unwrapped().ConstantValue is { HasValue: true, Value: bool said } && said == on;

    /// <summary>Of the settings of one object that say the same, the first speaks for all.</summary>
    private static bool Follows(ISimpleAssignmentOperation set, ApiTrait when, PipelineProject project) =>
        set.Parent is IObjectOrCollectionInitializerOperation { Initializers: var all }
        && all.OfType<ISimpleAssignmentOperation>().TakeWhile(one => one != set).Any(one =>
            one.Target is IPropertyReferenceOperation { Property: var property } && (project.TraitsOf(property) & when) != 0 && IsAlways(one.Value, when == ApiTrait.OpensWhenTrue));

    /// <summary>Whether a name is handed to what lets people in, or added to a list of them.</summary>
    private static bool LetsIn(IArgumentOperation argument, IParameterSymbol parameter, PipelineProject project)
    {
        var list = argument.Parent is IInvocationOperation { Instance: { } instance } call ? instance is IPropertyReferenceOperation ? instance : (call.Parent?.Parent as IMemberInitializerOperation)?.InitializedMember : null;
        return ((project.DataApis.TraitsOf(parameter.ContainingSymbol, parameter.Name) | project.TraitsOf((list as IPropertyReferenceOperation)?.Property)) & ApiTrait.LetsIn) != 0;
    }

    private static string? Text(IOperation value) => value.Unwrapped().ConstantValue.Value as string;

    private static SyntaxNode NameOf(IOperation call) => call.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name,
        var syntax => syntax,
    };
}
