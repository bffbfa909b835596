using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Outlets;

/// <summary>
/// The methods and constructors in source that write a parameter to an outlet. Asked only of arguments that name something
/// personal, by which time binding the method's body is worth it; each is bound once.
/// </summary>
internal sealed class WritingMethods
{
    private const int Deepest = 2;

    private static readonly ConditionalWeakTable<PersonalData, ConcurrentDictionary<(Outlet Outlet, int Depth), WritingMethods>> Cache = new();

    private readonly ConcurrentDictionary<IMethodSymbol, Dictionary<int, LoggedValue>> _known = new(SymbolEqualityComparer.Default);
    private readonly PersonalData _data;
    private readonly Outlet _outlet;
    private readonly int _depth;

    private WritingMethods(PersonalData data, Outlet outlet, int depth)
    {
        _data = data;
        _outlet = outlet;
        _depth = depth;
    }

    /// <summary>The arguments of a call or creation that the method or constructor in source writes to an outlet.</summary>
    public static IEnumerable<LoggedValue> Given(IOperation operation, Outlet outlet, PersonalData data, string rule)
    {
        if (Called(operation) is not var (method, arguments) || method.DeclaringSyntaxReferences.IsEmpty)
            yield break;

        foreach (var argument in arguments)
        {
            if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } || !MayBePersonal(argument.Syntax) || data.In(argument.Value, Printed.ByMembers).Count == 0)
                continue;

            if (outlet == Outlet.Logs)
            {
                if (operation is IInvocationOperation call && LoggingMethods.MayLog(data.Project, call) && LoggingMethods.Of(data).Logs(call, argument, rule) is { } how)
                    yield return new(argument.Value, how, null);
            }
            else if (Of(data, outlet, 0).In(method, rule).TryGetValue(parameter.Ordinal, out var written))
            {
                yield return written with { Value = argument.Value };
            }
        }
    }

    /// <summary>Whether an operation hands a method in source anything that, as far as words tell, may be personal.</summary>
    public static bool MayGive(IOperation operation)
    {
        if (Called(operation) is not var (method, arguments) || method.DeclaringSyntaxReferences.IsEmpty)
            return false;

        foreach (var argument in arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.Explicit && MayBePersonal(argument.Syntax))
                return true;
        }

        return false;
    }

    private static WritingMethods Of(PersonalData data, Outlet outlet, int depth) => Cache.GetOrCreateValue(data).GetOrAdd((outlet, depth), key => new(data, key.Outlet, key.Depth));

    private static (IMethodSymbol Method, ImmutableArray<IArgumentOperation> Arguments)? Called(IOperation operation) => operation switch
    {
        IInvocationOperation call => (call.TargetMethod, call.Arguments),
        IObjectCreationOperation { Constructor: { } constructor } creation => (constructor, creation.Arguments),
        _ => null,
    };

    /// <summary>Told by its words alone: most arguments name nothing of the kind.</summary>
    private static bool MayBePersonal(SyntaxNode argument) =>
        argument.DescendantNodes().Any(static node => node is SimpleNameSyntax { Identifier.ValueText: var name } && (WordSubjects.Of(name).Always & (Subjects.PersonalData | Subjects.FaintPersonalData | Subjects.People)) != 0);

    private Dictionary<int, LoggedValue> In(IMethodSymbol called, string rule)
    {
        var method = (called.ReducedFrom ?? called).OriginalDefinition;
        if (_known.TryGetValue(method, out var known))
            return known;

        var found = new Dictionary<int, LoggedValue>();
        foreach (var body in Bodies(method))
        {
            foreach (var operation in body.Descendants())
                Note(found, method, operation, rule);
        }

        _known.TryAdd(method, found);
        return found;
    }

    /// <summary>What a method is made of, a constructor with what it hands to its base.</summary>
    private IEnumerable<IOperation> Bodies(IMethodSymbol method)
    {
        var compilation = _data.Project.Compilation;
        return from reference in (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences
               let declared = reference.GetSyntax()
               where declared is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax && compilation.ContainsSyntaxTree(reference.SyntaxTree)
               let body = SourceModels.ModelOf(compilation, reference.SyntaxTree).GetOperation(declared)
               where body is not null
               select body;
    }

    private void Note(Dictionary<int, LoggedValue> found, IMethodSymbol method, IOperation operation, string rule)
    {
        if (operation is not (IInvocationOperation or IObjectCreationOperation or IAssignmentOperation))
            return;

        foreach (var written in _outlet.WrittenBy(operation, _data.Project, rule) ?? HandedOn(operation, rule))
        {
            foreach (var origin in ValueOrigin.Trace(written.Value, new(inner => _data.Sanitisers.Ends(inner) || (written.How == Printed.Plainly && PlainPrint.SaysNothing(inner)), Parts: true)))
            {
                // What is personal by the parameter's own name is reported inside, where it is written.
                if (origin.Value is IParameterReferenceOperation { Parameter: var parameter } && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, method)
                    && _data.OfMember(parameter) is null && _data.OfType(parameter.Type, written.How) is null)
                    found[parameter.Ordinal] = written with { Name = null };
            }
        }
    }

    /// <summary>What a method hands on to another one in source.</summary>
    private IEnumerable<LoggedValue> HandedOn(IOperation operation, string rule)
    {
        if (_depth >= Deepest || Called(operation) is not var (method, arguments) || method.DeclaringSyntaxReferences.IsEmpty)
            return [];

        var inner = Of(_data, _outlet, _depth + 1).In(method, rule);
        return arguments.Where(argument => argument.Parameter is { } parameter && inner.ContainsKey(parameter.Ordinal)).Select(argument => inner[argument.Parameter!.Ordinal] with { Value = argument.Value });
    }
}
