using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Batches;

/// <summary>A call that says in its result which items it could not write, rather than throwing.</summary>
/// <param name="Call">The call.</param>
/// <param name="Name">The name by which the call is spoken of.</param>
/// <param name="Result">What it gives back in the end, without the task.</param>
internal sealed record BatchCall(IInvocationOperation Call, string Name, ITypeSymbol Result)
{
    private static readonly HashSet<string> WithoutTask = new(
        ApiCatalogue.DataApis.Entries.Where(entry => (entry.Traits & ApiTrait.Partial) != 0 && entry.Member.EndsWith("Async", StringComparison.Ordinal)).Select(entry => entry.Member.Substring(0, entry.Member.Length - "Async".Length)),
        StringComparer.Ordinal);

    /// <summary>The call as one of a batch, or as one of a helper in source that hands the result of a batch on as it is.</summary>
    public static BatchCall? Of(IInvocationOperation call, PipelineProject project)
    {
        var method = call.TargetMethod;
        if (call.Type is null || Awaited(call.Type) is not { SpecialType: SpecialType.None } result)
            return null;

        if (IsPartial(method, project))
            return Throws(call) || IsOnlyDescribed(call) ? null : new(call, method.Name, result);

        return project.DataApis.TypesWith(ApiTrait.Failures).Contains(result.Name) && HandedOn(method, result, project) is { } inner ? new(call, inner.TargetMethod.Name, result) : null;
    }

    /// <summary>The member of the result to look at; the first that says so with a number or a yes, or else with a list.</summary>
    public static ISymbol? Teller(ITypeSymbol result, PipelineProject project) =>
        Parts(result).SelectMany(type => type.GetMembers()).Where(member => member is IPropertySymbol && Tells(member, project))
            .OrderBy(member => Rank(((IPropertySymbol)member).Type)).ThenBy(member => member.Name, StringComparer.Ordinal).FirstOrDefault();

    public static bool Tells(ISymbol member, PipelineProject project) => (project.TraitsOf(member) & ApiTrait.Failures) != 0;

    /// <summary>The result, its bases, and what it wraps, as a <c>Response&lt;T&gt;</c> does.</summary>
    public static IEnumerable<ITypeSymbol> Parts(ITypeSymbol result)
    {
        for (var type = result; type is { SpecialType: SpecialType.None }; type = type.BaseType)
            yield return type;

        foreach (var inner in result is INamedTypeSymbol { Name: "Response" } response ? response.TypeArguments : Enumerable.Empty<ITypeSymbol>())
            yield return inner;
    }

    private static int Rank(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Int32 } or INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => 0,
        { SpecialType: SpecialType.System_Boolean } => 1,
        { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Enum } => 3,
        _ => 2,
    };

    private static ITypeSymbol? Awaited(ITypeSymbol type) =>
        type is not INamedTypeSymbol { Name: "Task" or "ValueTask" } task ? type : task.TypeArguments.Length == 1 ? task.TypeArguments[0] : null;

    /// <summary>Where a row names a call that is awaited, it speaks of the same call without a task too, as some clients have it for .NET Framework alone.</summary>
    private static bool IsPartial(IMethodSymbol method, PipelineProject project) =>
        (project.TraitsOf(method) & ApiTrait.Partial) != 0
        || (method.ContainingType is { } type && WithoutTask.Contains(method.Name) && (project.DataApis.TraitsOf(type, method.Name + "Async") & ApiTrait.Partial) != 0);

    /// <summary>Whether an argument has it throw after all; options that come from elsewhere may.</summary>
    private static bool Throws(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Type.Name: "IndexDocumentsOptions" } && argument.Value.ConstantValue is not { HasValue: true })
                return ValueOrigin.Of(argument.Value) is not { Count: 1 } origins || origins[0] is not IObjectCreationOperation made || made.Descendants().OfType<ISimpleAssignmentOperation>().Any(IsAsked) || call.Root().Descendants().OfType<ISimpleAssignmentOperation>().Any(IsAsked);
        }

        return false;
    }

    /// <summary>A call in an expression tree is spoken of, as when a double is set up, and not made.</summary>
    private static bool IsOnlyDescribed(IOperation call)
    {
        for (var around = call.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation { Parent: { Type.Name: "Expression" } } or IAnonymousFunctionOperation { Parent.Parent.Type.Name: "Expression" })
                return true;
        }

        return false;
    }

    private static bool IsAsked(ISimpleAssignmentOperation setting) =>
        setting is { Target: IPropertyReferenceOperation { Property.Name: "ThrowOnAnyError" }, Value.ConstantValue: not { HasValue: true, Value: false } };

    /// <summary>The call of a batch whose result a method in source returns untouched.</summary>
    private static IInvocationOperation? HandedOn(IMethodSymbol method, ITypeSymbol result, PipelineProject project)
    {
        if (method.DeclaringSyntaxReferences.IsEmpty || SourceModels.BodyOf(method, project.Compilation) is not { } body)
            return null;

        foreach (var returned in ShortBody.Returned(body))
        {
            var value = returned.Unwrapped();
            value = value is IAwaitOperation awaited ? awaited.Operation.Unwrapped() : value;
            var local = value is ILocalReferenceOperation { Local: var variable } ? variable : null;
            if (local is not null && Assignments.Only(local, value) is { } given)
                value = given.Unwrapped() is IAwaitOperation inner ? inner.Operation.Unwrapped() : given.Unwrapped();

            if (value is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } awaiting })
                value = awaiting.Unwrapped();

            if (value is IInvocationOperation call && IsPartial(call.TargetMethod, project) && !Throws(call) && (local is null || !new ResultUse(result, project, returns: false).IsLookedAt(call)))
                return call;
        }

        return null;
    }
}
