using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// The methods of the project that may write to a log, or export, by name alone: those that call something named like a call that
/// does, and those that call those. Gathered once per tree, the first time a rule asks; whoever asks confirms by symbols.
/// </summary>
internal sealed class LogMentions
{
    private static readonly ConditionalWeakTable<SyntaxTree, LogMentions> ByTree = new();
    private static readonly ConditionalWeakTable<PipelineProject, ConcurrentDictionary<HashSet<string>, HashSet<string>>> ByProject = new();

    private static readonly ConditionalWeakTable<ApiCatalogue, HashSet<string>> UserSinks = new();
    private static readonly HashSet<string> KnownSinks = SinksOf(ApiCatalogue.DataApis);

    private static readonly ConditionalWeakTable<HashSet<string>, Answer> Last = new();

    private readonly IEnumerable<KeyValuePair<string, List<string>>> _callsByMethod;
    private readonly long _signature;

    private LogMentions(CallNames names)
    {
        _callsByMethod = names.CallsByMethod;
        foreach (var method in _callsByMethod)
        {
            foreach (var called in method.Value)
                _signature = unchecked(_signature + (((long)StringComparer.Ordinal.GetHashCode(method.Key) << 32) ^ (StringComparer.Ordinal.GetHashCode(called) * 0x1E3779B97F4A7C15L)));
        }
    }

    /// <summary>Whether a project calls something by a name that sets logging up.</summary>
    public static bool In(Compilation compilation, string setup) =>
        CallIndex.Of(compilation).Uses(setup, default).Any(file => file.Uses.Any(use => use.Arguments is not null));

    /// <summary>Whether a parameter of a method in source may come to a log, as far as names tell; a delegate has any name.</summary>
    public static bool MayReach(PipelineProject project, IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol method && MayLog(project, method.ReducedFrom ?? method) && MayReach(project, parameter, SinksIn(project.DataApis));

    /// <summary>The same for calls of other names than those that log.</summary>
    public static bool MayReach(PipelineProject project, IParameterSymbol parameter, HashSet<string> sinks)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
            return false;

        method = (method.ReducedFrom ?? method).OriginalDefinition;
        var found = Of(project, sinks);
        return (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences
            .Any(at => HandedOn.Of(at.GetSyntax()).To(parameter.Ordinal).Any(called => sinks.Contains(called) || found.Contains(called) || (called.Length > 0 && char.IsLower(called[0]))));
    }

    /// <summary>Whether a method may write to a log, as far as its name tells: one look-up for all that do not.</summary>
    public static bool MayLog(PipelineProject project, IMethodSymbol method) => Of(project, SinksIn(project.DataApis)).Contains(method.Name);

    /// <summary>The names of the methods in source that may call one of the sinks, or one that does.</summary>
    private static HashSet<string> Of(PipelineProject project, HashSet<string> sinks) => ByProject.GetOrCreateValue(project).GetOrAdd(sinks, sinks =>
    {
        var trees = project.Compilation.SyntaxTrees.Select(Of).ToList();
        var signature = 0L;
        foreach (var tree in trees)
            signature = unchecked(signature + tree._signature);

        // Most edits change no call, and then the answer stands.
        if (Last.TryGetValue(sinks, out var last) && last.Signature == signature)
            return last.Found;

        var found = Gather(trees, sinks);
        lock (Last)
        {
            Last.Remove(sinks);
            Last.Add(sinks, new(signature, found));
        }

        return found;
    });

    private static HashSet<string> Gather(List<LogMentions> trees, HashSet<string> sinks)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        // Until nothing is added: what is found must not depend on the order of the files.
        for (var before = -1; before != found.Count;)
        {
            before = found.Count;
            foreach (var method in trees.SelectMany(tree => tree._callsByMethod))
            {
                if (!found.Contains(method.Key) && (sinks.Overlaps(method.Value) || found.Overlaps(method.Value)))
                    found.Add(method.Key);
            }
        }

        return found;
    }

    private static HashSet<string> SinksIn(ApiCatalogue apis) => apis == ApiCatalogue.DataApis ? KnownSinks : UserSinks.GetValue(apis, SinksOf);

    private static HashSet<string> SinksOf(ApiCatalogue apis) =>
        new(apis.Entries.Where(entry => (entry.Traits & (ApiTrait.Log | ApiTrait.Scope)) != 0).Select(entry => entry.Member), StringComparer.Ordinal);

    private static LogMentions Of(SyntaxTree tree) => ByTree.GetValue(tree, static tree => new(CallNames.Of(tree, default)));

    /// <summary>What a project's calls amounted to when it was last asked.</summary>
    private sealed record Answer(long Signature, HashSet<string> Found);
}
