using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Safeguards;

/// <summary>Where code lets a library repeat the data in its logs, traces and errors.</summary>
internal static class RevealingSwitch
{
    /// <summary>By which Kafka's library is told to write down everything, message by message.</summary>
    private const string Everything = "all";

    private static readonly HashSet<string> Credentials = new(StringComparer.OrdinalIgnoreCase)
    {
        "*", "Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-Api-Key", "Api-Key", "sig", "code", "token", "access_token",
    };

    /// <summary>What does in an operation, and its name; null when nothing does.</summary>
    public static (SyntaxNode At, string Name, string? Instead)? In(IOperation operation) => operation switch
    {
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Or } added => SafeguardSwitch.Chosen(added.Value, Safeguard.Diagnostics) is var (at, name) ? (at, name, null) : null,
        IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 1 } given } call when ListOf(call) is { } list && given[0].Value.ConstantValue is { HasValue: true, Value: string name } && Credentials.Contains(name) =>
            (call.Syntax, list.Name, null),
        IInvocationOperation { Arguments: { Length: 2 } given } call when IsEverything(given[0].Value, given[1].Value) && call.TargetMethod.RootNamespace() == "Confluent" | WeakEntry.IsKafka(call.Syntax) => (call.Syntax, "debug", null),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } key } } set when IsEverything(key[0].Value, set.Value) && WeakEntry.IsKafka(set.Syntax) => (set.Syntax, "debug", null),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "Debug", Type.SpecialType: SpecialType.System_String } }, Value: var contexts } when !IsEverything(contexts) => null,
        _ => SafeguardSwitch.In(operation, Safeguard.Diagnostics),
    };

    /// <summary>The list of what may be written that a call adds to, also as <c>LoggedQueryParameters = { "*" }</c>.</summary>
    private static IPropertySymbol? ListOf(IInvocationOperation call)
    {
        var list = call.Instance?.Unwrapped() switch
        {
            IPropertyReferenceOperation named => named.Property,
            IInstanceReferenceOperation when call.Parent?.Parent is IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation filled } => filled.Property,
            _ => null,
        };
        return list is not null && (ApiCatalogue.Safeguards.TraitsOf(list) & ApiTrait.Reveals) != 0 ? list : null;
    }

    private static bool IsEverything(IOperation key, IOperation value) => key.ConstantValue is { HasValue: true, Value: "debug" } && IsEverything(value);

    private static bool IsEverything(IOperation value) => value.ConstantValue is { HasValue: true, Value: string contexts } && contexts.Split(',').Any(one => one.Trim().Equals(Everything, StringComparison.OrdinalIgnoreCase));
}
