using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.Safeguards;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Exports;

/// <summary>What of a person an exported value says as it is: of whole records what is neither masked nor left out, of texts what they are made of.</summary>
internal sealed class ExportedData(PersonalRecords records)
{
    private const int Deepest = 5;

    private static readonly HashSet<string> Clean = new(StringComparer.Ordinal)
    {
        "masked", "redacted", "hashed", "encrypted", "tokenised", "tokenized", "anonymised", "anonymized", "anonymous", "pseudonymised", "pseudonymized", "pseudonymous", "scrubbed", "obfuscated", "sanitised", "sanitized", "deidentified",
    };

    /// <summary>Calls that put a value into another form.</summary>
    private static readonly HashSet<string> Wrapping = new(StringComparer.Ordinal)
    {
        "FromString", "FromBytes", "FromObjectAsJson", "CopyFromUtf8", "CopyFrom", "Create", "Serialize", "SerializeObject", "SerializeToUtf8Bytes", "SerializeToElement", "SerializeToNode", "GetBytes", "AsMemory", "AsBytes", "ToJson", "ToBase64String",
    };

    /// <summary>Where it goes or what it is called is a matter of names, not of what is in it.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Key", "BucketName", "FilePath", "Subject", "MessageId", "SessionId", "RequestUri", "TopicArn", "QueueUrl", "PartitionKey", "CorrelationId", "MessageGroupId", "MessageDeduplicationId",
    };

    public PersonalRecord? Of(IOperation value)
    {
        if (OfRecord(value) is { } whole)
            return whole;

        PersonalRecord? found = null;
        foreach (var leaf in Sources(value))
        {
            if (((leaf == value.Unwrapped() ? null : OfRecord(leaf)) ?? OfShape(leaf, 0) ?? OfText(leaf)) is { } one)
                found = found?.And(one) ?? one;
        }

        return found;
    }

    /// <summary>The texts and objects that a message, request or content was made of.</summary>
    public static IEnumerable<IOperation> Sources(IOperation value) => Sources(value, 0);

    private static IEnumerable<IOperation> Sources(IOperation value, int depth)
    {
        value = value.Unwrapped();
        if (value is ILocalReferenceOperation { Local: var local } && ValueOrigin.AssignedOnce(local, value)?.Unwrapped() is { } origin && (IsMade(origin) || (origin is IInvocationOperation wrapped && IsWrapping(wrapped))))
            value = origin;

        return depth > Deepest ? [] : value switch
        {
            IAnonymousObjectCreationOperation made => Inner(made.Initializers.OfType<ISimpleAssignmentOperation>().Select(set => set.Value), depth),
            IObjectCreationOperation made when IsMade(made) => Inner(
                made.Arguments.Select(argument => argument.Value).Concat(made.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Where(set => !(set.Target is IMemberReferenceOperation { Member.Name: var name } && Names.Contains(name))).Select(set => set.Value) ?? []), depth),
            IArrayCreationOperation { Initializer: { } elements } => Inner(elements.ElementValues, depth),
            IInvocationOperation call when IsWrapping(call) => Inner(call.Arguments.Select(argument => argument.Value), depth),
            _ => [value],
        };
    }

    private static IEnumerable<IOperation> Inner(IEnumerable<IOperation> values, int depth) =>
        values.Where(inner => inner.Type?.TypeKind != TypeKind.Delegate && !inner.ConstantValue.HasValue).SelectMany(inner => Sources(inner, depth + 1));

    private PersonalRecord? OfRecord(IOperation value) =>
        new CarriedData(records).Of(value) is { } carried && !Array.Exists(IdentifierWords.Of(carried.Entity), Clean.Contains) ? new LeftOut(records.Data.Project.Compilation, value).From(carried) : null;

    /// <summary>What an object brings that is no record of a person but says as much: an event, a request, a row of two personal members.</summary>
    private PersonalRecord? OfShape(IOperation value, int depth)
    {
        value = value.Unwrapped();
        if (value.Type is null || depth > Deepest || PersonalForms.Element(value.Type) is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type || !type.Locations.Any(location => location.IsInSource) || records.Of(type) is not null)
            return null;

        if (value is ILocalReferenceOperation { Local: var local } && ValueOrigin.AssignedOnce(local, value) is { } origin)
            return OfShape(origin, depth + 1);

        if (value is IObjectCreationOperation made)
            return made.Arguments.Select(argument => argument.Value).Concat(made.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Select(set => set.Value) ?? []).Select(Of).FirstOrDefault(one => one is not null);

        var fields = value is IParameterReferenceOperation or ILocalReferenceOperation or IMemberReferenceOperation ? records.FieldsOf(type).ToList() : new();
        return fields.Count >= 2 || (fields.Count == 1 && Array.Exists(IdentifierWords.Of(type.Name), records.Data.Terms.NamesPerson)) ? new LeftOut(records.Data.Project.Compilation, value).From(PersonalRecord.Of(type.Name, fields)) : null;
    }

    /// <summary>What a text says; a record was asked before, and may have said that it is masked.</summary>
    private PersonalRecord? OfText(IOperation value)
    {
        if (value.Type is { } type && PersonalForms.Element(type) is { SpecialType: not (SpecialType.System_String or SpecialType.System_Object) } && value.Type is not IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } && !IsDictionary(value.Type))
            return null;

        var said = records.Data.In(value, Printed.Plainly).Select(found => found.What).Where(what => what.Kind != PlainFile.Login).ToList();
        return said.Count == 0 ? null : PersonalRecord.Of(said[0].Name, said);
    }

    private static bool IsDictionary(ITypeSymbol type) => type is INamedTypeSymbol { TypeArguments.Length: 2 } && type.Name.EndsWith("Dictionary", StringComparison.Ordinal);

    /// <summary>Whether a value is an object of a library, which keeps what it is made of.</summary>
    private static bool IsMade(IOperation value) =>
        value is IObjectCreationOperation { Type: INamedTypeSymbol { IsTupleType: false } type } && IsOfLibrary(type) && type.ContainingNamespace?.Name is not ("Generic" or "Collections");

    private static bool IsWrapping(IInvocationOperation call) => Wrapping.Contains(call.TargetMethod.Name) && IsOfLibrary(call.TargetMethod);

    private static bool IsOfLibrary(ISymbol symbol) =>
        symbol.Locations.All(location => !location.IsInSource) || symbol.RootNamespace() is "Azure" or "Amazon" or "Google" or "Microsoft" or "System" or "Confluent" or "RabbitMQ" or "Newtonsoft";
}
