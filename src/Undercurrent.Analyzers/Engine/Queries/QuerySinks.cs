using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The places that take the text of a query: parameters and properties of the clients that run it.</summary>
internal sealed class QuerySinks
{
    private readonly ApiCatalogue _apis;
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);

    public QuerySinks(ApiCatalogue apis)
    {
        _apis = apis;
        foreach (var entry in apis.Entries)
        {
            if ((entry.Traits & ApiTrait.QueryText) != 0)
                _members.Add(entry.Member);
        }
    }

    /// <summary>The text that an operation hands to a client; null of any other operation.</summary>
    public IOperation? TextIn(IOperation operation) => operation switch
    {
        IInvocationOperation call => Passed(call.TargetMethod, call.Arguments),
        IObjectCreationOperation { Constructor: { } constructor } creation => Passed(constructor, creation.Arguments),
        IAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment when IsSink(property, null) => assignment.Value,
        _ => null,
    };

    private IOperation? Passed(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        if (!_members.Contains(method.Name))
            return null;

        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } parameter)
                continue;

            // A driver of documents takes a text for a filter.
            if (argument.Value is IConversionOperation { OperatorMethod: { } made, Operand: var operand } && IsSink(made, made.Parameters[0].Name))
                return operand;

            if (parameter.Type.SpecialType == SpecialType.System_String && IsSink(method, parameter.Name))
                return argument.Value;
        }

        return null;
    }

    private bool IsSink(ISymbol member, string? parameter) => _members.Contains(member.Name) && (_apis.TraitsOf(member, parameter) & ApiTrait.QueryText) != 0;
}
