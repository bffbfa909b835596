using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.Exposure;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Retention;

/// <summary>
/// Whether a value says when what is stored ends: a length, a moment, options or settings that hold one. What is handed in or
/// configured is unknown, and then somebody thought about it.
/// </summary>
internal static class Expiry
{
    private const int Deepest = 8;

    /// <summary>The entries by which brokers bound a queue or topic.</summary>
    private static readonly HashSet<string> Entries = new(StringComparer.Ordinal)
    {
        "x-message-ttl", "x-max-length", "x-max-length-bytes", "x-expires", "x-max-age", "retention.ms", "retention.bytes",
    };

    /// <summary>Whether a value sets no end, whichever way it came about.</summary>
    public static bool IsNone(IOperation value, PipelineProject project, int depth = 0)
    {
        // Fields may be initialised with each other.
        if (depth > Deepest)
            return false;

        var origins = ValueOrigin.Of(value);
        return origins.Count > 0 && origins.All(origin => IsNever(origin, project, depth + 1));
    }

    /// <summary>The property by which what a type describes is given an end, the plainest if there are more.</summary>
    public static IPropertySymbol? SettingOf(ITypeSymbol? type, PipelineProject project) =>
        type?.GetMembers().OfType<IPropertySymbol>().Where(property => (project.TraitsOf(property) & ApiTrait.Expiry) != 0)
            .OrderBy(property => property.Name.Contains("TimeToLive") ? 0 : property.Type.Name == nameof(TimeSpan) ? 1 : 2).FirstOrDefault();

    /// <summary>Whether a new object is given an end: where it is made, or in the same body afterwards.</summary>
    public static bool IsSetOn(IOperation made, PipelineProject project, int depth = 0)
    {
        var initialiser = made is IObjectCreationOperation creation ? creation.Initializer : null;
        if (initialiser?.Initializers.Any(one => Sets(one, project, depth)) == true)
            return true;

        var chained = made;
        for (var outer = Outer(made); outer is not null; outer = Outer(outer))
        {
            if (Limits(outer, project))
                return true;

            chained = outer;
        }

        return HolderOf(chained) is { } holder && made.Root().Descendants().Any(one => IsOf(one, holder) && (Sets(one, project, depth) || Limits(one, project)));
    }

    /// <summary>Whether an assignment gives something an end.</summary>
    private static bool Sets(IOperation operation, PipelineProject project, int depth) =>
        operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value }
        && ((property.Name == "Priority" && IsNeverRemoved(value)) || ((project.TraitsOf(property) & ApiTrait.Expiry) != 0 && !IsNone(value, project, depth)));

    /// <summary>Whether a call gives its receiver an end, or says outright that it is to be kept.</summary>
    private static bool Limits(IOperation operation, PipelineProject project) =>
        operation is IInvocationOperation call && ((project.TraitsOf(call.TargetMethod) & ApiTrait.Expiry) != 0 || call.Arguments.Any(argument => IsNeverRemoved(argument.Value)));

    private static bool IsNever(IOperation value, PipelineProject project, int depth)
    {
        if (value.ConstantValue is { HasValue: true, Value: var constant })
            return constant is null or false;

        if (Lifetime.Hours(value) is { } hours)
            return hours < 0 || double.IsPositiveInfinity(hours);

        return value switch
        {
            IDefaultValueOperation => true,
            IConversionOperation conversion => IsNone(conversion.Operand, project, depth),
            IMemberReferenceOperation { Member: { IsStatic: true, Name: var name } member } =>
                name is "InfiniteTimeSpan" or "InfiniteAbsoluteExpiration" or "NoSlidingExpiration" || (name is "Default" or "Persist" && member.ContainingType.Name == "Expiration"),
            IArrayCreationOperation array => array.Initializer?.ElementValues.IsEmpty ?? array.DimensionSizes[0].ConstantValue is { HasValue: true, Value: 0 },
            IInvocationOperation { TargetMethod: { Name: "Empty", ContainingType.Name: "Array" or "Enumerable" } } => true,
            IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => lambda.Symbol.Parameters.Length > 0 && !IsLimitedIn(lambda.Body, lambda.Symbol.Parameters[0], project, depth),
            IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: { Parameters.Length: > 0 } method } } =>
                SourceModels.BodyOf(method, project.Compilation) is { } body && !IsLimitedIn(body, method.Parameters[0], project, depth),
            IObjectCreationOperation creation when IsTable(creation.Type) => !Bounds(creation),
            IObjectCreationOperation creation => SettingOf(creation.Type, project) is not null && !IsSetOn(creation, project, depth),
            IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: { IsEmpty: false } given } call => !Limits(call, project) && IsNone(given[0].Value, project, depth),
            _ => false,
        };
    }

    /// <summary>Whether a factory gives the entry it is handed an end, or hands it on to somebody who may.</summary>
    private static bool IsLimitedIn(IOperation body, IParameterSymbol entry, PipelineProject project, int depth) => body.Descendants().Any(one =>
        (IsOf(one, entry) && (Sets(one, project, depth) || Limits(one, project)))
        || (one is IArgumentOperation { Value: IParameterReferenceOperation { Parameter: var given } } argument && SymbolEqualityComparer.Default.Equals(given, entry)
            && argument.Parent is IInvocationOperation { TargetMethod.Name: not ("SetValue" or "RegisterPostEvictionCallback" or "SetPriority") }));

    private static bool IsNeverRemoved(IOperation value) => value.Unwrapped() is IFieldReferenceOperation { Field.Name: "NeverRemove" or "NotRemovable" };

    private static bool IsTable(ITypeSymbol? type) => type is { Name: "Dictionary" or "SortedDictionary" };

    /// <summary>Whether a table of settings, where it is filled, names one that bounds, and not with a number below zero.</summary>
    private static bool Bounds(IObjectCreationOperation table)
    {
        var filled = HolderOf(table) is { } holder ? table.Root().Descendants().Where(one => IsOf(one, holder)).SelectMany(one => one.Descendants()) : [];
        return table.Descendants().Concat(filled).Any(one => one.ConstantValue is { HasValue: true, Value: string key } && (Entries.Contains(key) ? !IsEndless(one) : IsCompacted(key, one)));
    }

    /// <summary>A compacted topic keeps the last of each key by intention.</summary>
    private static bool IsCompacted(string key, IOperation at) => key == "cleanup.policy" && ValueFor(at)?.Contains("compact") == true;

    private static bool IsEndless(IOperation key) => ValueFor(key) is { } value && value.StartsWith("-", StringComparison.Ordinal);

    /// <summary>The constant that stands with a key: <c>["key"] = value</c>, <c>{ "key", value }</c>, <c>Add("key", value)</c>.</summary>
    private static string? ValueFor(IOperation key)
    {
        var value = key.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation { Arguments: { Length: > 1 } given } } => given[1].Value,
            IArgumentOperation { Parent: IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation entry } } => entry.Value,
            _ => null,
        };
        return value?.Unwrapped().ConstantValue is { HasValue: true, Value: { } constant } ? Convert.ToString(constant, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The next call of a chain, whose receiver an object is.</summary>
    private static IOperation? Outer(IOperation value) => value.Parent switch
    {
        IInvocationOperation call when call.Instance == value => call,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } call } argument when call.Arguments[0] == argument => call,
        IConversionOperation conversion => Outer(conversion),
        _ => null,
    };

    /// <summary>The variable, field or property that an object is kept in.</summary>
    public static ISymbol? HolderOf(IOperation made)
    {
        var value = made;
        while (value.Parent is IConversionOperation or IParenthesizedOperation or IAwaitOperation)
            value = value.Parent;

        return value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation assignment when assignment.Value == value => assignment.Target switch
            {
                ILocalReferenceOperation local => local.Local,
                IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } member => member.Member,
                _ => null,
            },
            _ => null,
        };
    }

    /// <summary>Whether an assignment or call is done to what a variable holds.</summary>
    public static bool IsOf(IOperation operation, ISymbol holder) => SymbolEqualityComparer.Default.Equals(holder, Referred(operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } owner } } => owner,
        IInvocationOperation { Instance: { } receiver } => receiver,
        IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: { IsEmpty: false } given } => given[0].Value,
        _ => null,
    }));

    private static ISymbol? Referred(IOperation? value)
    {
        value = value?.Unwrapped();
        while (value is IInvocationOperation call)
            value = (call.Instance ?? (call.TargetMethod.IsExtensionMethod && !call.Arguments.IsEmpty ? call.Arguments[0].Value : null))?.Unwrapped();

        return value switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            // topic.Configs["retention.ms"] = … fills what the topic holds.
            IPropertyReferenceOperation { Property.IsIndexer: false, Instance: { } owner } property when Referred(owner) is { } variable => property.Instance is IInstanceReferenceOperation ? property.Property : variable,
            IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member => member.Member,
            _ => null,
        };
    }
}
