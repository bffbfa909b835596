using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Exports;

/// <summary>
/// The members of a record that do not leave with it: by an attribute of the format, by the map of columns that the writer was given,
/// or because the same body put something harmless into them first.
/// </summary>
internal sealed class LeftOut(Compilation compilation, IOperation value)
{
    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "IgnoreAttribute", "ParquetIgnoreAttribute", "JsonIgnoreAttribute", "IgnoreDataMemberAttribute", "IgnoreMemberAttribute", "ProtoIgnoreAttribute", "BsonIgnoreAttribute", "XmlIgnoreAttribute", "CsvIgnoreAttribute", "ExcelIgnoreAttribute",
    };

    private static readonly string[] Converters = ["JsonConverterAttribute", "TypeConverterAttribute"];

    public PersonalRecord? From(PersonalRecord record) => record.Without(record.Fields.Where(IsOut(record.Entity)).ToList());

    private Func<string, bool> IsOut(string entity)
    {
        var type = TypeOf(value.Unwrapped().Type, entity, 0);
        var mapped = Mapped();
        var cleaned = new HashSet<string>(value.Root().Descendants().OfType<ISimpleAssignmentOperation>()
            .Where(set => set.Syntax.SpanStart < value.Syntax.SpanStart && set.Target is IPropertyReferenceOperation { Instance: not IInstanceReferenceOperation, Property.ContainingType: var owner } && owner.Name == entity && IsHarmless(set.Value))
            .Select(set => ((IPropertyReferenceOperation)set.Target).Property.Name), StringComparer.Ordinal);
        return field => cleaned.Contains(field) || mapped?.Contains(field) == false || (type is not null && IsMarked(type, field));
    }

    /// <summary>The columns of the map that the same body registers; null when it registers none, or one that takes all there are.</summary>
    private HashSet<string>? Mapped()
    {
        foreach (var call in value.Root().Descendants().OfType<IInvocationOperation>())
        {
            if (call.TargetMethod is { Name: "RegisterClassMap" } register && MapOf(call, register) is { InstanceConstructors: { Length: > 0 } made } && SourceModels.BodyOf(made[0], compilation) is { } body)
                return Columns(body);
        }

        return null;
    }

    private static INamedTypeSymbol? MapOf(IInvocationOperation call, IMethodSymbol register) =>
        register.TypeArguments.FirstOrDefault() as INamedTypeSymbol ?? call.Arguments.Select(argument => argument.Value.Unwrapped().Type).OfType<INamedTypeSymbol>().FirstOrDefault();

    private static HashSet<string> Columns(IOperation map)
    {
        var (columns, all) = (new HashSet<string>(StringComparer.Ordinal), false);
        var without = new HashSet<string>(StringComparer.Ordinal);
        foreach (var call in map.Descendants().OfType<IInvocationOperation>())
        {
            all |= call.TargetMethod.Name == "AutoMap";
            if (call.TargetMethod.Name is "Map" && call.Arguments.SelectMany(argument => argument.Descendants()).OfType<IPropertyReferenceOperation>().FirstOrDefault() is { Property.Name: var name })
            {
                columns.Add(name);
                for (IOperation? next = call.Parent; next is IArgumentOperation or IInvocationOperation or IConversionOperation; next = next.Parent)
                {
                    if (next is IInvocationOperation { TargetMethod.Name: "Ignore" or "Convert" or "ConvertUsing" or "TypeConverter" or "Constant" })
                        without.Add(name);
                }
            }
        }

        if (all)
            columns = new HashSet<string>(map.Descendants().OfType<IInvocationOperation>().Select(call => call.Instance?.Type).OfType<INamedTypeSymbol>()
                .SelectMany(type => type.BaseType?.TypeArguments ?? default).SelectMany(type => type.GetMembers()).Select(member => member.Name), StringComparer.Ordinal);

        columns.ExceptWith(without);
        return columns;
    }

    private static bool IsMarked(ITypeSymbol type, string field)
    {
        for (var part = type; part is not null; part = part.BaseType)
        {
            foreach (var attribute in part.GetMembers(field).SelectMany(member => member.GetAttributes()))
            {
                if (attribute.AttributeClass is { } mark && (Attributes.Contains(mark.Name) || (Array.IndexOf(Converters, mark.Name) >= 0 && Masks(attribute))))
                    return true;
            }
        }

        return false;
    }

    private static bool Masks(AttributeData attribute) =>
        attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(named => named.Value)).Any(given => given.Value is INamedTypeSymbol converter
            && Array.Exists(IdentifierWords.Of(converter.Name), word => word.StartsWith("mask", StringComparison.Ordinal) || word.StartsWith("redact", StringComparison.Ordinal) || word.StartsWith("hash", StringComparison.Ordinal) || word.StartsWith("encrypt", StringComparison.Ordinal) || word.StartsWith("token", StringComparison.Ordinal)));

    private static bool IsHarmless(IOperation set) =>
        set.Unwrapped() is IInvocationOperation or ILiteralOperation or IDefaultValueOperation or IFieldReferenceOperation { Field.Name: "Empty" };

    private static ITypeSymbol? TypeOf(ITypeSymbol? type, string entity, int depth) => type switch
    {
        _ when depth > 3 => null,
        { } named when named.Name == entity => named,
        IArrayTypeSymbol array => TypeOf(array.ElementType, entity, depth + 1),
        INamedTypeSymbol generic => generic.TypeArguments.Select(argument => TypeOf(argument, entity, depth + 1)).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
