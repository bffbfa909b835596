using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.Exposure;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.TimeLimits;

/// <summary>Where a client is told to wait for ever: a property or an argument of the catalogue that is given no end, by whatever its type means by none.</summary>
internal sealed class EndlessWait(ApiCatalogue apis)
{
    /// <summary>What clients take for milliseconds ends after 25 days; what is set to more is set to the most there is.</summary>
    private const double Longest = 24 * 24;

    /// <summary>By which most arguments and properties are told from a limit at once.</summary>
    private readonly HashSet<string> _names = new(apis.Entries.Where(entry => (entry.Traits & ApiTrait.TimeLimit) != 0).Select(entry => entry.Parameter ?? entry.Member), StringComparer.Ordinal);

    /// <summary>The value without an end and the name of what it is given to; null when there is an end or nothing is known.</summary>
    public (IOperation Value, ISymbol Member, string Name)? In(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.IsEmpty: true, Property: var property } } set => Given(property, null, set.Value),
        IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } argument => Given(parameter.ContainingSymbol, parameter.Name, argument.Value),
        _ => null,
    };

    private (IOperation Value, ISymbol Member, string Name)? Given(ISymbol member, string? parameter, IOperation value) =>
        _names.Contains(parameter ?? member.Name) && (apis.TraitsOf(member, parameter) & ApiTrait.TimeLimit) != 0 && IsEndless(value) ? (value, member, parameter is null || member.Name.EndsWith("Timeout", StringComparison.Ordinal) ? member.Name : parameter) : null;

    /// <summary>Whether all that a value may be is endless: who asks a setting first, or waits only under a debugger, has thought of an end.</summary>
    private static bool IsEndless(IOperation value)
    {
        var origins = ValueOrigin.Of(value);
        return origins.Count > 0 && origins.All(origin => IsNone(origin.Unwrapped()));
    }

    private static bool IsNone(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: int or long or uint or double } constant } => Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture) is <= 0 or >= int.MaxValue,
        IMemberReferenceOperation { Member: { Name: "InfiniteTimeSpan", ContainingType.Name: "Timeout" } } => true,
        { Type.Name: nameof(TimeSpan) } or { Type: INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } } => Lifetime.Hours(value) is <= 0 or > Longest,
        _ => false,
    };
}
