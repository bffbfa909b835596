using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Exposure;

/// <summary>
/// How many hours something lives from now on, as far as constants tell: <c>UtcNow.AddDays(365)</c>,
/// <c>now + TimeSpan.FromHours(12)</c>, <c>MaxValue</c>. What is configured, handed in or counted from an unknown day is unknown.
/// </summary>
internal static class Lifetime
{
    private const int Deepest = 8;

    /// <summary>A fixed day beyond it is as good as never, whenever the program is built.</summary>
    private const int FarYear = 2040;

    private static readonly (string Unit, double Hours)[] Units =
        [("Years", 8760), ("Months", 720), ("Days", 24), ("Hours", 1), ("Minutes", 1 / 60d), ("Seconds", 1 / 3600d), ("Milliseconds", 1 / 3_600_000d), ("Ticks", 1 / 36_000_000_000d)];

    /// <summary>The longest a moment or length can be; null where no way to it is known.</summary>
    public static double? Hours(IOperation value) => Hours(value, 0);

    private static double? Hours(IOperation value, int depth)
    {
        double? longest = null;
        if (depth < Deepest)
        {
            foreach (var origin in ValueOrigin.Of(value))
            {
                if (Known(origin, depth + 1) is { } hours && !(hours <= longest))
                    longest = hours;
            }
        }

        return longest;
    }

    private static double? Known(IOperation value, int depth) => value switch
    {
        IConversionOperation conversion => Hours(conversion.Operand, depth),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Hours(sum.LeftOperand, depth) + Hours(sum.RightOperand, depth),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product => Hours(product.LeftOperand, depth) * Number(product.RightOperand) ?? Hours(product.RightOperand, depth) * Number(product.LeftOperand),
        IMemberReferenceOperation { Member: { Name: "MaxValue", ContainingType.Name: nameof(DateTime) or nameof(DateTimeOffset) or nameof(TimeSpan) } } => double.PositiveInfinity,
        IMemberReferenceOperation { Member.Name: "Zero" } => 0,
        IPropertyReferenceOperation { Property.Name: "UtcNow" or "Now" or "Today" } => 0,
        IPropertyReferenceOperation { Property.Name: "UtcDateTime" or "DateTime" or "LocalDateTime" or "Date" or "Value", Instance: { } same } => Hours(same, depth),
        IPropertyReferenceOperation { Property: { SetMethod: null } property } => Initial(property, value, depth),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } => Initial(field, value, depth),
        IObjectCreationOperation { Type.Name: nameof(TimeSpan), Arguments: var parts } => Length(parts),
        IObjectCreationOperation { Type.Name: nameof(DateTime) or nameof(DateTimeOffset), Arguments: { IsEmpty: false } parts } => Day(parts, depth),
        IInvocationOperation call => Computed(call, depth),
        _ => null,
    };

    private static double? Computed(IInvocationOperation call, int depth)
    {
        var (name, given) = (call.TargetMethod.Name, call.Arguments);
        return name switch
        {
            "GetUtcNow" or "GetLocalNow" => 0,
            "ToUniversalTime" or "ToLocalTime" or "ToOffset" when call.Instance is not null => Hours(call.Instance, depth),
            "Add" when call.Instance is not null && given.Length == 1 => Hours(call.Instance, depth) + Hours(given[0].Value, depth),
            _ when given.IsEmpty => null,
            _ when call.Instance is null && call.TargetMethod.ContainingType.Name == nameof(TimeSpan) => Of(name, "From", given[0].Value),
            _ when call.Instance is not null && given.Length == 1 => Hours(call.Instance, depth) + Of(name, "Add", given[0].Value),
            _ => null,
        };
    }

    /// <summary>A count of the unit that a method is named for.</summary>
    private static double? Of(string method, string verb, IOperation count)
    {
        if (!method.StartsWith(verb, StringComparison.Ordinal))
            return null;

        foreach (var (unit, hours) in Units)
        {
            if (string.CompareOrdinal(method, verb.Length, unit, 0, int.MaxValue) == 0)
                return Number(count) * hours;
        }

        return null;
    }

    private static double? Length(ImmutableArray<IArgumentOperation> parts)
    {
        double? hours = 0;
        foreach (var part in parts)
            hours += part.Parameter is { Name: { } name } && Array.Find(Units, one => string.Equals(one.Unit, name, StringComparison.OrdinalIgnoreCase)) is { Unit: not null } unit ? Number(part.Value) * unit.Hours : null;

        return hours;
    }

    /// <summary>A fixed day, or a moment that is put into another form.</summary>
    private static double? Day(ImmutableArray<IArgumentOperation> parts, int depth) =>
        parts[0].Parameter?.Name == "year" ? Number(parts[0].Value) >= FarYear ? double.PositiveInfinity : null : Hours(parts[0].Value, depth);

    /// <summary>What cannot be set again holds what it begins with, as far as no constructor says otherwise.</summary>
    private static double? Initial(ISymbol member, IOperation reference, int depth) =>
        reference.SemanticModel?.Compilation is { } compilation && SourceModels.InitialiserOf(member, compilation) is { } initial ? Hours(initial, depth) : null;

    private static double? Number(IOperation value)
    {
        double? most = null;
        foreach (var origin in ValueOrigin.Of(value))
        {
            var plain = origin.Unwrapped();
            if (plain.ConstantValue is { HasValue: true, Value: int or long or double or float or decimal } constant)
                most = Math.Max(most ?? double.NegativeInfinity, Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture));
        }

        return most;
    }
}
