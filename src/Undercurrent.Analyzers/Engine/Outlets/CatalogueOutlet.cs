using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Outlets;

/// <summary>
/// An outlet whose calls, parameters, properties and dictionaries are rows of the catalogue. A row without a parameter means all
/// that a call is given.
/// </summary>
internal abstract class CatalogueOutlet(ApiTrait trait) : Outlet
{
    private readonly ConditionalWeakTable<ApiCatalogue, HashSet<string>> _names = new();

    public override IEnumerable<LoggedValue>? WrittenBy(IOperation operation, PipelineProject project, string rule) => operation switch
    {
        IInvocationOperation { Arguments.IsEmpty: false } call =>
            Passed(call.TargetMethod, call.Arguments, project) ?? (IsEntry(call) && Holds(Dictionary(call, call.Instance), project) ? Given(call.Arguments) : null),
        IObjectCreationOperation { Constructor: { } constructor, Arguments.IsEmpty: false } creation => Passed(constructor, creation.Arguments, project),
        IAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } key } entry } assignment when Takes(entry.Property, project) || Holds(Dictionary(assignment, entry.Instance), project) =>
            Tags.In(new(assignment.Value, How(entry.Property), Constant(key[0].Value))).Concat(Tags.In(new(key[0].Value, Printed.Plainly, null))),
        IAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.IsEmpty: true, Property: var property } } assignment when Takes(property, project) =>
            Tags.In(new(Written(assignment.Value), How(property), IsNameOfValue(property) ? property.Name : null)).Where(value => !IsCarrier(value.Value, project)),
        _ => null,
    };

    /// <summary>How a parameter or property of the outlet writes the object it is given.</summary>
    protected virtual Printed How(ISymbol place) => Printed.Plainly;

    /// <summary>Whether a property says by its own name what it holds, as the <c>Email</c> of a user does.</summary>
    protected virtual bool IsNameOfValue(IPropertySymbol property) => false;

    protected bool IsNamed(ISymbol member, PipelineProject project) =>
        _names.GetValue(project.DataApis, apis => new(apis.Entries.Where(entry => (entry.Traits & trait) != 0).Select(entry => entry.Member), StringComparer.Ordinal)).Contains(member.Name);

    /// <summary>What a method or constructor is given to write; null when it writes nothing.</summary>
    protected virtual IEnumerable<LoggedValue>? Passed(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, PipelineProject project)
    {
        if (!IsNamed(method, project) || (method.MethodKind == MethodKind.Constructor && !project.DataApis.TypesWith(trait).Contains(method.ContainingType.Name)))
            return null;

        if ((project.DataApis.TraitsOf(method) & trait) != 0)
            return Given(arguments).Where(value => !IsCarrier(value.Value, project));

        var written = arguments.Where(argument => argument is { ArgumentKind: not ArgumentKind.DefaultValue, Parameter: { } parameter } && (project.DataApis.TraitsOf(method, parameter.Name) & trait) != 0).ToList();
        return written.Count == 0 ? null : written.SelectMany(argument => Given(argument, arguments)).Where(value => !IsCarrier(value.Value, project));
    }

    /// <summary>What one argument of several writes, under the name that another one gives it.</summary>
    protected IEnumerable<LoggedValue> Given(IArgumentOperation argument, ImmutableArray<IArgumentOperation> all)
    {
        var name = argument.Parameter?.Name is "value" or "values"
            ? all.Where(other => other != argument && other.Parameter?.Name is "key" or "name").Select(other => Constant(other.Value)).FirstOrDefault(one => one is not null)
            : null;
        var values = argument.Parameter?.IsParams == true || argument.ArgumentKind == ArgumentKind.ParamArray ? Composition.Elements(argument.Value) ?? [argument.Value] : [argument.Value];
        return values.SelectMany(value => Tags.In(new(Written(value), How(argument.Parameter!), name)));
    }

    /// <summary>The text that turns by itself into the key or address of a client.</summary>
    protected static IOperation Written(IOperation value) =>
        value is IConversionOperation { OperatorMethod.Parameters: { Length: 1 }, Operand: var operand } ? Written(operand) : value;

    protected static string? Constant(IOperation value) => value.Unwrapped().ConstantValue is { HasValue: true, Value: string text } ? text : null;

    private static IEnumerable<LoggedValue> Given(ImmutableArray<IArgumentOperation> arguments) => LogSinks.Given(arguments).SelectMany(Tags.In);

    /// <summary>What is made in sight of values that were told there is not told again where it is handed on.</summary>
    private bool IsCarrier(IOperation value, PipelineProject project) =>
        value.Unwrapped() is { Type: INamedTypeSymbol { SpecialType: SpecialType.None, IsTupleType: false } type } && project.DataApis.TypesWith(trait).Contains(type.Name);

    /// <summary>Whether what a property is given is written; by default, where a row says so.</summary>
    protected virtual bool Takes(ISymbol place, PipelineProject project) => IsNamed(place, project) && (project.DataApis.TraitsOf(place) & trait) != 0;

    private bool Holds(IPropertySymbol? property, PipelineProject project) => property is not null && Takes(property, project);

    /// <summary>The property whose dictionary an entry goes to, be it named there or by the initialiser around it.</summary>
    private static IPropertySymbol? Dictionary(IOperation entry, IOperation? instance) => instance switch
    {
        IPropertyReferenceOperation { Arguments.IsEmpty: true, Property: var property } => property,
        IInstanceReferenceOperation when entry.Parent is IObjectOrCollectionInitializerOperation { Parent: IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation { Property: var property } } } => property,
        IConditionalAccessInstanceOperation => null,
        _ => null,
    };

    private static bool IsEntry(IInvocationOperation call) => call.TargetMethod.Name is "Add" or "TryAdd" or "Insert" or "Append" or "Set";
}
