using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Exposure;

/// <summary>
/// Which of its type's named values a value is: written by name, as the constant of an enumeration, or as the text by which a
/// service spells it (<c>"public-read"</c> is <c>PublicRead</c>).
/// </summary>
internal static class KnownValue
{
    /// <summary>The named values that a value can be, each with where it is written; null where it is none of them.</summary>
    public static IReadOnlyList<(IOperation Written, ISymbol? Known)> From(IOperation value) =>
        value is { Type.TypeKind: TypeKind.Enum, ConstantValue.HasValue: true }
            ? [(value, Of(value))]
            : ValueOrigin.Trace(value, OriginQuestion.Plain).Select(origin => (origin.Written, Of(origin.Value))).ToList();

    private static ISymbol? Of(IOperation value) => value switch
    {
        IMemberReferenceOperation { Instance: null, Member: var member } when member.ContainingType.Equals(value.Type, SymbolEqualityComparer.Default) => member,
        { Type: INamedTypeSymbol { TypeKind: TypeKind.Enum } type, ConstantValue: { HasValue: true, Value: { } constant } } => Named(type, constant),
        IConversionOperation { Type: INamedTypeSymbol type } made => Spelled(type, made.Operand),
        IObjectCreationOperation { Type: INamedTypeSymbol type, Arguments.Length: 1 } made => Spelled(type, made.Arguments[0].Value),
        IInvocationOperation { Type: INamedTypeSymbol type, Instance: null, Arguments.Length: 1 } found when found.TargetMethod.ContainingType.Name == type.Name => Spelled(type, found.Arguments[0].Value),
        _ => null,
    };

    /// <summary>Whether a value may be of a type that has values of this trait, told by the type's name.</summary>
    public static bool MayBe(ITypeSymbol? type, PipelineProject project, ApiTrait trait) =>
        type is INamedTypeSymbol named && project.DataApis.TypesWith(trait).Contains((named.IsValueType && named.TypeArguments.Length == 1 ? named.TypeArguments[0] : named).Name);

    private static IFieldSymbol? Named(INamedTypeSymbol type, object constant)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && constant.Equals(field.ConstantValue))
                return field;
        }

        return null;
    }

    private static ISymbol? Spelled(INamedTypeSymbol type, IOperation text) =>
        text.ConstantValue is { HasValue: true, Value: string { Length: < 40 } spelling }
            ? type.GetMembers().FirstOrDefault(member => member.IsStatic && string.Equals(member.Name, spelling.Replace("-", ""), StringComparison.OrdinalIgnoreCase))
            : null;
}
