using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Safeguards;

/// <summary>An address without encryption that a literal begins, or that stands in a connection string.</summary>
internal static class WrittenAddress
{
    private const int Longest = 4096;

    /// <summary>The scheme as it is spoken of, what to write instead of the stretch, and the stretch; null when there is none.</summary>
    public static (string Scheme, string? Encrypted, int Start, int Length)? In(ILiteralOperation literal, PipelineProject project, string rule)
    {
        if (literal.ConstantValue is not { HasValue: true, Value: string { Length: > 5 and < Longest } text } || text.IndexOf("://", StringComparison.Ordinal) is < 2 or > 8)
            return null;

        // The host may be known only to the text that the literal begins.
        var written = WeakText.Whole(literal);
        var whole = written == literal ? text : ValueText.Of(written).Select(one => one.Text).FirstOrDefault() ?? text;
        if (PlainAddress.In(whole, project.Options.List(Options.PlaintextHosts, rule, literal.Syntax.SyntaxTree)) is not var (scheme, encrypted) || !text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return null;

        var mark = scheme.Length + 3;
        var instead = encrypted is null || PlainAddress.HasPort(whole) ? null : encrypted + "://";
        return (scheme + "://", instead, 0, mark);
    }

    /// <summary>The scheme of an address that is kept in another file and comes to a client here; null when it is none, or of this file and told there.</summary>
    public static string? From(IOperation value, PipelineProject project, string rule)
    {
        value = value.Unwrapped();
        while (value is IObjectCreationOperation { Type.Name: "Uri", Arguments: { Length: > 0 } given })
            value = given[0].Value.Unwrapped();

        if (value is not IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } kept || kept.Member.DeclaringSyntaxReferences is not { Length: > 0 } declared || declared[0].SyntaxTree == value.Syntax.SyntaxTree)
            return null;

        var trusted = project.Options.List(Options.PlaintextHosts, rule, value.Syntax.SyntaxTree);
        return Held(kept.Member, project.Compilation).SelectMany(ValueText.Of).Select(text => PlainAddress.In(text.Text, trusted)?.Scheme).FirstOrDefault(scheme => scheme is not null);
    }

    private static IEnumerable<IOperation> Held(ISymbol member, Compilation compilation) =>
        SourceModels.InitialiserOf(member, compilation) is { } initial ? [initial]
        : member is IPropertySymbol { GetMethod: { } getter } && ShortBody.Has(getter) && SourceModels.BodyOf(getter, compilation) is { } body ? ShortBody.Returned(body)
        : [];
}
