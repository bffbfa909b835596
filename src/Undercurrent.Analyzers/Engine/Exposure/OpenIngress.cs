using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Exposure;

/// <summary>
/// A rule of a security group that lets every address come to the port of a database or broker. Other ports are none of our
/// business: a web server is meant to be reached.
/// </summary>
internal static class OpenIngress
{
    private const int MostPorts = 1_000;

    private static readonly int[] Ports =
    [
        1433, 1434, 1521, 2181, 2484, 3306, 5432, 5433, 5439, 5671, 5672, 5984, 6379, 6380, 7474, 7687, 8086, 8123, 8529, 9042, 9092, 9093, 9094, 9096, 9098, 9142, 9160,
        9200, 9300, 10000, 11211, 15672, 26257, 27017, 27018, 27019, 28015, 33060, 50000,
    ];

    /// <summary>Spaces of constructs that are stores, so that every port of theirs leads to one.</summary>
    private static readonly string[] Stores = ["RDS", "DocDB", "Neptune", "Redshift", "ElastiCache", "OpenSearchService", "Elasticsearch", "MSK", "EFS", "FSx"];

    /// <summary>What lets everyone in: the peer where it is written, or the call that needs none.</summary>
    public static IOperation? In(IInvocationOperation call)
    {
        IOperation? anyone = call.TargetMethod.Name.EndsWith("FromAnyIpv4", StringComparison.Ordinal) ? call : null;
        var port = call.TargetMethod.Name.StartsWith("AllowDefaultPort", StringComparison.Ordinal) && IsStore(call.Instance);
        foreach (var argument in call.Arguments)
        {
            switch (argument.Parameter?.Type.Name)
            {
                case "IPeer" or "IConnectable":
                    anyone ??= ValueOrigin.Trace(argument.Value, OriginQuestion.Plain).Where(origin => IsAnyone(origin.Value)).Select(origin => origin.Written).FirstOrDefault();
                    break;
                case "Port":
                    port |= ValueOrigin.Of(argument.Value).Any(one => IsStorePort(one, call.Instance));
                    break;
            }
        }

        return port ? anyone : null;
    }

    /// <summary>Whether an address range that is set somewhere in the description of a rule is every address, and the rule's ports lead to a store.</summary>
    public static bool Is(ISimpleAssignmentOperation source)
    {
        if (Text(source.Value) is not { } range || !IsEveryAddress(range))
            return false;

        for (var around = source.Parent; around is not null; around = around.Parent)
        {
            if (around is IObjectOrCollectionInitializerOperation rule && Port(rule, "FromPort") is { } from && Port(rule, "ToPort") is { } to)
                return Holds(from, to);
        }

        return false;
    }

    private static bool IsAnyone(IOperation peer) =>
        peer is IInvocationOperation { TargetMethod: { ContainingType.Name: "Peer", Name: var name }, Arguments: var given }
        && (name is "AnyIpv4" or "AnyIpv6" || (name is "Ipv4" or "Ipv6" && given.Length == 1 && Text(given[0].Value) is { } range && IsEveryAddress(range)));

    private static bool IsEveryAddress(string range) => range is "0.0.0.0/0" or "::/0";

    private static bool IsStorePort(IOperation port, IOperation? instance) => port switch
    {
        IPropertyReferenceOperation { Property: { ContainingType.Name: "Port", Name: var name } } => name is "POSTGRES" or "MYSQL_AURORA" or "MSSQL",
        IInvocationOperation { TargetMethod: { ContainingType.Name: "Port", Name: var name }, Arguments: var given } => name switch
        {
            "Tcp" => Number(given[0].Value) is { } number && Holds(number, number),
            "TcpRange" => Number(given[0].Value) is { } from && Number(given[1].Value) is { } to && Holds(from, to),
            "AllTcp" or "AllTraffic" => IsStore(instance),
            _ => false,
        },
        _ => false,
    };

    /// <summary>A range of all ports says nothing about a store behind one of them.</summary>
    private static bool Holds(double from, double to) => to - from <= MostPorts && Array.Exists(Ports, port => from <= port && port <= to);

    private static bool IsStore(IOperation? connections) =>
        connections is IPropertyReferenceOperation { Instance.Type.ContainingNamespace.Name: var space } && Stores.Contains(space);

    private static double? Port(IObjectOrCollectionInitializerOperation rule, string name) => rule.Initializers
        .OfType<ISimpleAssignmentOperation>().FirstOrDefault(one => one.Target is IPropertyReferenceOperation target && target.Property.Name == name) is { } set ? Number(set.Value) : null;

    private static double? Number(IOperation value) => ValueOrigin.Of(value) is { Count: 1 } origins && origins[0].ConstantValue is { HasValue: true, Value: int or double } constant
        ? Convert.ToDouble(constant.Value, System.Globalization.CultureInfo.InvariantCulture)
        : null;

    private static string? Text(IOperation value) => ValueOrigin.Of(value) is { Count: 1 } origins ? origins[0].ConstantValue.Value as string : null;
}
