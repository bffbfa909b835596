using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Payloads;

/// <summary>What makes a serialiser, or a type, refuse a payload that is not as promised.</summary>
internal static class PayloadContract
{
    private const int Deepest = 4;

    /// <summary>Whether a call is given options, settings or a context that are strict.</summary>
    public static bool IsStrict(IInvocationOperation call, PipelineProject project) =>
        call.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.Explicit && IsOptions(argument.Value.Type) && IsStrict(argument.Value, project, 0))
        || (call.Instance is { Type.Name: "JsonSerializer" } serialiser && IsStrict(serialiser, project, 0));

    /// <summary>Whether a type says what it cannot do without, or somebody validates it.</summary>
    public static bool IsStated(ITypeSymbol type, PipelineProject project) => Element(type) is INamedTypeSymbol { SpecialType: SpecialType.None } record
        && (record.AllInterfaces.Any(one => one.Name == "IValidatableObject") || record.GetAttributes().Any(IsDemand) || record.GetMembers().Any(IsDemanded) || IsValidated(record, project.Compilation));

    /// <summary>The records a collection holds.</summary>
    private static ITypeSymbol Element(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Element(array.ElementType),
        INamedTypeSymbol { TypeArguments: { IsEmpty: false } held, DeclaringSyntaxReferences.IsEmpty: true } => Element(held[held.Length - 1]),
        _ => type,
    };

    private static bool IsDemanded(ISymbol member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true } || (member is IPropertySymbol or IFieldSymbol && member.GetAttributes().Any(IsDemand))
        || (member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && constructor.Parameters.Any(parameter => parameter.GetAttributes().Any(IsDemand)));

    private static bool IsDemand(AttributeData attribute)
    {
        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type.Name is "RequiredAttribute" or "JsonRequiredAttribute" or "ValidationAttribute" or "JsonUnmappedMemberHandlingAttribute" or "ValidatorAttribute")
                return true;
        }

        return attribute.NamedArguments.Any(argument => argument.Key is "Required" or "ItemRequired" or "IsRequired" or "MissingMemberHandling" && argument.Value.Value is not (null or false or 0));
    }

    /// <summary>Whether the project has a validator for a type.</summary>
    private static bool IsValidated(INamedTypeSymbol type, Compilation compilation) =>
        compilation.GetSymbolsWithName(name => name.EndsWith("Validator", StringComparison.Ordinal), SymbolFilter.Type).OfType<INamedTypeSymbol>().Any(one =>
            (one.Name.StartsWith(type.Name, StringComparison.Ordinal) && one.Name.Length == type.Name.Length + "Validator".Length)
            || (one.BaseType is { TypeArguments.Length: 1 } generic && SymbolEqualityComparer.Default.Equals(generic.TypeArguments[0], type))
            || one.Interfaces.Any(face => face.TypeArguments.Length == 1 && SymbolEqualityComparer.Default.Equals(face.TypeArguments[0], type)));

    private static bool IsOptions(ITypeSymbol? type)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            if (one.Name is "JsonSerializerOptions" or "JsonSerializerSettings" or "JsonTypeInfo" or "JsonSerializerContext")
                return true;
        }

        return false;
    }

    private static bool IsStrict(IOperation value, PipelineProject project, int depth) => depth < Deepest && ((value.Unwrapped() is IMemberReferenceOperation written && IsOfStrictContext(written)) || ValueOrigin.Of(value.Unwrapped()).Any(origin => origin switch
    {
        IObjectCreationOperation made => made.Arguments.Any(argument => IsOptions(argument.Value.Type) ? IsStrict(argument.Value, project, depth + 1) : IsStrictDefault(argument.Value))
            || made.Initializer?.Initializers.Any(IsStrictSetting) == true || IsSetLater(made),
        IMemberReferenceOperation { Member: { Name: "Strict", ContainingType.Name: "JsonSerializerOptions" } } => true,
        IMemberReferenceOperation { Member: var member } => SourceModels.InitialiserOf(member, project.Compilation) is { } initial && IsStrict(initial, project, depth + 1),
        IInvocationOperation { TargetMethod.Name: "Create" or "CreateDefault", Arguments: var given } => given.Any(argument => IsStrict(argument.Value, project, depth + 1)),
        _ => false,
    }));

    private static bool IsStrictDefault(IOperation value) => value.Unwrapped() is IFieldReferenceOperation { Field: { Name: "Strict", ContainingType.Name: "JsonSerializerDefaults" } };

    private static bool IsStrictSetting(IOperation set) => set is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name }, Value: var value } && name switch
    {
        "RespectNullableAnnotations" or "RespectRequiredConstructorParameters" => value.ConstantValue is { HasValue: true, Value: true },
        "UnmappedMemberHandling" or "MissingMemberHandling" => value.Unwrapped() is IFieldReferenceOperation { Field.Name: "Disallow" or "Error" },
        _ => false,
    };

    private static bool IsSetLater(IObjectCreationOperation made) => Retention.Expiry.HolderOf(made) is { } holder
        && made.Root().Descendants().Any(one => one is ISimpleAssignmentOperation && IsStrictSetting(one) && Retention.Expiry.IsOf(one, holder));

    /// <summary>Whether what is generated for a type was told to be strict: <c>OrderContext.Default.Order</c>.</summary>
    private static bool IsOfStrictContext(IMemberReferenceOperation reference)
    {
        for (var type = reference.Member.ContainingType; type is not null; type = type.BaseType)
        {
            if (type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "JsonSourceGenerationOptionsAttribute"
                && (attribute.NamedArguments.Any(argument => argument.Key is "RespectNullableAnnotations" or "RespectRequiredConstructorParameters" or "UnmappedMemberHandling" && argument.Value.Value is true or 1)
                    || attribute.ConstructorArguments.Any(argument => argument.Type?.Name == "JsonSerializerDefaults" && argument.Value is 2))))
                return true;
        }

        return false;
    }
}
