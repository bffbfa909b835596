using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Safeguards;

/// <summary>A setting entered under its key: <c>settings["security.protocol"] = "plaintext"</c>, <c>Set(key, value)</c>, a pair.</summary>
internal static class WeakEntry
{
    /// <summary>The value entered under a key, with what the key is; null when it is as it should be.</summary>
    public static (IOperation Value, WeakKey Key)? In(IOperation operation, Safeguard safeguard) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } key } indexer } set => Entered(key[0].Value, set.Value, indexer.Instance?.Type ?? indexer.Property.ContainingType, safeguard),
        IInvocationOperation { Arguments: { Length: > 1 } arguments } call => Entered(arguments, call.TargetMethod.ContainingType, safeguard),
        IObjectCreationOperation { Arguments: { Length: > 1 } arguments } creation => Entered(arguments, creation.Type, safeguard),
        _ => null,
    };

    /// <summary>Whether settings stand among those of Kafka's library.</summary>
    public static bool IsKafka(SyntaxNode entry) => (entry.FirstAncestorOrSelf<InitializerExpressionSyntax>(outer => outer.IsKind(SyntaxKind.CollectionInitializerExpression) || outer.IsKind(SyntaxKind.ObjectInitializerExpression)) ?? (SyntaxNode?)entry.FirstAncestorOrSelf<BlockSyntax>())
        ?.DescendantTokens().Any(token => token.IsKind(SyntaxKind.StringLiteralToken) && token.ValueText is "bootstrap.servers" or "metadata.broker.list" or "group.id") == true;

    /// <summary>What to write instead of the value; null where it is not written in place.</summary>
    public static string? Instead(IOperation value, WeakKey key) =>
        value is not ILiteralOperation ? null : value.Type?.SpecialType == SpecialType.System_String ? $"\"{key.Strong}\"" : key.Strong;

    private static (IOperation Value, WeakKey Key)? Entered(ImmutableArray<IArgumentOperation> arguments, ITypeSymbol? holder, Safeguard safeguard)
    {
        for (var at = 0; at + 1 < arguments.Length; at++)
        {
            if (Entered(arguments[at].Value, arguments[at + 1].Value, holder, safeguard) is { } entry)
                return entry;
        }

        return null;
    }

    private static (IOperation Value, WeakKey Key)? Entered(IOperation key, IOperation value, ITypeSymbol? holder, Safeguard safeguard)
    {
        if (key.Unwrapped().ConstantValue is not { HasValue: true, Value: string name } || value.Unwrapped() is not { ConstantValue: { HasValue: true, Value: { } constant } } given || !WeakKeys.IsKey(name))
            return null;

        // A key without a dot is anybody's word, but for one that no other service has.
        var text = constant is bool flag ? (flag ? "true" : "false") : constant is int number ? number.ToString(CultureInfo.InvariantCulture) : constant as string;
        return text is not null && WeakKeys.Of(name, text) is { } weak && weak.Safeguard == safeguard && (name.IndexOf('.') >= 0 || safeguard == Safeguard.Storage || (safeguard == Safeguard.Delivery && (weak.Telling || IsKafka(value.Syntax))) || holder?.Name.EndsWith("ConnectionStringBuilder", StringComparison.Ordinal) == true) ? (given, weak) : null;
    }
}
