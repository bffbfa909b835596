using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Exports;

/// <summary>The methods in source that export whatever they are given: a text, an object, a record of any type. Each is bound once.</summary>
internal sealed class ExportingMethods
{
    /// <summary>The rule whose options say what is personal. A parameter that says it by its own name is told inside.</summary>
    private const string Rule = "UC2006";

    private const int Deepest = 3;

    private static readonly ConditionalWeakTable<PipelineProject, ExportingMethods> Cache = new();

    private readonly ConcurrentDictionary<IMethodSymbol, HashSet<int>> _known = new(SymbolEqualityComparer.Default);
    private readonly PipelineProject _project;

    private ExportingMethods(PipelineProject project) => _project = project;

    public static ExportingMethods Of(PipelineProject project) => Cache.GetValue(project, static project => new(project));

    /// <summary>The arguments of a call that the called method exports, though its own parameters do not say what is in them.</summary>
    public IEnumerable<IOperation> HandedOn(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.DeclaringSyntaxReferences.IsEmpty || !method.OriginalDefinition.Parameters.Any(IsOpen))
            return [];

        var data = PersonalData.For(_project, Rule, call.Syntax.SyntaxTree);
        return call.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit && !argument.Value.ConstantValue.HasValue && argument.Parameter is { } parameter
            && IsOpen(parameter.OriginalDefinition) && data.OfMember(parameter.OriginalDefinition) is null && ExportCall.MayReach(parameter, _project) && Exported(method.OriginalDefinition, 0).Contains(parameter.Ordinal)).Select(argument => argument.Value);
    }

    private static bool IsOpen(IParameterSymbol parameter) => IsOpen(parameter.Type, 0);

    private static bool IsOpen(ITypeSymbol type, int depth) => depth < 3 && type switch
    {
        { SpecialType: SpecialType.System_String or SpecialType.System_Object } or ITypeParameterSymbol or IDynamicTypeSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType, depth + 1),
        INamedTypeSymbol { TypeKind: not TypeKind.Delegate } named => named.TypeArguments.Any(argument => IsOpen(argument, depth + 1)),
        _ => false,
    };

    private HashSet<int> Exported(IMethodSymbol method, int depth)
    {
        if (_known.TryGetValue(method, out var known))
            return known;

        var found = new HashSet<int>();
        if (depth > Deepest || SourceModels.BodyOf(method, _project.Compilation) is not { } body)
            return found;

        foreach (var operation in body.Descendants())
        {
            if (operation is not (IInvocationOperation or ISimpleAssignmentOperation))
                continue;

            var handed = ExportCall.By(operation, _project);
            if (operation is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false, OriginalDefinition: var inner } } call && !SymbolEqualityComparer.Default.Equals(inner, method))
                handed = handed.Concat(call.Arguments.Where(argument => argument.Parameter is { } parameter && IsOpen(parameter.OriginalDefinition) && ExportCall.MayReach(parameter, _project) && Exported(inner, depth + 1).Contains(parameter.Ordinal)).Select(argument => argument.Value));

            foreach (var value in handed)
                found.UnionWith(ParametersIn(value, method));
        }

        // What the depth cut short is not the whole answer.
        if (depth == 0)
            _known.TryAdd(method, found);

        return found;
    }

    private static IEnumerable<int> ParametersIn(IOperation value, IMethodSymbol method) =>
        ExportedData.Sources(value).SelectMany(source => ValueOrigin.Trace(source, new(_ => false, Parts: true))).Select(origin => origin.Value)
            .SelectMany(origin => origin is IInvocationOperation call ? call.Arguments.Select(argument => argument.Value.Unwrapped()).Append(origin) : [origin])
            .OfType<IParameterReferenceOperation>().Where(reference => SymbolEqualityComparer.Default.Equals(reference.Parameter.ContainingSymbol.OriginalDefinition, method) && IsOpen(reference.Parameter.OriginalDefinition))
            .Select(reference => reference.Parameter.Ordinal);
}
