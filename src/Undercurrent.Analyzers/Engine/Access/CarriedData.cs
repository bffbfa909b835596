using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// The personal data a value brings with it when it leaves: a record, a collection of them, a text written from one, or the
/// request, message or stream such a text is wrapped in. Masked fields do not count, nor does what the caller itself sent.
/// </summary>
/// <param name="records">Which types and members are personal.</param>
/// <param name="caller">The method or lambda whose parameters the receiver sent; null where the receiver is somebody else.</param>
internal sealed class CarriedData(PersonalRecords records, IMethodSymbol? caller = null)
{
    private const int Deepest = 10;

    /// <summary>What wraps a value without changing what it says.</summary>
    private static readonly HashSet<string> Wrapping = new(StringComparer.Ordinal)
    {
        "Serialize", "SerializeAsync", "SerializeObject", "SerializeToUtf8Bytes", "SerializeToElement", "SerializeToNode", "GetBytes", "FromObjectAsJson", "FromString", "FromBytes", "FromResult", "Create",
        "ToArray", "ToList", "ToString", "Format", "Concat", "Join", "ToBase64String", "AsMemory", "AsReadOnly", "Ok", "Json", "ToJson", "ToBsonDocument", "CreateEntry", "ToCharArray",
    };

    public PersonalRecord? Of(IOperation? value) => Of(value, 0);

    /// <summary>What any of these bring.</summary>
    public PersonalRecord? OfAny(IEnumerable<IOperation> values) => OfAny(values, 0);

    private PersonalRecord? OfAny(IEnumerable<IOperation> values, int depth)
    {
        PersonalRecord? found = null;
        foreach (var value in values)
            found = Of(value, depth) is not { } one ? found : found?.And(one) ?? one;

        return found;
    }

    private PersonalRecord? Of(IOperation? value, int depth)
    {
        if (value is null || depth > Deepest || records.Data.Sanitisers.Ends(value) || value.ConstantValue.HasValue)
            return null;

        var next = depth + 1;
        switch (value)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                return Of(conversion.Operand, depth);
            // An ActionResult<Customer> or a ReadOnlyMemory<byte> says what was made into one.
            case IConversionOperation { OperatorMethod.ContainingType: { } type } made when !type.Locations.Any(location => location.IsInSource):
                return Of(made.Operand, next);
            case IParenthesizedOperation parenthesized:
                return Of(parenthesized.Operand, depth);
            case ITranslatedQueryOperation query:
                return Of(query.Operation, next);
            case IAwaitOperation awaited:
                return Of(awaited.Operation, next);
            case IConditionalAccessOperation access:
                return Of(access.WhenNotNull, next);
            case ICoalesceOperation coalesce:
                return OfAny([coalesce.Value, coalesce.WhenNull], next);
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return OfAny([choice.WhenTrue, otherwise], next);
            case ISwitchExpressionOperation choice:
                return OfAny(choice.Arms.Select(arm => arm.Value), next);
            case IInterpolatedStringOperation text:
                return OfAny(text.Parts.OfType<IInterpolationOperation>().Select(hole => hole.Expression), next);
            case IInterpolatedStringHandlerCreationOperation handler:
                return OfAny(handler.Content.ChildOperations.OfType<IInterpolatedStringAppendOperation>().Select(part => part.AppendCall).OfType<IInvocationOperation>().SelectMany(append => append.Arguments).Select(argument => argument.Value), next);
            case IBinaryOperation { Type.SpecialType: SpecialType.System_String } sum:
                return OfAny([sum.LeftOperand, sum.RightOperand], next);
            case IBinaryOperation or IUnaryOperation or IIsPatternOperation or IDefaultValueOperation:
                return null;
            case IAnonymousObjectCreationOperation made:
                return OfAny(made.Initializers.OfType<ISimpleAssignmentOperation>().Select(one => one.Value), next);
            case ITupleOperation tuple:
                return OfAny(tuple.Elements, next);
            case IArrayCreationOperation { Initializer: { } elements }:
                return OfAny(elements.ElementValues, next);
            case IObjectCreationOperation made:
                return OfCreation(made, next);
            case IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }:
                return OfAny(ShortBody.Returned(lambda.Body), next);
            case IAnonymousFunctionOperation lambda:
                return OfAny(ShortBody.Returned(lambda.Body), next);
            case IParameterReferenceOperation { Parameter: var parameter } when IsTheCallers(parameter):
                return null;
            case ILocalReferenceOperation { Local: var local } reference:
                return OfLocal(local, reference, next);
            case IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } member:
                return IsTheCallers(member) ? null : records.Of(member.Type) ?? records.OfMember(member.Member, member.Instance?.Type);
            case IInvocationOperation call:
                return OfCall(call, next);
            case { Kind: Composition.CollectionExpression or Composition.Spread }:
                return OfAny(value.ChildOperations, next);
            default:
                return records.Of(value.Type);
        }
    }

    private PersonalRecord? OfCreation(IObjectCreationOperation made, int depth)
    {
        var set = made.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().ToList() ?? new();
        if (made.Type is { } type && records.Of(type) is { } record)
        {
            // A record that is filled here carries what it is filled with.
            var fields = records.Data.MembersOf(type).Select(member => member.Name).ToImmutableHashSet();
            var given = set.Select(one => (Name: (one.Target as IMemberReferenceOperation)?.Member.Name ?? "", one.Value))
                .Concat(made.Arguments.Select(one => (Name: fields.FirstOrDefault(field => string.Equals(field, one.Parameter?.Name, StringComparison.OrdinalIgnoreCase)) ?? "", one.Value)))
                .Where(one => fields.Contains(one.Name)).ToList();
            return given.Count == 0 && set.Count > 0 && made.Arguments.IsEmpty && fields.Count > 0
                ? OfAny(set.Select(one => one.Value), depth)
                : record.Without(given.Where(one => SaysNothing(one.Value)).Select(one => one.Name).ToList());
        }

        // What a type of the project keeps of its arguments, its members say; a message of a library keeps them.
        if (made.Type is INamedTypeSymbol own && IsOwn(own))
            return OfAny(set.Select(one => one.Value), depth);

        var values = made.Arguments.Select(argument => argument.Value).Concat(set.Select(one => one.Value));
        return OfAny(values.Where(inner => inner.Type?.TypeKind != TypeKind.Delegate && inner is not IInstanceReferenceOperation), depth);
    }

    /// <summary>Whether a type and all it extends are written in the project.</summary>
    private static bool IsOwn(INamedTypeSymbol type) =>
        type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType || (type.Locations.Any(location => location.IsInSource) && type.BaseType is { } extended && IsOwn(extended));

    private PersonalRecord? OfLocal(ILocalSymbol local, IOperation reference, int depth)
    {
        var value = ValueOrigin.AssignedOnce(local, reference);
        if (local.Type.Name is "StringBuilder" or "StringWriter" or "List" && (value is null || IsEmpty(value.Unwrapped())) && Appended(local, reference).ToList() is { Count: > 0 } appended)
            return OfAny(appended, depth);

        var carried = (value ?? Looped(local, reference)) is { } source ? Of(source, depth) : records.Of(local.Type);

        return carried?.Without(reference.Root().Descendants().OfType<ISimpleAssignmentOperation>()
            .Where(one => one.Target is IMemberReferenceOperation { Instance: ILocalReferenceOperation target } && SymbolEqualityComparer.Default.Equals(target.Local, local) && SaysNothing(one.Value))
            .Select(one => ((IMemberReferenceOperation)one.Target).Member.Name).ToList());
    }

    /// <summary>Whether a collection or text begins with nothing in it.</summary>
    private static bool IsEmpty(IOperation made) => made is IObjectCreationOperation { Initializer: null } creation && creation.Arguments.All(argument => argument.Value.Type?.SpecialType == SpecialType.System_Int32);

    /// <summary>The collection that a loop gives a local its values from, where the collection is made on the spot.</summary>
    private static IOperation? Looped(ILocalSymbol local, IOperation reference)
    {
        for (var outer = reference.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IForEachLoopOperation loop && loop.Locals.Contains(local, SymbolEqualityComparer.Default))
                return loop.Collection.Unwrapped() is IInvocationOperation { TargetMethod.Name: "Select" } made ? made : null;
        }

        return null;
    }

    /// <summary>What was written to a text or added to a list before it was read.</summary>
    private static IEnumerable<IOperation> Appended(ILocalSymbol local, IOperation reference) =>
        from call in reference.Root().Descendants().OfType<IInvocationOperation>()
        where call.TargetMethod.Name.StartsWith("Append", StringComparison.Ordinal) || call.TargetMethod.Name.StartsWith("Write", StringComparison.Ordinal) || call.TargetMethod.Name.StartsWith("Add", StringComparison.Ordinal)
        where First(call) is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local)
        from argument in call.Arguments
        select argument.Value;

    /// <summary>The object a chain of calls began with.</summary>
    private static IOperation? First(IInvocationOperation call)
    {
        IOperation? instance = call;
        while (instance is IInvocationOperation { Instance: { } inner })
            instance = inner.Unwrapped();

        return instance;
    }

    private PersonalRecord? OfCall(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (Awaited(call.Type)?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Boolean || AccessCall.IsSent(method))
            return null;

        var arguments = call.Arguments.Select(argument => argument.Value).ToList();
        if (method.Name is "Select" or "SelectMany" && arguments.Count > 0 && Lambda(arguments[arguments.Count - 1]) is { } projection)
            return OfAny(ShortBody.Returned(projection.Body), depth);

        var source = method.IsExtensionMethod && method.ReducedFrom is null && arguments.Count > 0 ? arguments[0] : call.Instance;
        if (PassesOn(method) && source is not null)
            return Of(source, depth);

        if ((records.Data.Project.TraitsOf(method) & ApiTrait.Serve) != 0 && call.Instance is null or IInstanceReferenceOperation)
            return OfAny(arguments, depth);

        if (Wrapping.Contains(method.Name) && (method.Name != "Create" || records.Of(call.Type) is null))
            return OfAny(source is null || arguments.Contains(source) ? arguments : arguments.Concat([source]), depth);

        if (records.Of(call.Type) is { } record)
            return records.Data.Project.Compilation is var compilation && SourceModels.BodyOf(method, compilation) is { } body && ShortBody.Returned(body).ToList() is { Count: > 0 } returned && returned.All(value => value.Unwrapped() is IObjectCreationOperation)
                ? OfAny(returned, depth)
                : record;

        return records.OfMember(method, call.Instance?.Type);
    }

    private static ITypeSymbol? Awaited(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } results } ? results[0] : type;

    /// <summary>Whether a call keeps the elements of a sequence and only picks, orders or materialises them.</summary>
    private static bool PassesOn(IMethodSymbol method) =>
        (method.ContainingType?.Name is "Enumerable" or "Queryable" or "EntityFrameworkQueryableExtensions" or "AsyncEnumerable" or "AsyncEnumerableExtensions" or "ImmutableArray" or "ImmutableList" or "Task" && Bare(method.Name) is not ("Aggregate" or "GroupBy" or "Join" or "Cast" or "OfType" or "WhenAll" or "FromResult" or "ToDictionary" or "Max" or "Min" or "Sum" or "Average" or "Zip"))
        || method.Name == "ConfigureAwait";

    private static string Bare(string name) => name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Async".Length) : name;

    private static IAnonymousFunctionOperation? Lambda(IOperation value) => value.Unwrapped() switch
    {
        IAnonymousFunctionOperation lambda => lambda,
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => lambda,
        _ => null,
    };

    private bool SaysNothing(IOperation value) => records.Data.Sanitisers.Ends(value.Unwrapped()) || value.ConstantValue.HasValue || value.Unwrapped() is IDefaultValueOperation
        || IsTheCallers(value.Unwrapped()) || IsMadeOfNothing(value.Unwrapped()) || ValueOrigin.Of(value, records.Data.Sanitisers.Ends).All(leaf => leaf.ConstantValue.HasValue || IsTheCallers(leaf));

    /// <summary>Whether a call only writes a hash, mask or constant in another way: <c>Convert.ToHexString(HMACSHA256.HashData(…))</c>.</summary>
    private bool IsMadeOfNothing(IOperation value) => value is IInvocationOperation call
        && call.Arguments.Select(argument => argument.Value).Concat(call.Instance is { Type: { SpecialType: SpecialType.System_String } or IArrayTypeSymbol } text ? [text] : []).Where(given => !given.ConstantValue.HasValue).ToList() is { Count: > 0 } parts
        && parts.All(part => records.Data.Sanitisers.Ends(part.Unwrapped()) || IsMadeOfNothing(part.Unwrapped()));

    private bool IsTheCallers(IOperation value) => value switch
    {
        IParameterReferenceOperation { Parameter: var parameter } => IsTheCallers(parameter),
        IPropertyReferenceOperation { Instance: { } instance, Type: var type } => (type?.SpecialType != SpecialType.None || type.IsValueType) && IsTheCallers(instance.Unwrapped()),
        _ => false,
    };

    private bool IsTheCallers(IParameterSymbol parameter) => caller is not null && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, caller);
}
