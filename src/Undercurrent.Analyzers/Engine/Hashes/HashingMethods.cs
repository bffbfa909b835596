using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Hashes;

/// <summary>
/// The methods in source that hash a parameter without a key. Told by names first, in the files that speak of hashes alone; a body
/// is bound only once something personal is handed in.
/// </summary>
internal sealed class HashingMethods
{
    /// <summary>Where a parameter is hashed, and the parameter that says with what.</summary>
    private readonly record struct Hashing(Location At, int? Algorithm);

    private const int Deepest = 3;

    private static readonly ConditionalWeakTable<PersonalData, HashingMethods> Cache = new();
    private static readonly ConditionalWeakTable<PipelineProject, HashSet<string>> Names = new();

    private readonly PersonalData _data;
    private readonly ConcurrentDictionary<IMethodSymbol, Dictionary<int, Hashing>> _known = new(SymbolEqualityComparer.Default);

    private HashingMethods(PersonalData data) => _data = data;

    public static HashingMethods Of(PersonalData data) => Cache.GetValue(data, static data => new(data));

    /// <summary>Whether a call may be one to such a method, as far as names tell.</summary>
    public static bool MayHash(PipelineProject project, IInvocationOperation call) =>
        !call.Arguments.IsEmpty && (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke
            ? call.Instance is ILocalReferenceOperation
            : MayHash(project, call.TargetMethod));

    private static bool MayHash(PipelineProject project, IMethodSymbol method) => !method.DeclaringSyntaxReferences.IsEmpty && Names.GetValue(project, Gather).Contains(method.Name);

    /// <summary>A method that is handed to a projection by its name and hashes each element; what they are drawn from, and where it hashes.</summary>
    public static (IOperation Handed, IOperation Source, Func<HashingMethods, Location?> At)? Projected(PipelineProject project, IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Unwrapped() is IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } } && MayHash(project, method) && Projections.SourceOf(call) is { } source)
                return (argument.Value, source, methods => methods.Hashed(method, 0).TryGetValue(0, out var hashing) && hashing.Algorithm is null ? hashing.At : null);
        }

        return null;
    }

    /// <summary>Where the method that is called hashes what an argument gives it; null when it does not.</summary>
    public Location? Hashes(IInvocationOperation call, IArgumentOperation argument) =>
        argument.Parameter is { } parameter && Hashed(call, 0).TryGetValue(parameter.Ordinal, out var hashing) && !IsKeyed(call, hashing) ? hashing.At : null;

    private bool IsKeyed(IInvocationOperation call, Hashing hashing) =>
        hashing.Algorithm is { } algorithm && call.Arguments.Any(argument => argument.Parameter?.Ordinal == algorithm && UnkeyedHashes.IsKeyed(argument.Value.Unwrapped(), _data.Project.Compilation));

    private Dictionary<int, Hashing> Hashed(IInvocationOperation call, int depth)
    {
        if (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke)
            return call.Instance is { } instance && ShortBody.Lambda(instance) is { } lambda ? Find(lambda.Symbol, lambda.Body, depth) : new();

        return Hashed(call.TargetMethod, depth);
    }

    private Dictionary<int, Hashing> Hashed(IMethodSymbol called, int depth)
    {
        var method = (called.ReducedFrom ?? called).OriginalDefinition;
        if (depth > Deepest)
            return new();

        // What is cut short by the depth is not the whole answer, which must not depend on who asked first.
        if (_known.TryGetValue(method, out var known))
            return known;

        var found = new Dictionary<int, Hashing>();
        foreach (var one in Implementations.Of(method, _data.Project.Compilation, default))
        {
            if (SourceModels.BodyOf(one, _data.Project.Compilation) is not { } body)
                continue;

            foreach (var hashed in Find(one.OriginalDefinition, body, depth))
                found[hashed.Key] = hashed.Value;
        }

        if (depth == 0)
            _known.TryAdd(method, found);

        return found;
    }

    private Dictionary<int, Hashing> Find(IMethodSymbol method, IOperation body, int depth)
    {
        var found = new Dictionary<int, Hashing>();
        foreach (var call in body.Descendants().OfType<IInvocationOperation>())
        {
            var algorithm = UnkeyedHashes.AlgorithmOf(call, _data.Project);
            var hashed = algorithm is null ? UnkeyedHashes.In(call, _data.Project) : UnkeyedHashes.Given(call);
            if (!hashed.IsEmpty)
            {
                if (!HashPurpose.IsAnother(call.Syntax, UnkeyedHashes.IsHashCode(call)))
                    Note(found, method, hashed, call, new(call.Syntax.GetLocation(), algorithm?.Ordinal));
            }
            else if (MayHash(_data.Project, call) && !SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method))
            {
                var inner = Hashed(call, depth + 1);
                foreach (var argument in call.Arguments)
                {
                    if (argument.Parameter is { } parameter && inner.TryGetValue(parameter.Ordinal, out var hashing) && !IsKeyed(call, hashing))
                        Note(found, method, [argument.Value], call, new(hashing.At, null));
                }
            }
        }

        return found;
    }

    private void Note(Dictionary<int, Hashing> found, IMethodSymbol method, IEnumerable<IOperation> hashed, IInvocationOperation call, Hashing hashing)
    {
        foreach (var parameter in hashed.SelectMany(value => Written(value, 0)).OfType<IParameterReferenceOperation>().Select(reference => reference.Parameter))
        {
            // What is personal by the parameter's own name is reported inside, where it is hashed.
            if (SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, method) && !found.ContainsKey(parameter.Ordinal)
                && _data.OfMember(parameter) is null && !Salt.IsIn(call, _data, parameter))
                found[parameter.Ordinal] = hashing;
        }
    }

    /// <summary>What a value is made of, through the calls that only write it in another way.</summary>
    private static IEnumerable<IOperation> Written(IOperation value, int depth)
    {
        foreach (var origin in ValueOrigin.Trace(value, new(Parts: true, Encoded: true)))
        {
            if (origin.Value is IInvocationOperation call && depth < Deepest)
            {
                foreach (var inner in call.Arguments.Select(argument => argument.Value).Concat(call.Instance is { } instance ? [instance] : []).SelectMany(part => Written(part, depth + 1)))
                    yield return inner;
            }
            else
            {
                yield return origin.Value;
            }
        }
    }

    private static HashSet<string> Gather(PipelineProject project)
    {
        var calls = project.Compilation.SyntaxTrees.Where(tree => Speaks(TreeFacts.Of(tree).Meaning)).SelectMany(tree => CallNames.Of(tree, default).CallsByMethod).ToList();
        var apis = ApiCatalogue.DataApis.Entries.Where(entry => (entry.Traits & ApiTrait.UnkeyedHash) != 0).ToList();
        var known = new HashSet<string>(apis.Select(entry => entry.Member), StringComparer.Ordinal) { nameof(GetHashCode), "Combine", "Hash", "HashToUInt32", "HashToUInt64", "HashToUInt128", "Append", "Hash32", "Hash64", "Hash128" };
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var before = -1; before != found.Count;)
        {
            before = found.Count;
            found.UnionWith(calls.Where(method => known.Overlaps(method.Value) || found.Overlaps(method.Value)).Select(method => method.Key).ToList());
        }

        return found;
    }

    private static bool Speaks(WordMeaning file) => ((file.Always | file.WithLibraries) & Subjects.Hashes) != 0;
}
