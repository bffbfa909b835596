using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.SecretTexts;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Keys that are written as the list of their bytes.</summary>
internal static class KeyBytes
{
    /// <summary>What the floor's compiler has no name for: <c>[0x12, 0x34]</c>.</summary>
    private const OperationKind CollectionExpression = (OperationKind)127;

    private const int Shortest = 8;
    private const int ShortestNamed = 16;
    private const int Longest = 4096;
    private const int FewestValues = 8;

    public static bool IsList(IOperation value) => value is IArrayCreationOperation or { Kind: CollectionExpression };

    /// <summary>The bytes of a list, each as the character of its number; null when one is unknown or they are not as many as a key has.</summary>
    public static string? TextOf(IOperation list)
    {
        var elements = list switch
        {
            IArrayCreationOperation { Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }, Initializer: { } written } => written.ElementValues,
            { Kind: CollectionExpression } collection => collection.ChildOperations.ToImmutableArray(),
            _ => ImmutableArray<IOperation>.Empty,
        };
        if (elements.Length is < Shortest or > Longest)
            return null;

        var text = new char[elements.Length];
        for (var at = 0; at < text.Length; at++)
        {
            if (elements[at].ConstantValue is not { HasValue: true, Value: byte one })
                return null;

            text[at] = (char)one;
        }

        return new(text);
    }

    /// <summary>
    /// Whether bytes are a key. Where only keys go, everything is but what is cleared; under a name they must be as long and as
    /// mixed as one, and parsers have tokens of bytes that open nothing.
    /// </summary>
    public static bool AreKey(string bytes, CredentialTarget target) => target.IsSink
        ? bytes.Any(one => one != bytes[0])
        : target.Kind != CredentialKind.Token && bytes.Length >= ShortestNamed && bytes.Distinct().Take(FewestValues).Count() == FewestValues && !Counts(bytes);

    /// <summary>Whether most bytes are as far from the one before as that is from its own.</summary>
    private static bool Counts(string bytes)
    {
        var same = 0;
        for (var at = 2; at < bytes.Length; at++)
            same += bytes[at] - bytes[at - 1] == bytes[at - 1] - bytes[at - 2] ? 1 : 0;

        return same >= (bytes.Length - 2) * 3 / 4;
    }
}
