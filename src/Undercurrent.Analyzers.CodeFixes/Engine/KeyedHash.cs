using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The one expression that makes a hash of the framework a keyed one of the same type.</summary>
/// <param name="Replaced">What gives way: the call that hashes, or what makes the object it is called on.</param>
/// <param name="With">What stands there then; the key where it says <see cref="Key"/>.</param>
/// <param name="Type">The written type of the variable, where it gives way too.</param>
internal sealed record KeyedHash(ExpressionSyntax Replaced, string With, TypeSyntax? Type = null)
{
    public const string Key = "\uFFFF";

    private const string Space = "System.Security.Cryptography";

    /// <summary>The algorithm with a key whose result is as long, or longer where the old one is broken anyhow.</summary>
    private static readonly Dictionary<string, string> Algorithms = new(StringComparer.Ordinal)
    {
        ["MD5"] = "HMACSHA256", ["SHA1"] = "HMACSHA256", ["SHA256"] = "HMACSHA256", ["SHA384"] = "HMACSHA384", ["SHA512"] = "HMACSHA512",
        ["SHA3_256"] = "HMACSHA3_256", ["SHA3_384"] = "HMACSHA3_384", ["SHA3_512"] = "HMACSHA3_512",
    };

    /// <summary>The keyed form of a call; null where there is none that fits.</summary>
    public static KeyedHash? Of(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetOperation(call, cancellation) is not IInvocationOperation { TargetMethod: { ContainingType: { } type } method } hash || type.ContainingNamespace?.ToDisplayString() != Space)
            return null;

        if (hash.Instance is null)
            return method.Name.StartsWith("HashData", StringComparison.Ordinal) ? OfStatic(call, hash, model) : null;

        return method.Name is "ComputeHash" or "ComputeHashAsync" or "TransformBlock" or "TransformFinalBlock" or "AppendData"
            ? OfMaking(hash, model, cancellation) ?? (method is { Name: "ComputeHash", Parameters.Length: 1 } ? OfCall(call, hash, model) : null)
            : null;
    }

    private static KeyedHash? OfStatic(InvocationExpressionSyntax call, IInvocationOperation hash, SemanticModel model)
    {
        if (call.Expression is not MemberAccessExpressionSyntax access)
            return null;

        if (hash.TargetMethod.ContainingType.Name == "CryptographicOperations")
        {
            var arguments = call.ArgumentList.Arguments;
            return hash.TargetMethod.Name == "HashData" && arguments.All(argument => argument.NameColon is null)
                ? new(call, $"{access.Expression}.HmacData({arguments[0]}, {Key}, {string.Join(", ", arguments.Skip(1))})")
                : null;
        }

        // A place for the result that was made for another length would be too short.
        var keyed = Algorithm(hash.TargetMethod.ContainingType, model);
        return keyed is null || (hash.TargetMethod.ContainingType.Name is "MD5" or "SHA1" && hash.TargetMethod.Parameters.Any(parameter => parameter.Name == "destination"))
            ? null
            : new(call, $"{Renamed(access.Expression, keyed)}.{access.Name}({Key}, {call.ArgumentList.Arguments})");
    }

    /// <summary>Where the object is a local, made here and for this alone.</summary>
    private static KeyedHash? OfMaking(IInvocationOperation hash, SemanticModel model, CancellationToken cancellation)
    {
        if (hash.Instance is not ILocalReferenceOperation { Local: { DeclaringSyntaxReferences: { Length: 1 } declared } local }
            || declared[0].GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: var made, Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration }
            || Block(declaration)?.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == local.Name).ToList() is not { } uses)
            return null;

        if (made is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CreateHash" } maker, ArgumentList.Arguments: { Count: 1 } arguments })
            return new(made, $"{maker.Expression}.CreateHMAC({arguments[0]}, {Key})");

        if (uses.Count(name => name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ComputeHash" or "ComputeHashAsync" }) > 1
            || model.GetTypeInfo(made, cancellation).Type is not INamedTypeSymbol type || Algorithm(type, model) is not { } keyed
            || local.Type.Name != "HashAlgorithm" && uses.Any(name => name.Parent is ArgumentSyntax))
            return null;

        return new(made, $"new {keyed}({Key})", declaration.Type.IsVar || local.Type.Name == "HashAlgorithm" ? null : declaration.Type);
    }

    private static KeyedHash? OfCall(InvocationExpressionSyntax call, IInvocationOperation hash, SemanticModel model) =>
        call.Expression is MemberAccessExpressionSyntax && hash.Instance!.Unwrapped().Type is INamedTypeSymbol type && Algorithm(type, model) is { } keyed && call.ArgumentList.Arguments[0].NameColon is null
            ? new(call, $"{keyed}.HashData({Key}, {call.ArgumentList.Arguments})")
            : null;

    private static string? Algorithm(INamedTypeSymbol type, SemanticModel model)
    {
        for (INamedTypeSymbol? part = type; part is not null; part = part.BaseType)
        {
            if (Algorithms.TryGetValue(part.Name, out var keyed))
                return model.Compilation.GetTypeByMetadataName($"{Space}.{keyed}")?.GetMembers("HashData").IsEmpty == false ? keyed : null;
        }

        return null;
    }

    private static SyntaxNode? Block(VariableDeclarationSyntax declaration) => declaration.Parent switch
    {
        UsingStatementSyntax block => block,
        LocalDeclarationStatementSyntax { Parent: GlobalStatementSyntax global } => global.Parent,
        LocalDeclarationStatementSyntax local => local.Parent,
        _ => null,
    };

    private static string Renamed(ExpressionSyntax type, string name) =>
        type is MemberAccessExpressionSyntax access ? $"{access.Expression}.{name}" : name;
}
