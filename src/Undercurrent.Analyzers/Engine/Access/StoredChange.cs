using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What of a person a call changes or erases in a store: by the types it works on, by its SQL, or by the members set before it saves.</summary>
internal sealed class StoredChange(PersonalRecords records)
{
    private static readonly HashSet<string> About = new(StringComparer.Ordinal) { "profile", "detail", "address", "contact", "account", "data", "info", "record", "master", "dim", "dimension" };

    /// <summary>The personal record a call to an API with these traits touches, and whether it erases it.</summary>
    public (PersonalRecord Record, bool Erases)? Of(IInvocationOperation call, ApiTrait traits)
    {
        if ((traits & ApiTrait.Database) == 0)
            return null;

        if (IsSave(call.TargetMethod))
            return Saved(call);

        if ((traits & ApiTrait.Store) != 0 || call.TargetMethod.Name.StartsWith("ExecuteSql", StringComparison.Ordinal))
            return BySql(call);

        if ((traits & (ApiTrait.Update | ApiTrait.Erase)) == 0 || Touched(call) is not { } touched)
            return null;

        if ((traits & ApiTrait.Erase) != 0)
            return (touched, true);

        var set = SetBy(call).ToList();
        return set.Count == 0 ? (touched, false) : Narrowed(touched, set) is { } narrowed ? (narrowed, false) : null;
    }

    /// <summary>Whether a call makes the changes of a unit of work permanent.</summary>
    public static bool IsSave(IMethodSymbol method) => method.Name is "SaveChanges" or "SaveChangesAsync" or "SaveEntitiesAsync";

    /// <summary>The type of record a call works on: an argument's, one it is instantiated with, or its receiver's.</summary>
    private PersonalRecord? Touched(IInvocationOperation call)
    {
        var types = call.Arguments.Select(argument => argument.Value.Unwrapped().Type).Where(type => type?.TypeKind != TypeKind.Delegate)
            .Concat(call.TargetMethod.TypeArguments)
            .Concat((call.Instance?.Type as INamedTypeSymbol)?.TypeArguments ?? Enumerable.Empty<ITypeSymbol>())
            .Concat(call.TargetMethod.ContainingType.TypeArguments);
        return types.Select(type => records.OfRecords(type)).FirstOrDefault(found => found is not null);
    }

    /// <summary>The members an update names: <c>SetProperty(c =&gt; c.Email, …)</c>, <c>Set(c =&gt; c.Email, …)</c>.</summary>
    private static IEnumerable<ISymbol> SetBy(IInvocationOperation call) =>
        from argument in call.Arguments
        from value in ValueOrigin.Of(argument.Value)
        from inner in value.DescendantsAndSelf().OfType<IInvocationOperation>()
        where inner.TargetMethod.Name is "SetProperty" or "Set" or "Unset" && inner.Arguments.Length > 0
        let selector = inner.Arguments.Select(one => one.Value.Unwrapped()).OfType<IAnonymousFunctionOperation>()
            .Concat(inner.Arguments.Select(one => one.Value.Unwrapped()).OfType<IDelegateCreationOperation>().Select(one => one.Target).OfType<IAnonymousFunctionOperation>()).FirstOrDefault()
        where selector is not null
        from returned in ShortBody.Returned(selector.Body)
        where returned.Unwrapped() is IMemberReferenceOperation
        select ((IMemberReferenceOperation)returned.Unwrapped()).Member;

    private PersonalRecord? Narrowed(PersonalRecord touched, List<ISymbol> set)
    {
        var fields = set.Select(member => records.OfMember(member, member.ContainingType)).Where(one => one is not null).ToList();
        return fields.Count == 0 ? null : fields.Skip(1).Aggregate(fields[0]!, (all, one) => all.And(one)) with { Entity = touched.Entity };
    }

    private (PersonalRecord, bool)? BySql(IInvocationOperation call)
    {
        foreach (var text in SqlOf(call))
        {
            if (WriteStatement.In(text) is { } statement && Named(statement) is { } record)
                return (record, statement.Erases);
        }

        return null;
    }

    private PersonalRecord? Named(WriteStatement statement)
    {
        var table = statement.Table;
        if (statement.Erases)
            return NamesPeople(table) ? new(table, ImmutableArray.Create("*"), ImmutableArray.Create("whole records")) : null;

        var person = records.Data.Terms.NamesPerson(table);
        var fields = statement.Columns.Select(column => records.Data.OfName(column, null, table)).OfType<Personal>().Where(one => person || one.Level == PersonalLevel.High).ToList();
        return fields.Count == 0 ? null : PersonalRecord.Of(table, fields);
    }

    /// <summary>Whether the rows of a table are people: <c>customers</c>, <c>dim_customer</c>, <c>patient_details</c>; not <c>user_roles</c>.</summary>
    private bool NamesPeople(string table)
    {
        var words = IdentifierWords.Of(table);
        return words.Length > 0 && records.Data.Terms.NamesPerson(table) && (records.Data.Terms.NamesPerson(words[words.Length - 1]) || About.Contains(words[words.Length - 1]));
    }

    /// <summary>The texts a call sends: its own argument, or what its command was made with or given.</summary>
    private static IEnumerable<string> SqlOf(IInvocationOperation call)
    {
        var texts = call.Arguments.SelectMany(argument => argument.Value.Unwrapped() is IObjectCreationOperation made ? made.Arguments.Select(one => one.Value) : [argument.Value]).ToList();
        if (call.Instance?.Unwrapped() is ILocalReferenceOperation { Local: var command } reference)
        {
            if (ValueOrigin.AssignedOnce(command, reference)?.Unwrapped() is IObjectCreationOperation made)
                texts.AddRange(made.Arguments.Select(argument => argument.Value).Concat(made.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Select(one => one.Value) ?? []));

            texts.AddRange(reference.Root().Descendants().OfType<ISimpleAssignmentOperation>()
                .Where(one => one.Target is IPropertyReferenceOperation { Property.Name: "CommandText", Instance: ILocalReferenceOperation target } && SymbolEqualityComparer.Default.Equals(target.Local, command))
                .Select(one => one.Value));
        }

        return texts.Where(text => text.Type?.SpecialType == SpecialType.System_String || text.Type?.Name == "FormattableString")
            .Select(text => string.Concat(ValueOrigin.Of(text).Select(leaf => leaf.ConstantValue is { HasValue: true, Value: string part } ? part : "?")));
    }

    /// <summary>Personal members of a record that was read, not made, and set before the unit of work is saved.</summary>
    private (PersonalRecord, bool)? Saved(IInvocationOperation save)
    {
        PersonalRecord? changed = null;
        foreach (var operation in save.Root().Descendants())
        {
            if (operation is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment || operation.Syntax.SpanStart > save.Syntax.SpanStart)
                continue;

            if (target.Property.Name == "State" && target.Property.ContainingType.Name == "EntityEntry" && records.Of(target.Instance?.Type) is { } whole
                && assignment.Value.Unwrapped() is IFieldReferenceOperation { Field.Name: "Modified" or "Deleted" } state)
                return (whole, state.Field.Name == "Deleted");

            if (IsRead(target.Instance) && records.OfMember(target.Property, target.Instance?.Type) is { } record)
                changed = changed?.And(record) ?? record;
        }

        return changed is null ? Copied(save) : (changed, false);
    }

    /// <summary>A whole record copied over one that was read: by a mapper, or into its current values.</summary>
    private (PersonalRecord, bool)? Copied(IInvocationOperation save)
    {
        foreach (var call in save.Root().Descendants().OfType<IInvocationOperation>().Where(call => call.Syntax.SpanStart < save.Syntax.SpanStart))
        {
            if (call.TargetMethod.Name == "Map" && call.Arguments.Length >= 2 && IsRead(call.Arguments[1].Value.Unwrapped()) && records.Of(call.Arguments[1].Value.Unwrapped().Type) is { } mapped)
                return (mapped, false);

            if (call.TargetMethod is { Name: "SetValues", ContainingType.Name: "PropertyValues" } && call.Instance is IPropertyReferenceOperation { Instance: { } entry } && records.Of(entry.Type) is { } copied)
                return (copied, false);
        }

        return null;
    }

    private static bool IsRead(IOperation? instance) => instance?.Unwrapped() switch
    {
        ILocalReferenceOperation { Local: var local } reference => ValueOrigin.AssignedOnce(local, reference)?.Unwrapped() is not (IObjectCreationOperation or IParameterReferenceOperation),
        IParameterReferenceOperation => true,
        IMemberReferenceOperation or IInvocationOperation => true,
        _ => false,
    };
}
