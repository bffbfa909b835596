using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Which files of a project use a name as <see cref="CallNames"/> has it.</summary>
internal sealed class CallIndex
{
    /// <summary>After how many questions it is cheaper to have gathered the names of all files than to ask each file.</summary>
    private const int Few = 64;

    private static readonly ConditionalWeakTable<Compilation, CallIndex> Cache = new();

    private readonly Compilation _compilation;
    private Dictionary<string, List<(SyntaxTree Tree, IReadOnlyList<CallNames.Use> Uses)>>? _files;
    private int _asked;

    private CallIndex(Compilation compilation) => _compilation = compilation;

    public static CallIndex Of(Compilation compilation) => Cache.GetValue(compilation, static compilation => new(compilation));

    /// <summary>The files of the project, in its order, that use a name, with the uses in order of their place.</summary>
    public IEnumerable<(SyntaxTree Tree, IReadOnlyList<CallNames.Use> Uses)> Uses(string name, CancellationToken cancellation)
    {
        // An editor makes a new compilation at every key and asks little of it.
        if (_files is null && Interlocked.Increment(ref _asked) <= Few)
            return UsesIn(_compilation.SyntaxTrees, name, cancellation);

        return (_files ??= Gather(cancellation)).TryGetValue(name, out var files) ? files : Enumerable.Empty<(SyntaxTree, IReadOnlyList<CallNames.Use>)>();
    }

    /// <summary>The same for some of the files.</summary>
    public static IEnumerable<(SyntaxTree Tree, IReadOnlyList<CallNames.Use> Uses)> UsesIn(IEnumerable<SyntaxTree> trees, string name, CancellationToken cancellation) =>
        from tree in trees
        let uses = CallNames.Of(tree, cancellation).Uses(name)
        where uses.Count > 0
        select (tree, uses);

    private Dictionary<string, List<(SyntaxTree Tree, IReadOnlyList<CallNames.Use> Uses)>> Gather(CancellationToken cancellation)
    {
        var gathered = new Dictionary<string, List<(SyntaxTree, IReadOnlyList<CallNames.Use>)>>(StringComparer.Ordinal);
        foreach (var tree in _compilation.SyntaxTrees)
        {
            foreach (var (name, uses) in CallNames.Of(tree, cancellation).All)
            {
                if (!gathered.TryGetValue(name, out var files))
                    gathered.Add(name, files = new());

                files.Add((tree, uses));
            }
        }

        return gathered;
    }
}
