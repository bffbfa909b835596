using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Exposure;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>A link that opens a store asks for no login: all that protects it is how soon it ends and how little it allows.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC1008LongLivedGrant() : PipelineRule(Rule)
{
    /// <summary>Under which the fix finds the hours that are allowed.</summary>
    internal const string Limit = "limit";

    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC1008",
        title: "Grant lives longer or allows more than it needs",
        messageFormat: "This grant {0}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC1008"),
        customTags: [Tag.Serving, "CWE-613"]);

    private const ApiTrait Values = ApiTrait.EveryPermission | ApiTrait.OverHttp;

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Grants))
            return;

        var project = watch.Project;
        watch.Operations<ISimpleAssignmentOperation>(OperationKind.SimpleAssignment, (context, set) =>
        {
            if (set.Target is not IPropertyReferenceOperation { Property: var property })
                return;

            if ((project.TraitsOf(property) & ApiTrait.GrantEnd) != 0)
                End(context, set.Value, project);
            else if (property.OriginalDefinition.Type is not ITypeParameterSymbol)
                Value(context, set.Value, project);
        });
        watch.Operations<IArgumentOperation>(OperationKind.Argument, (context, argument) =>
        {
            if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { OriginalDefinition.Type: not ITypeParameterSymbol } parameter })
                return;

            if ((project.DataApis.TraitsOf(parameter.ContainingSymbol, parameter.Name) & ApiTrait.GrantEnd) != 0)
                End(context, argument.Value, project);
            else
                Value(context, argument.Value, project);
        });
        watch.Operations<IObjectCreationOperation>(OperationKind.ObjectCreation, (context, creation) =>
        {
            if ((project.TraitsOf(creation.Constructor) & ApiTrait.Endless) != 0)
                context.Report(Rule, creation, "is a key of a user, which never ends");
        });
    }

    private static void End(OperationAnalysisContext context, IOperation value, PipelineProject project)
    {
        var limit = project.Options.Number(Options.GrantHours, Rule.Id, value.Syntax.SyntaxTree);
        if (Lifetime.Hours(value) is not { } hours || hours <= limit)
            return;

        var known = ImmutableDictionary<string, string?>.Empty.Add(Limit, limit.ToString(CultureInfo.InvariantCulture));
        var lives = double.IsInfinity(hours) ? "never ends" : hours >= 48 ? $"lives {Math.Round(hours / 24)} days" : $"lives {Math.Round(hours)} hours";
        context.ReportDiagnostic(Diagnostic.Create(Rule, value.Syntax.GetLocation(), Written(value), known, $"{lives}; {limit} hours are allowed"));
    }

    /// <summary>Where a local's value is written, so that the fix need not look for it.</summary>
    private static Location[] Written(IOperation value) =>
        value.Unwrapped() is ILocalReferenceOperation { Local: var local } reference && ValueOrigin.AssignedOnce(local, reference) is { } written ? [written.Syntax.GetLocation()] : [];

    private static void Value(OperationAnalysisContext context, IOperation value, PipelineProject project)
    {
        if (!KnownValue.MayBe(value.Type, project, Values))
            return;

        foreach (var (written, known) in KnownValue.From(value))
        {
            if ((project.TraitsOf(known) & Values) is not ApiTrait.None and var trait)
                context.Report(Rule, written, trait == ApiTrait.OverHttp ? "may be used over http, where everyone on the way can read it" : "carries every permission");
        }
    }
}
