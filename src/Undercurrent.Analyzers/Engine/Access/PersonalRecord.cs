using System.Collections.Immutable;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What of a person a value carries: the entity it is about, and its personal fields.</summary>
internal sealed record PersonalRecord(string Entity, ImmutableArray<string> Fields, ImmutableArray<string> Kinds)
{
    private const int Shown = 4;

    public static PersonalRecord Of(string entity, IEnumerable<Personal> fields)
    {
        var all = fields.ToList();
        return new(entity, all.Select(field => field.Name).Distinct().ToImmutableArray(), all.Select(field => field.Kind).Distinct().ToImmutableArray());
    }

    /// <summary>The kinds of data for a message.</summary>
    public string KindsShown => string.Join(", ", Kinds.Take(Shown)) + (Kinds.Length > Shown ? ", …" : "");

    /// <summary>This and what else is known to travel with it.</summary>
    public PersonalRecord And(PersonalRecord? other) => other is null
        ? this
        : new(Entity, Fields.Union(other.Fields).ToImmutableArray(), Kinds.Union(other.Kinds).ToImmutableArray());

    public PersonalRecord? Without(ICollection<string> fields)
    {
        if (fields.Count == 0)
            return this;

        var kept = Fields.Where(field => !fields.Contains(field)).ToImmutableArray();
        return kept.IsEmpty ? null : this with { Fields = kept };
    }
}
