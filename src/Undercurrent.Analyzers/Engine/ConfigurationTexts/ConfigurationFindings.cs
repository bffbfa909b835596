using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.ConfigurationTexts;

/// <summary>The secrets of a file, found once for each text of it: what is typed elsewhere does not read it again.</summary>
internal sealed class ConfigurationFindings
{
    private static readonly ConditionalWeakTable<SourceText, ConfigurationFindings> Cache = new();

    private (ApiCatalogue Sinks, string Words, string Exclusions, ImmutableArray<ConfigurationSecret> Secrets)? _known;

    public static ImmutableArray<ConfigurationSecret> Of(string path, SourceText text, ApiCatalogue sinks, string words, string exclusions)
    {
        var held = Cache.GetOrCreateValue(text);
        lock (held)
        {
            if (held._known is { } known && ReferenceEquals(known.Sinks, sinks) && known.Words == words && known.Exclusions == exclusions)
                return known.Secrets;

            var secrets = new ConfigurationSecrets(sinks, Option.Items(words).ToImmutableArray(), Option.Items(exclusions).ToImmutableArray());
            var found = ConfigurationFile.Entries(path, text).Select(entry => secrets.In(entry, text)).OfType<ConfigurationSecret>().GroupBy(secret => secret.Span.Start).Select(one => one.First()).ToImmutableArray();
            held._known = (sinks, words, exclusions, found);
            return found;
        }
    }
}
