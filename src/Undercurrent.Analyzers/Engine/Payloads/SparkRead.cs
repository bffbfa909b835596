using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Payloads;

/// <summary>A read of Spark that guesses the columns of what it finds: of text, as Parquet and its like say themselves what they hold.</summary>
internal static class SparkRead
{
    private const int Deepest = 20;

    public static bool IsGuessed(IInvocationOperation call)
    {
        if (call.TargetMethod.ContainingType.Name is not ("DataFrameReader" or "DataStreamReader") || call.TargetMethod.Name is not ("Json" or "Csv" or "Load"))
            return false;

        var format = call.TargetMethod.Name;
        return !HasSchema(call.Instance, ref format, 0) && format is "Json" or "Csv" or "json" or "csv";
    }

    private static bool HasSchema(IOperation? reader, ref string format, int depth)
    {
        while (reader is not null && depth++ < Deepest)
        {
            switch (reader.Unwrapped())
            {
                case IInvocationOperation { TargetMethod.Name: "Schema" }:
                    return true;
                case IInvocationOperation { TargetMethod.Name: "Read" or "ReadStream" }:
                    return false;
                case IInvocationOperation { Instance: { } before } set:
                    if (set.TargetMethod.Name == "Format" && set.Arguments.Length > 0 && set.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string named })
                        format = named.ToLowerInvariant();

                    reader = before;
                    break;
                case ILocalReferenceOperation { Local: var local } reference:
                    if (reference.Root().Descendants().OfType<IInvocationOperation>().Any(other => other.TargetMethod.Name == "Schema" && other.Instance is ILocalReferenceOperation same && SymbolEqualityComparer.Default.Equals(same.Local, local)))
                        return true;

                    reader = ValueOrigin.AssignedOnce(local, reference);
                    break;
                case IParameterReferenceOperation or IMemberReferenceOperation:
                    // Made elsewhere, and maybe given a schema there.
                    return true;
                default:
                    return false;
            }
        }

        return false;
    }
}
