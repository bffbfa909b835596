using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Hashes;

/// <summary>The calls that hash what they are given, so that whoever guesses the value can compute the same hash.</summary>
internal static class UnkeyedHashes
{
    private const string Keyed = "System.Security.Cryptography.KeyedHashAlgorithm";
    private const string HashCode = nameof(GetHashCode);

    /// <summary>Types whose objects may have a key or none, which only their making tells.</summary>
    private static readonly HashSet<string> Undecided = new(StringComparer.Ordinal) { "HashAlgorithm", "IncrementalHash", "Hasher", "IDigest" };

    /// <summary>What a call hashes without a key; empty where it does no such thing.</summary>
    public static ImmutableArray<IOperation> In(IInvocationOperation call, PipelineProject project)
    {
        var method = call.TargetMethod;
        if (method.Name == HashCode)
            return call.Instance is { } hashed ? Given(call).Insert(0, hashed) : Given(call);

        return (project.TraitsOf(method) & ApiTrait.UnkeyedHash) == 0 || IsKeyed(call.Instance, project.Compilation) ? ImmutableArray<IOperation>.Empty : Given(call);
    }

    /// <summary>The parameter that says with what a call hashes; whoever hands it in knows whether it has a key.</summary>
    public static IParameterSymbol? AlgorithmOf(IInvocationOperation call, PipelineProject project) =>
        call.Instance is IParameterReferenceOperation { Parameter: { Type.Name: var type } parameter } && Undecided.Contains(type) && (project.TraitsOf(call.TargetMethod) & ApiTrait.UnkeyedHash) != 0 ? parameter : null;

    /// <summary>Whether a call gives the short number of the framework, which is made for tables in memory.</summary>
    public static bool IsHashCode(IInvocationOperation call) => call.TargetMethod.Name == HashCode || call.TargetMethod.ContainingType?.Name == "HashCode";

    /// <summary>Whether a call names an algorithm: by its own type, or by that of an object made in the same expression.</summary>
    public static bool IsOf(string algorithm, IInvocationOperation call)
    {
        var named = call.Instance is null ? call.TargetMethod.ContainingType : call.Instance.Unwrapped() is IInvocationOperation or IObjectCreationOperation ? call.Instance.Unwrapped().Type : null;
        for (var type = named; type is not null; type = type.BaseType)
        {
            if (type.Name == algorithm)
                return true;
        }

        return false;
    }

    /// <summary>Whether a call may be one of several by which an object is fed what it hashes.</summary>
    public static bool Feeds(IInvocationOperation call) =>
        call.Instance is not null && call.TargetMethod.Name is "AppendData" or "Append" or "Add" or "AddBytes" or "TransformBlock" or "TransformFinalBlock" or "BlockUpdate" or "Update";

    /// <summary>The columns of Spark are known by the names they are asked for.</summary>
    public static bool IsColumn(IOperation value) => value.Type is { Name: "Column" } type && type.ContainingNamespace?.ToDisplayString() == "Microsoft.Spark.Sql";

    public static ImmutableArray<IOperation> Given(IInvocationOperation call) =>
        Composition.Given(call.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue).ToImmutableArray()).ToImmutableArray();

    /// <summary>Whether an object hashes with a key, or may for all that is known.</summary>
    public static bool IsKeyed(IOperation? instance, Compilation compilation)
    {
        if (instance?.Type is not INamedTypeSymbol type)
            return false;

        if (IsKeyed(type))
            return true;

        // What is handed in may have been made with a key.
        return Undecided.Contains(type.Name) && !ValueOrigin.Of(instance).Any(made => MakesUnkeyed(made, compilation));
    }

    private static bool MakesUnkeyed(IOperation made, Compilation compilation) => made.Unwrapped() switch
    {
        IInvocationOperation { TargetMethod: { IsStatic: true } maker } call => !maker.Name.EndsWith("HMAC", StringComparison.Ordinal) && !maker.Name.EndsWith("Keyed", StringComparison.Ordinal)
            && !(maker.ReturnType is INamedTypeSymbol given && IsKeyed(given))
            && !call.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: string name } && name.IndexOf("HMAC", StringComparison.OrdinalIgnoreCase) >= 0),
        IObjectCreationOperation { Type: INamedTypeSymbol type } => !IsKeyed(type),
        IFieldReferenceOperation { Field.IsReadOnly: true } field => SourceModels.InitialiserOf(field.Field, compilation) is { } initial && MakesUnkeyed(initial, compilation),
        _ => false,
    };

    private static bool IsKeyed(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? part = type; part is not null; part = part.BaseType)
        {
            if (part.HasMetadataName(Keyed))
                return true;
        }

        return false;
    }
}
