using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Where readers and writers of data take a culture, and where numbers and dates leave as texts.</summary>
internal static class CultureSinks
{
    /// <summary>The namespaces of libraries that read and write data in the culture they are given.</summary>
    private static readonly HashSet<string> Formats = new(StringComparer.Ordinal) { "CsvHelper", "Sylvan", "nietras", "Newtonsoft", "FileHelpers", "ServiceStack", "ChoETL", "LumenWorks", "TinyCsvParser", "MiniExcelLibs", "ClosedXML", "ExcelDataReader" };

    /// <summary>Types that take the text of a value into a document, an address or a message.</summary>
    private static readonly HashSet<string> Takers = new(StringComparer.Ordinal)
    {
        "Utf8JsonWriter", "XmlWriter", "XmlTextWriter", "XmlElement", "IWriterRow", "CsvWriter", "QueryHelpers", "RestRequest", "RestRequestExtensions", "JsonWriter", "JsonTextWriter", "Uri", "QueryBuilder", "Url", "GeneratedExtensions",
    };

    /// <summary>The machine's culture where a library that reads and writes data is told it.</summary>
    public static IOperation? CultureIn(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Constructor: { } constructor } creation => Told(constructor, creation.Arguments),
        IInvocationOperation call => Told(call.TargetMethod, call.Arguments),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Type.Name: "CultureInfo" or "IFormatProvider", ContainingType: var type } }, Value: var culture } when IsFormat(type) => Machine(culture),
        _ => null,
    };

    /// <summary>A number or date whose text is handed on as data.</summary>
    public static IOperation? ValueIn(IInvocationOperation call, PipelineProject project)
    {
        if (call.TargetMethod.Name.IndexOf("Log", StringComparison.Ordinal) >= 0 || call.TargetMethod.ContainingType.SpecialType == SpecialType.System_String)
            return null;

        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Unwrapped() is IInvocationOperation { TargetMethod.Name: nameof(ToString) } written && WrittenValues.Text(written) is { } && IsTaker(call, project))
                return written;
        }

        return null;
    }

    private static bool IsTaker(IInvocationOperation call, PipelineProject project) =>
        Takers.Contains(call.TargetMethod.ContainingType.Name) || ((project.TraitsOf(call.TargetMethod) & ApiTrait.Store) != 0 && call.Instance is not IPropertyReferenceOperation { Property.ContainingType.Name: nameof(Console) });

    private static IOperation? Told(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { Type.Name: "CultureInfo" or "IFormatProvider" } && IsFormat(method.ContainingType))
                return Machine(argument.Value);
        }

        return null;
    }

    private static IOperation? Machine(IOperation culture) => !IsNothing(culture) && MachineCulture.Is(culture) ? culture : null;

    private static bool IsNothing(IOperation culture) => culture.Unwrapped().ConstantValue is { HasValue: true, Value: null } || culture.Unwrapped() is IDefaultValueOperation;

    private static bool IsFormat(INamedTypeSymbol type) => type.RootNamespace() is { } root && Formats.Contains(root) || IsHeirOf(type);

    private static bool IsHeirOf(INamedTypeSymbol type) => type is { DeclaringSyntaxReferences.IsEmpty: false, BaseType: { } above } && above.RootNamespace() is { } root && Formats.Contains(root);
}
