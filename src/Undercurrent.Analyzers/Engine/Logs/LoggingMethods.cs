using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// The methods in source that hand a parameter on to a log. Asked only of a call that carries something personal, by which time
/// binding the method's body is worth it; each is bound once.
/// </summary>
internal sealed class LoggingMethods
{
    private const int Deepest = 4;

    private static readonly ConditionalWeakTable<PersonalData, LoggingMethods> Cache = new();

    private readonly PersonalData _data;
    private readonly LogSinks _sinks;

    /// <summary>One for each depth: what is cut short by the depth is not the whole answer, and must not depend on who asked first.</summary>
    private readonly ConcurrentDictionary<IMethodSymbol, Dictionary<int, Printed>>[] _known =
        Enumerable.Range(0, Deepest + 1).Select(_ => new ConcurrentDictionary<IMethodSymbol, Dictionary<int, Printed>>(SymbolEqualityComparer.Default)).ToArray();

    private LoggingMethods(PersonalData data)
    {
        _data = data;
        _sinks = LogSinks.Of(data.Project);
    }

    public static LoggingMethods Of(PersonalData data) => Cache.GetValue(data, static data => new(data));

    /// <summary>Whether a call may be one to such a method: one look-up for all the calls that are not.</summary>
    public static bool MayLog(PipelineProject project, IInvocationOperation call) =>
        call.Arguments.Length > 0
        && (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke
            ? call.Instance is ILocalReferenceOperation
            : !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty && LogMentions.MayLog(project, call.TargetMethod));

    /// <summary>Whether an argument may come to a log in the method that is called; asked of syntax, before anything is bound.</summary>
    public static bool MayLog(PipelineProject project, IArgumentOperation argument) =>
        argument.Parameter is { } parameter && (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } || LogMentions.MayReach(project, parameter));

    /// <summary>How an argument of a call is printed by the method that is called, or null when it is not.</summary>
    public Printed? Logs(IInvocationOperation call, IArgumentOperation argument, string rule) => argument.Parameter is not { } parameter
        ? null
        : Logged(call, rule, 0).TryGetValue(parameter.Ordinal, out var how) ? how : null;

    private Dictionary<int, Printed> Logged(IInvocationOperation call, string rule, int depth)
    {
        if (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke)
        {
            var made = call.Instance is ILocalReferenceOperation { Local: var local } reference ? Assignments.Only(local, reference)?.Unwrapped() : null;
            return made is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } ? Find(lambda.Symbol, lambda.Body, rule, depth) : new();
        }

        var method = call.TargetMethod.OriginalDefinition;
        if (depth > Deepest)
            return new();

        if (_known[depth].TryGetValue(method, out var known))
            return known;

        var found = SourceModels.BodyOf(method, _data.Project.Compilation) is { } body ? Find(method, body, rule, depth) : new();
        _known[depth].TryAdd(method, found);
        return found;
    }

    private Dictionary<int, Printed> Find(IMethodSymbol method, IOperation body, string rule, int depth)
    {
        var found = new Dictionary<int, Printed>();
        foreach (var call in body.Descendants().OfType<IInvocationOperation>())
        {
            if (_sinks.IsSink(call, rule))
            {
                foreach (var logged in _sinks.ValuesOf(call, rule))
                    Note(found, method, logged.Value, logged.How);
            }
            else if (MayLog(_data.Project, call) && call.Arguments.Any(argument => MayLog(_data.Project, argument)) && !SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method))
            {
                var inner = Logged(call, rule, depth + 1);
                foreach (var argument in call.Arguments)
                {
                    if (argument.Parameter is { } parameter && inner.TryGetValue(parameter.Ordinal, out var how))
                        Note(found, method, argument.Value, how);
                }
            }
        }

        return found;
    }

    private void Note(Dictionary<int, Printed> found, IMethodSymbol method, IOperation value, Printed how)
    {
        foreach (var origin in ValueOrigin.Trace(value, new(operation => _data.Sanitisers.Ends(operation) || (how == Printed.Plainly && PlainPrint.SaysNothing(operation)), Parts: true)))
        {
            // What is personal by the parameter's own name is reported inside, where it is written.
            if (origin.Value is IParameterReferenceOperation { Parameter: var parameter }
                && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, method)
                && _data.OfMember(parameter) is null && _data.OfType(parameter.Type, how) is null
                && (!found.TryGetValue(parameter.Ordinal, out var known) || known == Printed.Plainly))
                found[parameter.Ordinal] = how;
        }
    }
}
