using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.SecretTexts;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Whether a body asks by itself who is calling, or is called with something only the right caller has.</summary>
internal static class CallerChecks
{
    public static bool In(IOperation body, IMethodSymbol method) =>
        method.Parameters.Any(IsProof) || GuardWords.Refuses(body.Syntax) || body.Descendants().Any(Asks);

    /// <summary>A token, a code, a password: by itself or among what is sent.</summary>
    private static bool IsProof(IParameterSymbol parameter) => parameter.Type is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } sent && sent.Locations.Any(location => location.IsInSource)
        ? sent.GetMembers().OfType<IPropertySymbol>().Any(property => Proves(property.Name, property.Type))
        : Proves(parameter.Name, parameter.Type);

    private static bool Proves(string name, ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_String or SpecialType.System_Object || type.Name == "Guid"
            ? CredentialName.KindOf(name) != CredentialKind.None || name.IndexOf("signature", StringComparison.OrdinalIgnoreCase) >= 0 || name.EndsWith("otp", StringComparison.OrdinalIgnoreCase)
            : false;

    private static bool Asks(IOperation operation) => operation switch
    {
        // What a caller is called goes into logs; whether and which one it is decides.
        IPropertyReferenceOperation { Property.Name: "IsAuthenticated" } => true,
        IInvocationOperation call => GuardWords.Say(call.TargetMethod.Name) || IsOnCaller(call) || (call.TargetMethod.Locations.Any(location => location.IsInSource) && call.Arguments.Any(argument => argument.Value.Unwrapped().Type is { } given && IsOfRequest(given))),
        IPropertyReferenceOperation { Property.Name: "Claims", Instance.Type: { } holder } => IsCaller(holder),
        _ => false,
    };

    private static bool IsOnCaller(IInvocationOperation call) =>
        (call.Instance?.Type is { } receiver && IsCaller(receiver)) || call.Arguments.Any(argument => argument.Value.Unwrapped().Type is { } given && IsCaller(given));

    private static bool IsCaller(ITypeSymbol type) => type.Name is "ClaimsPrincipal" or "ClaimsIdentity" or "IPrincipal" or "IIdentity";

    private static bool IsOfRequest(ITypeSymbol type) => type.Name is "HttpContext" or "HttpRequest" or "IHeaderDictionary" or "HubCallerContext" or "ServerCallContext";
}
