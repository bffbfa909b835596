using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Retention;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>What nobody gave an end is kept for ever: paid for every month, and found again in the next breach.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC2018StorageWithoutRetention() : PipelineRule(Rule)
{
    /// <summary>Under which the fix finds the setting that would give an end.</summary>
    internal const string Setting = "setting";

    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC2018",
        title: "Stored data is never let go",
        messageFormat: "'{0}' keeps data with no {1}",
        category: Category.DataManagement,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC2018"),
        customTags: [Tag.Storage]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Retention))
            return;

        var project = watch.Project;
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
        {
            var traits = project.TraitsOf(call.TargetMethod) & (ApiTrait.Keeps | ApiTrait.Expiry);
            if (traits != 0 && (EntryKey.Of(call) is null && IsDeclaration(call.TargetMethod) ? KeptStore.IsEndless(call, project) : KeptEntry.IsEndless(call, traits, project, Rule.Id)))
                Report(context, call, call.NameLocation(), call.TargetMethod.Name, "expiry", null, project);
        });
        watch.Operations<IObjectCreationOperation>(OperationKind.ObjectCreation, (context, creation) =>
        {
            if ((project.TraitsOf(creation.Constructor) & ApiTrait.Keeps) != 0 && !KeptStore.IsDescribed(creation) && KeptStore.IsEndless(creation, project))
                Report(context, creation, creation.Syntax.GetLocation(), creation.Type!.Name, Missing(creation.Type, project), Expiry.SettingOf(creation.Type, project)?.Name, project);
        });
        watch.Operations<ISimpleAssignmentOperation>(OperationKind.SimpleAssignment, (context, set) =>
        {
            if (set.Value.Unwrapped() is IFieldReferenceOperation { Field: { IsStatic: true } endless } && (project.TraitsOf(endless) & ApiTrait.Keeps) != 0)
                Report(context, set, set.Value.Syntax.GetLocation(), endless.Name, "retention", endless.Name, project);
        });
    }

    private static bool IsDeclaration(IMethodSymbol method) => method.Name.StartsWith("Create", StringComparison.Ordinal) || method.Name == "DefineContainer" || method.Name.StartsWith("PutBucket", StringComparison.Ordinal);

    private static string Missing(ITypeSymbol type, PipelineProject project) => Expiry.SettingOf(type, project)?.Name switch
    {
        "LifecycleRules" or "LifecycleConfiguration" or "Lifecycle" => "lifecycle rule",
        { } name when name.Contains("TimeToLive") => "time to live",
        null when type.Name.Contains("Bucket") => "lifecycle rule",
        _ => "retention",
    };

    private static void Report(OperationAnalysisContext context, IOperation kept, Location at, string what, string missing, string? setting, PipelineProject project)
    {
        var meant = project.Options.List(Options.KeptStores, Rule.Id, kept.Syntax.SyntaxTree);
        if (!meant.IsEmpty && NamesOf(kept).Any(name => meant.Any(one => name.StartsWith(one, StringComparison.OrdinalIgnoreCase))))
            return;

        context.Report(Rule, at, ImmutableDictionary<string, string?>.Empty.Add(Setting, setting), what, missing);
    }

    private static IEnumerable<string> NamesOf(IOperation kept) =>
        kept is IInvocationOperation call && EntryKey.Of(call) is { } key && EntryKey.BeginningOf(key) is { } beginning ? [beginning] : StoreName.NamesIn(kept);
}
