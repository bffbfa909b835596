using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.SecretTexts;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// The tokens in texts as they are written, of which no other rule speaks: UC1002 knows the connection string around one, UC1001
/// the place that takes it.
/// </summary>
internal sealed class TokenFinder(PipelineProject project)
{
    private const string CredentialRule = "UC1001";
    private const string ConnectionRule = "UC1002";
    private const int Highest = 12;

    private readonly CredentialFinders _credentials = new(project);

    /// <summary>What a text holds, and the expression that writes it.</summary>
    public (SyntaxNode At, string Name)? In(IOperation written)
    {
        if (TextOf(written) is not { Length: >= TokenText.Shortest } text || TokenText.In(text) is not { } token || IsPart(written))
            return null;

        var part = PartWith(written, token);
        var at = part is ILiteralOperation ? part.Syntax : written.Syntax;
        return IsHeld(part) || IsSpokenOf(written, at) ? null : (at, token.Name);
    }

    /// <summary>Whether a larger text in place brings this one; what a call puts together is no text in place.</summary>
    public static bool IsPart(IOperation text)
    {
        var outer = text.Parent;
        while (outer is IConversionOperation or IParenthesizedOperation)
            outer = outer.Parent;

        return outer is IInterpolationOperation or IInterpolatedStringTextOperation || (outer is not null && TextCalls.IsSum(outer));
    }

    /// <summary>The text that stands there: with its constants, and with a hole for what only a run can tell.</summary>
    private static string? TextOf(IOperation written) => written switch
    {
        IUtf8StringOperation utf8 => utf8.Value,
        { ConstantValue: { HasValue: true, Value: var constant } } => constant as string,
        IInterpolatedStringOperation or IBinaryOperation => string.Concat(TextCalls.PartsOf(written).Select(TextOf)),
        _ => null,
    };

    private static string TextOf(TextPart part) => part.Known ?? (part.Value?.ConstantValue is { HasValue: true, Value: string constant } ? constant : ValueText.Hole.ToString());

    /// <summary>The part that brings a whole token; null when none does.</summary>
    private static IOperation? PartWith(IOperation written, FoundToken token)
    {
        if (written is not (IInterpolatedStringOperation or IBinaryOperation))
            return written;

        var start = 0;
        foreach (var part in TextCalls.PartsOf(written))
        {
            var end = start + TextOf(part).Length;
            if (token.Start >= start && token.Start < end)
                return token.End <= end ? part.Value?.Unwrapped() : null;

            start = end;
        }

        return null;
    }

    /// <summary>A constant is spoken of where it is declared.</summary>
    private static bool IsHeld(IOperation? part) => part is IMemberReferenceOperation or ILocalReferenceOperation;

    private bool IsSpokenOf(IOperation written, SyntaxNode at)
    {
        var tree = at.SyntaxTree;
        if (!project.IsOff(ConnectionRule, tree) && ConnectionText.MayBeIn(written) && ConnectionText.SecretsIn(written, project.CredentialSinks).Any())
            return true;

        if (project.IsOff(CredentialRule, tree))
            return false;

        var finder = _credentials.For(tree);
        if (at.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute)
            return written.SemanticModel is { } model && finder.In(attribute, model).Any(found => found.At.IsInside(at) || at.IsInside(found.At));

        var outer = written.Parent;
        for (var height = 0; outer is not null and not IBlockOperation && height < Highest; outer = outer.Parent, height++)
        {
            if (finder.In(outer).Any(found => found.At.IsInside(written.Syntax) || written.Syntax.IsInside(found.At)))
                return true;
        }

        return false;
    }
}
