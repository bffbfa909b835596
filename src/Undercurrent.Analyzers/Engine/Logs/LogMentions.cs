using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// The methods of the project that may write to a log, by name alone: those that call something named like a log call, and those
/// that call those. Gathered once per tree, the first time a rule asks; whoever asks confirms by symbols.
/// </summary>
internal sealed class LogMentions
{
    private static readonly ConditionalWeakTable<SyntaxTree, LogMentions> ByTree = new();
    private static readonly ConditionalWeakTable<PipelineProject, HashSet<string>> ByProject = new();

    private static readonly ConditionalWeakTable<ApiCatalogue, HashSet<string>> UserSinks = new();
    private static readonly HashSet<string> KnownSinks = SinksOf(ApiCatalogue.DataApis);

    private static Answer? _last;

    private readonly Dictionary<string, List<string>> _callsByMethod = new(StringComparer.Ordinal);
    private readonly HashSet<string> _setups = new(StringComparer.Ordinal);

    private long _signature;

    private LogMentions(SyntaxNode root)
    {
        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (CallChain.NameOf(call) is not { } called)
                continue;

            if (called is "EnableRedaction" or "AddRedaction")
                _setups.Add(called);

            foreach (var owner in call.Ancestors())
            {
                if (owner is MethodDeclarationSyntax method)
                    Add(method.Identifier.ValueText, called);
                else if (owner is LocalFunctionStatementSyntax local)
                    Add(local.Identifier.ValueText, called);
                else if (owner is TypeDeclarationSyntax)
                    break;
            }
        }
    }

    /// <summary>Whether a project calls something by a name that sets logging up.</summary>
    public static bool In(Compilation compilation, string setup) => compilation.SyntaxTrees.Any(tree => Of(tree)._setups.Contains(setup));

    /// <summary>Whether a parameter of a method in source may come to a log, as far as names tell; a delegate has any name.</summary>
    public static bool MayReach(PipelineProject project, IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
            return false;

        method = (method.ReducedFrom ?? method).OriginalDefinition;
        var (found, sinks) = (Of(project), SinksIn(project.DataApis));
        return found.Contains(method.Name) && (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences
            .Any(at => HandedOn.Of(at.GetSyntax()).To(parameter.Ordinal).Any(called => sinks.Contains(called) || found.Contains(called) || char.IsLower(called[0])));
    }

    /// <summary>Whether a method may write to a log, as far as its name tells: one look-up for all that do not.</summary>
    public static bool MayLog(PipelineProject project, IMethodSymbol method) => Of(project).Contains(method.Name);

    /// <summary>The names of the methods in source that may write to a log.</summary>
    private static HashSet<string> Of(PipelineProject project) => ByProject.GetValue(project, static project =>
    {
        var trees = project.Compilation.SyntaxTrees.Select(Of).ToList();
        var signature = 0L;
        foreach (var tree in trees)
            signature = unchecked(signature + tree._signature);

        // Most edits change no call, and then the answer stands.
        if (_last is { } last && last.Signature == signature && last.Apis == project.DataApis)
            return last.Found;

        var found = Gather(trees, SinksIn(project.DataApis));
        _last = new(signature, project.DataApis, found);
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

    private static LogMentions Of(SyntaxTree tree) => ByTree.GetValue(tree, static tree => new(tree.GetRoot()));

    private void Add(string method, string called)
    {
        if (!_callsByMethod.TryGetValue(method, out var calls))
            _callsByMethod.Add(method, calls = new());

        calls.Add(called);
        _signature = unchecked(_signature + (((long)StringComparer.Ordinal.GetHashCode(method) << 32) ^ (StringComparer.Ordinal.GetHashCode(called) * 0x1E3779B97F4A7C15L)));
    }

    /// <summary>What a project's calls amounted to when it was last asked.</summary>
    private sealed record Answer(long Signature, ApiCatalogue Apis, HashSet<string> Found);
}
