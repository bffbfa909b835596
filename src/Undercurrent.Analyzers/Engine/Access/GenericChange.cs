using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Changes that a generic method in source makes to whatever type its caller names: <c>repository.Update(customer)</c> of an
/// <c>IRepository&lt;T&gt;</c>. Inside nobody knows whose data it is, so the caller is the one who changes it.
/// </summary>
internal static class GenericChange
{
    private const int Deepest = 3;

    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<ISymbol, AccessKind?>> Known = new();

    /// <summary>The record about a person that a call updates or erases through a generic method.</summary>
    public static (AccessKind Kind, PersonalRecord Record)? Of(IInvocationOperation call, PersonalRecords records)
    {
        if (!MayBe(call.TargetMethod) || Named(call.TargetMethod).Select(type => records.OfRecords(type)).FirstOrDefault(found => found is not null) is not { } record || IsHandedOn(call))
            return null;

        var project = records.Data.Project;
        return !IsOfOneType(call.TargetMethod, project.Compilation) && KindOf(Root(call.TargetMethod), project, 0) is { } kind ? (kind, record) : null;
    }

    /// <summary>Whether a method is generic by itself or by its type, and written in this project.</summary>
    public static bool MayBe(IMethodSymbol method) =>
        (method.IsGenericMethod || method.IsOverride || method.ContainingType is { IsGenericType: true }) && method.MethodKind is MethodKind.Ordinary or MethodKind.ReducedExtension
        && Root(method) is { DeclaringSyntaxReferences.IsEmpty: false } root && (root.IsGenericMethod || root.ContainingType.IsGenericType);

    /// <summary>The types that a call names for a generic method.</summary>
    private static IEnumerable<ITypeSymbol> Named(IMethodSymbol method)
    {
        for (var one = method; one is not null; one = one.OverriddenMethod)
        {
            foreach (var type in one.TypeArguments.Concat(one.ContainingType.TypeArguments))
                yield return type;
        }
    }

    /// <summary>What is written for this one type is looked at where it is written.</summary>
    private static bool IsOfOneType(IMethodSymbol method, Compilation compilation) =>
        method.ContainingType.TypeKind == TypeKind.Interface
        && Implementations.Of(Root(method), compilation, CancellationToken.None).Any(one => !one.ContainingType.IsGenericType && one.ContainingType.AllInterfaces.Contains(method.ContainingType, SymbolEqualityComparer.Default) && !HandsOn(one, method, compilation));

    /// <summary>Whether an implementation is a decorator of the same.</summary>
    private static bool HandsOn(IMethodSymbol implementation, IMethodSymbol method, Compilation compilation) =>
        SourceModels.BodyOf(implementation, compilation)?.Descendants().OfType<IInvocationOperation>().Any(call => SymbolEqualityComparer.Default.Equals(Root(call.TargetMethod), Root(method))) == true;

    /// <summary>What overrides a generic method does it for one type.</summary>
    private static IMethodSymbol Root(IMethodSymbol method)
    {
        var root = method.ReducedFrom ?? method;
        while (root.OverriddenMethod is { } overridden)
            root = overridden;

        return root.OriginalDefinition;
    }

    /// <summary>An override or a decorator that hands on to what it stands for: its own caller is asked.</summary>
    private static bool IsHandedOn(IInvocationOperation call)
    {
        var around = call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart) as IMethodSymbol;
        return around is not null && (SymbolEqualityComparer.Default.Equals(Root(around), Root(call.TargetMethod))
            || (call.TargetMethod.ContainingType.TypeKind == TypeKind.Interface && SymbolEqualityComparer.Default.Equals(around.ContainingType?.FindImplementationForInterfaceMember(call.TargetMethod), around)));
    }

    private static AccessKind? KindOf(IMethodSymbol method, PipelineProject project, int depth)
    {
        var known = Known.GetOrCreateValue(project.Compilation);
        if (known.TryGetValue(method, out var kind))
            return kind;

        kind = depth > Deepest ? null : Implementations.Of(method, project.Compilation, CancellationToken.None)
            .Select(one => Within(one, project, depth)).FirstOrDefault(one => one is not null);
        // What was cut short by the depth is not the whole answer.
        return depth == 0 ? known.GetOrAdd(method, kind) : kind;
    }

    private static AccessKind? Within(IMethodSymbol method, PipelineProject project, int depth)
    {
        foreach (var operation in SourceModels.BodyOf(method, project.Compilation)?.Descendants() ?? [])
        {
            var kind = operation switch
            {
                IInvocationOperation call when OfOpenType(call) => Directly(call, project) ?? (MayBe(call.TargetMethod) && !SymbolEqualityComparer.Default.Equals(Root(call.TargetMethod), method) ? KindOf(Root(call.TargetMethod), project, depth + 1) : null),
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "State", ContainingType.Name: "EntityEntry" }, Instance.Type: INamedTypeSymbol entry } } assignment when IsOpen(entry) =>
                    assignment.Value.Unwrapped() is IFieldReferenceOperation { Field.Name: var state } ? state switch { "Modified" => AccessKind.Updating, "Deleted" => AccessKind.Erasing, _ => null } : (AccessKind?)null,
                _ => null,
            };

            if (kind is not null)
                return kind;
        }

        return null;
    }

    private static AccessKind? Directly(IInvocationOperation call, PipelineProject project) => AccessCall.TraitsOf(call, project) switch
    {
        var traits when (traits & ApiTrait.Database) == 0 => null,
        var traits when (traits & ApiTrait.Erase) != 0 => AccessKind.Erasing,
        var traits when (traits & ApiTrait.Update) != 0 => AccessKind.Updating,
        _ => null,
    };

    /// <summary>Whether a call works on a type that only the caller of the method around it knows.</summary>
    private static bool OfOpenType(IInvocationOperation call) =>
        Named(call.TargetMethod).Any(type => type.TypeKind == TypeKind.TypeParameter)
        || call.Arguments.Any(argument => argument.Value.Unwrapped().Type is { } type && (type.TypeKind == TypeKind.TypeParameter || type is INamedTypeSymbol named && IsOpen(named)));

    private static bool IsOpen(INamedTypeSymbol type) => type.TypeArguments.Any(argument => argument.TypeKind == TypeKind.TypeParameter);
}
