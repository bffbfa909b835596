using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Safeguards;

/// <summary>A written setting that turns a safeguard off.</summary>
/// <param name="At">The setting in its text.</param>
/// <param name="Key">What it is.</param>
/// <param name="Instead">What to write there; null where it cannot be said.</param>
internal readonly record struct WrittenSetting(Location At, WeakKey Key, string? Instead);

/// <summary>The settings that turn a safeguard off in one literal.</summary>
internal static class WeakSettings
{
    public static IEnumerable<WrittenSetting> In(ILiteralOperation literal, Safeguard safeguard, ApiCatalogue sinks)
    {
        if (literal.ConstantValue is not { HasValue: true, Value: string text })
            yield break;

        foreach (var setting in WeakText.In(literal, safeguard, sinks))
        {
            var at = TextSpot.Of(literal.Syntax, text, setting.Start, setting.End);
            yield return new(at, setting.Key, at.SourceSpan == literal.Syntax.Span ? null : text.Substring(setting.Start, setting.ValueStart - setting.Start) + setting.Key.Strong);
        }
    }
}
