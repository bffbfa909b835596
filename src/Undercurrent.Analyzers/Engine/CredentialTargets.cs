using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.SecretTexts;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Finds the places that take a credential: those the catalogue knows, and those named like one, be they assigned,
/// initialised, passed, returned, entered under a key or compared with.
/// </summary>
internal sealed class CredentialTargets
{
    /// <summary>The operations in which a place meets its value.</summary>
    public static readonly ImmutableArray<OperationKind> Kinds = ImmutableArray.Create(
        OperationKind.Argument, OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment, OperationKind.FieldInitializer, OperationKind.PropertyInitializer,
        OperationKind.VariableDeclarator, OperationKind.ParameterInitializer, OperationKind.Return, OperationKind.Invocation, OperationKind.ObjectCreation,
        OperationKind.BinaryOperator, OperationKind.ConstantPattern, OperationKind.CaseClause, OperationKind.Tuple, OperationKind.LocalFunction);

    private readonly ApiCatalogue _sinks;
    private readonly CredentialPlaces _places;
    private readonly ComparedCredentials _compared;
    private readonly Lazy<HashSet<string>> _headerAttributes;

    public CredentialTargets(ApiCatalogue sinks, ImmutableArray<string> words, ImmutableArray<string> exclusions)
    {
        _sinks = sinks;
        _places = new(sinks, words, exclusions);
        _compared = new(_places);
        _headerAttributes = new(HeaderAttributes);
    }

    public CredentialTarget? In(IOperation operation) => operation switch
    {
        IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } argument => _places.Taken(parameter, argument),
        ISimpleAssignmentOperation assignment => Assigned(assignment.Target, assignment.Value),
        ICoalesceAssignmentOperation assignment => Assigned(assignment.Target, assignment.Value),
        IFieldInitializerOperation { InitializedFields: { Length: > 0 } fields } initial => _places.Member(fields[0], fields[0].Type, initial.Value),
        IPropertyInitializerOperation { InitializedProperties: { Length: > 0 } properties } initial => _places.Member(properties[0], properties[0].Type, initial.Value),
        IVariableDeclaratorOperation { Symbol: var local } declarator => (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer) is { } initial ? _places.Named(local.Name, local.Type, initial.Value) : null,
        IParameterInitializerOperation initial => _places.Named(initial.Parameter.Name, initial.Parameter.Type, initial.Value),
        IReturnOperation { ReturnedValue: { } value } => Returned(operation, value),
        IInvocationOperation call => Entered(call.TargetMethod, call.Arguments) ?? _compared.In(call),
        IObjectCreationOperation { Constructor: { } constructor } creation => Entered(constructor, creation.Arguments),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison => _compared.Of(comparison.LeftOperand, comparison.RightOperand),
        IConstantPatternOperation pattern => ComparedCredentials.Matched(pattern) is { } place ? _compared.With(place, pattern.Value) : null,
        ISingleValueCaseClauseOperation { Parent.Parent: ISwitchOperation choice } clause => _compared.With(choice.Value, clause.Value),
        ITupleOperation tuple => Named(tuple),
        ILocalFunctionOperation local => Default(local),
        _ => null,
    };

    /// <summary>What the declaration of a constant, field, property, local or method says of the value it holds.</summary>
    public CredentialTarget? Held(ISymbol holder, IOperation value) => holder switch
    {
        IFieldSymbol field => _places.Member(field, field.Type, value),
        IPropertySymbol property => _places.Member(property, property.Type, value),
        ILocalSymbol local => _places.Named(local.Name, local.Type, value),
        IMethodSymbol method => _places.Named(CredentialName.WithoutVerb(method.Name), method.ReturnType, value),
        _ => null,
    };

    /// <summary>What the name of a header says of the value behind it.</summary>
    public CredentialTarget? Header(string name, IOperation value) => _places.Keyed(name, null, value);

    /// <summary>Whether an attribute of this name may take headers: asked before it is bound.</summary>
    public bool MayTakeHeaders(string attribute) => _headerAttributes.Value.Contains(attribute);

    /// <summary>Whether a parameter of an attribute takes headers.</summary>
    public bool TakesHeader(IParameterSymbol parameter) => (_sinks.TraitsOf(parameter.ContainingSymbol, parameter.Name) & ApiTrait.Header) != 0;

    private HashSet<string> HeaderAttributes()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in _sinks.Entries.Where(entry => (entry.Traits & ApiTrait.Header) != 0))
        {
            names.Add(entry.TypeName);
            if (entry.TypeName.EndsWith("Attribute", StringComparison.Ordinal))
                names.Add(entry.TypeName.Substring(0, entry.TypeName.Length - "Attribute".Length));
        }

        return names;
    }

    private CredentialTarget? Assigned(IOperation target, IOperation value) => target switch
    {
        IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer => _places.Keyed(indexer.Arguments[indexer.Arguments.Length - 1].Value, indexer.Property.ContainingType, value),
        IPropertyReferenceOperation { Property: var property } => _places.Member(property, property.Type, value),
        IFieldReferenceOperation { Field: var field } => _places.Member(field, field.Type, value),
        ILocalReferenceOperation { Local: var local } => _places.Named(local.Name, local.Type, value),
        IParameterReferenceOperation { Parameter: var parameter } => _places.Named(parameter.Name, parameter.Type, value),
        _ => null,
    };

    /// <summary>A local function's default arguments are no operations of the body around it.</summary>
    private CredentialTarget? Default(ILocalFunctionOperation local)
    {
        foreach (var parameter in local.Symbol.Parameters)
        {
            if (parameter.HasExplicitDefaultValue && parameter.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<ParameterSyntax>().FirstOrDefault()?.Default is { Value: var written }
                && local.SemanticModel?.GetOperation(written) is { } value && _places.Named(parameter.Name, parameter.Type, value) is { } target)
                return target;
        }

        return null;
    }

    private CredentialTarget? Returned(IOperation operation, IOperation value)
    {
        // Which method a return belongs to is dearer to find out than what it returns.
        if (!CredentialPlaces.HoldsText(value.Type))
            return null;

        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation)
                return null;

            if (outer is ILocalFunctionOperation { Symbol: var local })
                return _places.Named(CredentialName.WithoutVerb(local.Name), local.ReturnType, value);
        }

        return operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) is IMethodSymbol method
            ? _places.Named(method.AssociatedSymbol?.Name ?? CredentialName.WithoutVerb(method.Name), method.ReturnType, value)
            : null;
    }

    /// <summary>A key and its value: <c>Add("Db:Password", "…")</c>, a pair, a header, a variable of the environment.</summary>
    private CredentialTarget? Entered(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        if (arguments.Length < 2)
            return null;

        for (var at = 0; at < arguments.Length; at++)
        {
            if (arguments[at].Parameter is { Ordinal: var ordinal, Name: "key" or "name" or "header" or "headerName" or "variable" or "setting" or "Key" or "propertyName" or "index" or "item1" or "keyword" }
                && arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal + 1) is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: not ("message" or "text" or "description" or "label" or "error" or "errorMessage" or "reason" or "title" or "code") } given
                && !_places.Taken(given.Parameter!, given).HasValue)
                return _places.Keyed(arguments[at].Value, method.ContainingType, given.Value);
        }

        return null;
    }

    private CredentialTarget? Named(ITupleOperation tuple)
    {
        if (tuple.Parent is IDeconstructionAssignmentOperation { Target: var target } deconstruction && deconstruction.Value.Unwrapped() == tuple)
        {
            var places = (target is IDeclarationExpressionOperation declared ? declared.Expression : target) as ITupleOperation;
            for (var at = 0; places is not null && at < Math.Min(places.Elements.Length, tuple.Elements.Length); at++)
            {
                var place = places.Elements[at] is IDeclarationExpressionOperation one ? one.Expression : places.Elements[at];
                if (Assigned(place, tuple.Elements[at]) is { } assigned)
                    return assigned;
            }
        }

        if (tuple.Type is not INamedTypeSymbol { IsTupleType: true } type || (tuple.Parent is IDeconstructionAssignmentOperation assignment && assignment.Target == tuple))
            return null;

        // A tuple may be converted to what is no tuple, such as an object.
        var elements = tuple.Parent is IConversionOperation { Type: INamedTypeSymbol { IsTupleType: true } wanted } ? wanted.TupleElements : type.TupleElements;
        for (var at = 0; at < Math.Min(elements.Length, tuple.Elements.Length); at++)
        {
            if (_places.Named(elements[at].Name, elements[at].Type, tuple.Elements[at]) is { } named)
                return named;
        }

        // A list of pairs is a dictionary too.
        return tuple.Elements.Length == 2 ? _places.Keyed(tuple.Elements[0], null, tuple.Elements[1]) : null;
    }
}
