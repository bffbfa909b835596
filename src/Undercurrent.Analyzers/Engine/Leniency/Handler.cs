using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Leniency;

/// <summary>What is called where a record is bad, and whether it leaves any trace of it: a log, a count, a pile of rejects, an exception.</summary>
internal static class Handler
{
    /// <summary>Whose methods answer questions and change nothing.</summary>
    private static readonly HashSet<string> Asking = new(StringComparer.Ordinal) { "String", "Char", "Object", "Enumerable", "Regex", "Convert", "Math", "Type", "StringComparer" };

    /// <summary>The body of a handler written in source, as a lambda or a method; null where it is out of sight.</summary>
    public static IOperation? BodyOf(IOperation value)
    {
        if (ShortBody.Lambda(value) is { } lambda)
            return lambda.Body;

        value = value.Unwrapped();
        value = value is IDelegateCreationOperation creation ? creation.Target : value;
        return value is IMethodReferenceOperation { Method: var method } && value.SemanticModel?.Compilation is { } compilation ? SourceModels.BodyOf(method, compilation) : null;
    }

    /// <summary>The body that an operation stands in: of a lambda, a local function or a member.</summary>
    public static IOperation BodyAround(IOperation inside)
    {
        var around = inside;
        while (around.Parent is { } parent)
        {
            around = parent;
            if (around is IAnonymousFunctionOperation or ILocalFunctionOperation)
                break;
        }

        return around;
    }

    public static bool LeavesTrace(IOperation body) => body.Descendants().Any(IsTrace);

    /// <summary>Whether what a handler returns may mean that the record is passed over.</summary>
    public static bool MayReturn(IOperation body, bool answer) =>
        ShortBody.Returned(body).Any(value => value.ConstantValue is not { HasValue: true, Value: bool constant } || constant == answer);

    private static bool IsTrace(IOperation operation) => operation switch
    {
        IThrowOperation or IIncrementOrDecrementOperation or ICompoundAssignmentOperation or IEventAssignmentOperation => true,
        ISimpleAssignmentOperation assignment => assignment.Target is not (ILocalReferenceOperation or IDiscardOperation or IPropertyReferenceOperation { Property.Name: "Handled" }),
        IInvocationOperation { TargetMethod: var method } => !IsAsking(method),
        _ => false,
    };

    private static bool IsAsking(IMethodSymbol method) => method.ContainingType is { } type
        && (Asking.Contains(type.Name) || method.Name is "ToString" or "Equals" or "GetType" or "GetHashCode" || Space(type) is "CsvHelper" or "Newtonsoft");

    private static string Space(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space?.ContainingNamespace is { IsGlobalNamespace: false } outer)
            space = outer;

        return space?.Name ?? "";
    }
}
