using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>A personal value, at the operation of the text asked about that brings it.</summary>
internal readonly record struct PersonalValue(IOperation At, Personal What);

/// <summary>The personal values that an expression brings along: where it comes from, asked of <see cref="PersonalData"/>.</summary>
internal static class PersonalValues
{
    private const int Deepest = 3;

    private static readonly HashSet<string> Serialisers = new(StringComparer.Ordinal)
    {
        "System.Text.Json.JsonSerializer", "Newtonsoft.Json.JsonConvert", "Newtonsoft.Json.Linq.JObject", "Newtonsoft.Json.Linq.JToken",
        "Utf8Json.JsonSerializer", "ServiceStack.Text.JsonSerializer", "MongoDB.Bson.BsonExtensionMethods",
    };

    /// <summary>Calls whose result still is the value, otherwise written.</summary>
    private static readonly HashSet<string> Encoders = new(StringComparer.Ordinal)
    {
        "UrlEncode", "HtmlEncode", "EscapeDataString", "EscapeUriString", "ToBase64String", "ToHexString", "GetBytes", "ToString", "Parse", "ToTitleCase", "ToList", "ToArray", "ToUpper", "ToLower", "AsSpan", "AsMemory", "AsBytes", "ToByteArray",
    };

    /// <summary>Types whose text keys name settings or captions, not data.</summary>
    private static readonly string[] Keyed = ["Localizer", "Resource", "Configuration", "ModelState", "Options", "Environment", "Settings", "Cookie", "Session", "Cache", "Features"];

    public static IReadOnlyList<PersonalValue> In(this PersonalData data, IOperation value, Printed how) => In(data, value, how, 0);

    /// <summary>Whether an expression has any value that is neither written in source nor cleaned, and may be text.</summary>
    public static bool MayHoldText(this PersonalData data, IOperation value, string kind) =>
        ValueOrigin.Trace(value, Question(data, Printed.Plainly)).Any(origin =>
            !origin.Value.ConstantValue.HasValue
            && origin.Value.Type is { } type && PersonalForms.Element(type).SpecialType is SpecialType.System_String or SpecialType.System_Object
            && !SaysOtherwise(data, origin.Value, kind)
            && !(origin.Value is IInvocationOperation call && call.Descendants().OfType<IInvocationOperation>().Any(data.Sanitisers.Ends)));

    private static List<PersonalValue> In(PersonalData data, IOperation value, Printed how, int depth)
    {
        var found = new List<PersonalValue>();
        if (depth > Deepest)
            return found;

        foreach (var origin in ValueOrigin.Trace(value, Question(data, how)))
        {
            if (origin.Value.ConstantValue.HasValue)
                continue;

            var inner = Inner(data, origin.Value, how, depth);
            if (inner.Count > 0 && origin.Written == origin.Value)
                found.AddRange(inner);
            else if ((inner.Count > 0 ? inner[0].What : Judge(data, origin.Value, how) ?? ByWritten(data, origin)) is { } personal)
                found.Add(new(Whole(origin.Written), personal));
        }

        return found;
    }

    private static OriginQuestion Question(PersonalData data, Printed how) =>
        new(operation => data.Sanitisers.Ends(operation) || PrintsNothing(data, operation, how), operation => Stops(data, operation, how), Parts: true, Encoded: true);

    /// <summary>A class of one's own prints the name of its type.</summary>
    private static bool PrintsNothing(PersonalData data, IOperation operation, Printed how) =>
        how == Printed.Plainly && operation is IObjectCreationOperation { Type: INamedTypeSymbol { IsRecord: false, IsTupleType: false } type } && !Holds(type) && data.OfType(type, how) is null;

    private static bool Stops(PersonalData data, IOperation operation, Printed how) => operation switch
    {
        IMemberReferenceOperation member => OfMember(data, member) is not null,
        IObjectCreationOperation { Type: INamedTypeSymbol type } => !Holds(type) && data.OfType(type, how) is not null,
        IWithOperation { Type: INamedTypeSymbol type } => data.OfType(type, how) is not null,
        IInvocationOperation call => Serialises(call),
        _ => false,
    };

    /// <summary>Collections, builders and the like print what was put into them.</summary>
    private static bool Holds(INamedTypeSymbol type) =>
        type.SpecialType == SpecialType.System_String || type.ContainingNamespace?.Name is "Generic" or "Collections" or "Immutable" or "Text" or "System" or "Concurrent";

    /// <summary>What is said by the text or object that a call only writes in another way.</summary>
    private static List<PersonalValue> Inner(PersonalData data, IOperation value, Printed how, int depth)
    {
        if (value is not IInvocationOperation call)
            return new();

        var serialises = Serialises(call);
        if (!serialises && !Encoders.Contains(call.TargetMethod.Name))
            return new();

        return call.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit || argument.Parameter?.IsParams == true)
            .SelectMany(argument => In(data, argument.Value, serialises ? Printed.ByMembers : how, depth + 1)).ToList();
    }

    public static bool Serialises(IInvocationOperation call) =>
        call.TargetMethod.Name.StartsWith("Serialize", StringComparison.Ordinal) || call.TargetMethod.Name is "ToJson" or "ToJsonString" or "FromObject" or "ToBsonDocument"
            ? call.TargetMethod.ContainingType is { } type && (Serialisers.Contains(type.OriginalDefinition.ToDisplayString()) || call.TargetMethod.DeclaringSyntaxReferences.IsEmpty || call.TargetMethod.IsExtensionMethod)
            : false;

    private static Personal? Judge(PersonalData data, IOperation value, Printed how) => value switch
    {
        IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer => ByKey(data, indexer.Arguments, indexer.Instance?.Type, indexer.Type),
        IMemberReferenceOperation member => OfMember(data, member) ?? Named(member.Member.Name, data.OfType(member.Type, how)),
        ILocalReferenceOperation local => data.OfMember(local.Local) ?? Named(local.Local.Name, data.OfType(local.Type, how)),
        IParameterReferenceOperation parameter => data.OfMember(parameter.Parameter) ?? Named(parameter.Parameter.Name, data.OfType(parameter.Type, how)),
        IInvocationOperation call => data.OfMember(call.TargetMethod) ?? ByKey(data, call) ?? data.OfType(call.Type, how),
        _ => data.OfType(value.Type, how),
    };

    private static Personal? OfMember(PersonalData data, IMemberReferenceOperation reference) =>
        reference is IPropertyReferenceOperation { Arguments.IsEmpty: false } || reference.Member is not (IPropertySymbol or IFieldSymbol)
            ? null
            : data.OfMember(reference.Member, reference.Instance?.Type, NameOf(reference.Instance));

    /// <summary>What the first written name says, when the value behind it has no name to contradict.</summary>
    private static Personal? ByWritten(PersonalData data, Origin origin) => origin.Written == origin.Value ? null : origin.Written switch
    {
        ILocalReferenceOperation local when data.OfMember(local.Local) is { } personal && !SaysOtherwise(data, origin.Value, personal.Kind) => personal,
        IParameterReferenceOperation parameter when data.OfMember(parameter.Parameter) is { } personal && !SaysOtherwise(data, origin.Value, personal.Kind) => personal,
        _ => null,
    };

    /// <summary>A column, claim or header is named by the constant that asks for it.</summary>
    private static Personal? ByKey(PersonalData data, IInvocationOperation call) =>
        PersonalForms.Reads(call.TargetMethod.Name)
            ? ByKey(data, call.Arguments, call.Instance?.Type ?? call.Arguments.FirstOrDefault(argument => argument.Value.Type?.SpecialType != SpecialType.System_String)?.Value.Type, call.Type)
            : null;

    private static Personal? ByKey(PersonalData data, IEnumerable<IArgumentOperation> arguments, ITypeSymbol? owner, ITypeSymbol? type)
    {
        if (type is null || owner is null || Keyed.Any(word => owner.Name.IndexOf(word, StringComparison.Ordinal) >= 0))
            return null;

        var keys = arguments.Where(argument => argument.Value.ConstantValue is { HasValue: true, Value: string }).ToList();
        if (keys.Count != 1)
            return null;

        var key = keys[0].Value.Unwrapped() is IFieldReferenceOperation { Field.Name: var name } ? name : (string)keys[0].Value.ConstantValue.Value!;
        return key.Length is > 1 and <= 60 && key.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or ' ' or '.') ? data.OfName(key, type) : null;
    }

    /// <summary>Whether a value's own name says that it is not what the name around it promises: an id, or a <c>PhoneModel</c> for a phone.</summary>
    private static bool SaysOtherwise(PersonalData data, IOperation value, string kind)
    {
        var words = NameOf(value) is { } name ? IdentifierWords.Of(name) : Array.Empty<string>();
        if (words.Length == 0)
            return false;

        return (words[words.Length - 1] is "id" or "key" or "hash" or "count" or "length" or "guid" or "number" && kind is not "phone")
            || (data.Terms.MayBeIn(words) && value is IMemberReferenceOperation member && OfMember(data, member) is null)
            || (data.Terms.MayBeIn(words) && value is not IMemberReferenceOperation && data.Terms.FindIn(NameOf(value)!) is null);
    }

    private static string? NameOf(IOperation? value) => value switch
    {
        IMemberReferenceOperation member => member.Member.Name,
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IConditionalAccessInstanceOperation instance => instance.Parent is null ? null : NameOf(Accessed(instance)),
        _ => null,
    };

    /// <summary>What stands before the question mark of the access that an instance belongs to.</summary>
    public static IOperation? Accessed(IOperation instance)
    {
        for (var parent = instance.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull.Syntax.Span.Contains(instance.Syntax.Span) | access.WhenNotNull.DescendantsAndSelf().Contains(instance))
                return access.Operation;
        }

        return null;
    }

    /// <summary><c>customer?.Email</c> rather than <c>.Email</c>.</summary>
    public static IOperation Whole(IOperation value)
    {
        var whole = value;
        while (whole.Parent is IConditionalAccessOperation access && access.WhenNotNull == whole)
            whole = access;

        return whole;
    }

    private static Personal? Named(string name, Personal? whole) => whole is null ? null : whole with { Name = name };
}
