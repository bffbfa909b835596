using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The finder for each file: what the user told us may differ from folder to folder.</summary>
internal sealed class CredentialFinders(PipelineProject project)
{
    private const string Rule = "UC1001";
    private const string TokenRule = "UC1003";

    private readonly ConcurrentDictionary<(string Words, string Exclusions, string Sinks, bool TokensAreTold), CredentialFinder> _byOptions = new();
    private readonly ConcurrentDictionary<SyntaxTree, CredentialFinder> _byTree = new();

    public CredentialFinder For(SyntaxTree tree) => _byTree.TryGetValue(tree, out var known) ? known : _byTree.GetOrAdd(tree, Made);

    private CredentialFinder Made(SyntaxTree tree) => _byOptions.GetOrAdd(
        (project.Options.Value(Options.CredentialWords, Rule, tree), project.Options.Value(Options.CredentialExclusions, Rule, tree), project.Options.Value(Options.CredentialSinks, Rule, tree), !project.IsOff(TokenRule, tree)),
        options => new(new(SinksWith(options.Sinks), Option.Items(options.Words).ToImmutableArray(), Option.Items(options.Exclusions).ToImmutableArray()), options.TokensAreTold));

    private ApiCatalogue SinksWith(string sinks) =>
        project.CredentialSinks.With(ApiCatalogue.Read(Option.Items(sinks).Select(sink => new CatalogueRow(0, sink + " secret")), static _ => { }));
}
