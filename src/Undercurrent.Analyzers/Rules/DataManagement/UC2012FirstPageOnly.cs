using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>What comes in pages is complete while it is small, and silently incomplete from the day it has grown.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC2012FirstPageOnly() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC2012",
        title: "Only the first page is read",
        messageFormat: "'{0}' gives one page, and nobody asks for the next",
        category: Category.DataManagement,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC2012"),
        customTags: [Tag.Ingestion]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Pages) || !watch.Project.HandlesData)
            return;

        var project = watch.Project;
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
        {
            if (IsPage(call, project, context.CancellationToken) is { } continues && !PageUse.IsAskedFor(call, context.ContainingSymbol) && PageUse.IsOfOneOnly(call, continues))
                context.Report(Rule, call, call.TargetMethod.Name);
        });

        watch.Operations<IObjectCreationOperation>(OperationKind.ObjectCreation, (context, options) =>
        {
            if (options.Type is { Name: "ApiOptions", ContainingNamespace.Name: "Octokit" } && Number(options, "PageCount") == 1 && Number(options, "PageSize") != 1 && Number(options, "StartPage") is null)
                context.Report(Rule, options, "ApiOptions");
        });
    }

    /// <summary>How one tells whether there is more, where a call gives a page; null where it gives none.</summary>
    private static Func<ISymbol, bool>? IsPage(IInvocationOperation call, PipelineProject project, CancellationToken cancellation)
    {
        var method = call.TargetMethod;
        if (method.ReturnsVoid)
            return null;

        if ((project.TraitsOf(method) & ApiTrait.Paged) != 0 && call.Instance is { } iterator && method.Name is "ReadNextAsync" or "GetNextSetAsync")
            return IsWatched(iterator) ? null : static member => member.Name is "ContinuationToken";

        if (SearchPage.IsSearch(method))
            return SearchPage.IsMeantToFindAll(call) && !SearchPage.GoesOn(call) ? static member => member.Name is "ScrollId" or "PointInTimeId" or "PitId" or "Total" : null;

        var type = ValueUses.ResultOf(call.Type);
        if (!PageType.MayBe(type) || !PageType.Of(type!).IsPage || !IsFromOutside(method, type!, project, cancellation) || IsWhole(call, method))
            return null;

        return PageType.Of(type!).Continues;
    }

    /// <summary>What an option is set to where it is made; null where it is not.</summary>
    private static int? Number(IObjectCreationOperation options, string name) => options.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
        .FirstOrDefault(one => one.Target is IPropertyReferenceOperation { Property.Name: var set } && set == name)?.Value is not { } value ? null
        : value.Unwrapped().ConstantValue is { HasValue: true, Value: int number } ? number : -1;

    /// <summary>Whether somebody asks an iterator in a loop whether it has more.</summary>
    private static bool IsWatched(IOperation iterator) => ValueUses.VariableOf(iterator.Unwrapped()) is { } variable
        && ValueUses.Of(variable, iterator).Any(use => use.Parent is IPropertyReferenceOperation { Property.Name: "HasMoreResults" or "IsDone" or "PaginationToken" } asked && (PageUse.IsInLoop(asked) || asked.Property.Name == "PaginationToken"));

    /// <summary>A page of a library, or one that is read from an answer, here or in the method of the project that is called.</summary>
    private static bool IsFromOutside(IMethodSymbol method, ITypeSymbol page, PipelineProject project, CancellationToken cancellation)
    {
        if (method.MethodKind is MethodKind.PropertyGet or MethodKind.DelegateInvoke or MethodKind.Conversion)
            return false;

        if (PageType.IsOfService(method))
            return PageType.IsOfService(page) ? method.RootNamespace() != "System" || page.RootNamespace() == "Azure" : method.IsGenericMethod && method.ContainingType.Name is not ("Enumerable" or "Task" or "Activator");

        if (method.GetAttributes().Any(attribute => attribute.AttributeClass?.ContainingNamespace is { Name: "Refit" }))
            return true;

        return Implementations.Of(method, project.Compilation, cancellation).Any(one => SourceModels.BodyOf(one, project.Compilation, cancellation) is { } body
            && body.Descendants().OfType<IInvocationOperation>().Any(inner => PageType.IsOfService(inner.TargetMethod) && SymbolEqualityComparer.Default.Equals(ValueUses.ResultOf(inner.Type), page)));
    }

    /// <summary>Some services give everything unless they are told how much to give at a time.</summary>
    private static bool IsWhole(IInvocationOperation call, IMethodSymbol method) =>
        (method.Name is "ListBuckets" or "ListBucketsAsync" && method.RootNamespace() == "Amazon")
        || (method.RootNamespace() == "k8s" && !call.Arguments.Any(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "limit" }));
}
