using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What an HTTP call asks for, as far as its request is built in sight.</summary>
internal static class HttpRequests
{
    private static readonly string[] Loopback = ["http://localhost", "https://localhost", "http://127.", "https://127.", "http://[::1]", "https://[::1]"];

    /// <summary>Whether a call that could send anything sends a request that reads; one built out of sight is not taken for a read.</summary>
    public static bool AreReads(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Unwrapped() is not { Type.Name: "HttpRequestMessage" or "RestRequest" or "HttpMethod" or "Method" } value)
                continue;

            return ValueOrigin.Of(value).Select(end => end switch
            {
                IObjectCreationOperation made => Reads(made) && !ChangesMethod(value),
                IPropertyReferenceOperation { Property.Name: var method } => method is "Get" or "Head" or "Options",
                IFieldReferenceOperation { Field.Name: var method } => method is "Get" or "Head" or "Options",
                _ => false,
            }).DefaultIfEmpty(false).All(reads => reads);
        }

        return false;
    }

    /// <summary>Whether the address is written out and on this machine.</summary>
    public static bool StayHere(IInvocationOperation call) =>
        call.Arguments.Where(argument => argument.Value.Type?.Name is "String" or "Uri" or "HttpRequestMessage").Any(argument => ValueOrigin.Of(argument.Value).SelectMany(Texts).Take(1).Any(IsLoopback));

    private static bool IsLoopback(string text) => Array.Exists(Loopback, start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Texts(IOperation part) =>
        part is IObjectCreationOperation { Type.Name: "Uri", Arguments: { Length: > 0 } arguments }
            ? ValueOrigin.Of(arguments[0].Value).SelectMany(Texts)
            : part is IObjectCreationOperation { Type.Name: "HttpRequestMessage", Arguments: { Length: 2 } request }
            ? ValueOrigin.Of(request[1].Value).SelectMany(Texts)
            : part.ConstantValue is { HasValue: true, Value: string text } ? [text] : [""];

    private static bool Reads(IObjectCreationOperation request)
    {
        if (request.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().FirstOrDefault(one => one.Target is IPropertyReferenceOperation { Property.Name: "Method" }) is { } assigned)
            return IsReading(assigned.Value);

        var method = request.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.Name is "HttpMethod" or "Method");
        return method is null || method.ArgumentKind == ArgumentKind.DefaultValue || IsReading(method.Value);
    }

    private static bool IsReading(IOperation method) => method.Unwrapped() switch
    {
        IPropertyReferenceOperation { Property.Name: "Get" or "Head" or "Options" } => true,
        IFieldReferenceOperation { Field.Name: "Get" or "Head" or "Options" } => true,
        IObjectCreationOperation { Arguments: { Length: 1 } arguments } => arguments[0].Value.ConstantValue is { HasValue: true, Value: string verb } && verb.ToUpperInvariant() is "GET" or "HEAD" or "OPTIONS",
        _ => false,
    };

    private static bool ChangesMethod(IOperation request) => request is ILocalReferenceOperation { Local: var local } && request.Root().Descendants().OfType<ISimpleAssignmentOperation>()
        .Any(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "Method", Instance: ILocalReferenceOperation target } && SymbolEqualityComparer.Default.Equals(target.Local, local) && !IsReading(assignment.Value));
}
