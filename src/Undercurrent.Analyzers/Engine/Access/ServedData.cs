using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The personal data that a body hands to whoever called.</summary>
internal static class ServedData
{
    /// <summary>The values a body returns that carry personal data, and what they carry together; null when none does.</summary>
    public static (List<IOperation> Values, PersonalRecord Record)? By(IOperation body, IMethodSymbol method, PersonalRecords records)
    {
        var carried = new CarriedData(records, method);
        var values = new List<IOperation>();
        PersonalRecord? record = null;
        foreach (var value in ShortBody.Returned(body))
        {
            if (carried.Of(value) is not { } one)
                continue;

            values.Add(value);
            record = record?.And(one) ?? one;
        }

        return record is null ? null : (values, record);
    }
}
