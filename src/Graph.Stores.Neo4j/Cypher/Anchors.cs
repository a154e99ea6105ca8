using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Cypher;

/// <summary>How few nodes an anchor stands for.</summary>
internal enum Selectivity
{
    /// <summary>Those with a value of an indexed property.</summary>
    Indexed = 1,

    /// <summary>One node for each value.</summary>
    Unique = 2,
}

/// <summary>
/// A condition on related nodes from which a search had better start: an equality that an index answers, at the end of
/// one relationship or of several.
/// </summary>
/// <param name="Condition">The condition on the node looked for.</param>
/// <param name="Next">The anchor among the conditions of the related node; null when the equality is one of its own.</param>
/// <param name="Equality">The comparison that the index answers.</param>
/// <param name="Selectivity">How few nodes it stands for.</param>
internal sealed record Anchor(Exists Condition, Anchor? Next, Comparison Equality, Selectivity Selectivity)
{
    /// <summary>The type of the node that the index finds.</summary>
    public EntityType Holder => Next?.Holder ?? Condition.Field.Target;

    /// <summary>One relationship away and one node at most.</summary>
    public bool IsOneNode => Next is null && Selectivity == Selectivity.Unique && Equality.Operator == ComparisonOperator.Equal;
}

/// <summary>Finds anchors, and knows which properties an index answers for.</summary>
internal sealed class Anchors(LabelMap labels)
{
    /// <summary>The anchors of a condition, the most selective first; none where the node's own id is given.</summary>
    public IReadOnlyList<Anchor> Find(Filter? where, EntityType type)
    {
        var parts = Conditions.Parts(where).ToList();
        if (parts.Any(part => Selects(part, type) == Selectivity.Unique)) return [];
        return [.. parts.OfType<Exists>().Select(At).OfType<Anchor>().OrderByDescending(anchor => anchor.Selectivity).ThenBy(Hops)];
    }

    /// <summary>The node's own conditions name few nodes.</summary>
    public bool HasOwnEquality(Filter? where, EntityType type) => Conditions.Parts(where).Any(part => Selects(part, type) is not null);

    /// <summary>The types under whose labels an index on the property is kept; empty where none answers for the whole type.</summary>
    public IReadOnlyList<EntityType> IndexedUnder(EntityType type, Property property)
    {
        if (IsIndexed(type, property.Name)) return [type];
        return type.ConcreteTypes.All(concrete => IsIndexed(concrete, property.Name)) ? type.ConcreteTypes : [];
    }

    private bool IsIndexed(EntityType type, string name) =>
        labels.Single(type) is not null
        && type.FindProperty(name) is { IsList: false } property
        && (property.IsUnique || (property.IsIndexed && type is NodeType));

    private static int Hops(Anchor anchor) => anchor.Next is null ? 1 : 1 + Hops(anchor.Next);

    private Anchor? At(Exists exists)
    {
        Anchor? best = null;
        foreach (var part in Conditions.Parts(exists.Inner))
        {
            if (Selects(part, exists.Field.Target) is { } selectivity && (best is null || selectivity > best.Selectivity))
                best = new(exists, null, (Comparison)part, selectivity);
        }

        if (best is not null) return best;
        return Conditions.Parts(exists.Inner).OfType<Exists>().Select(At).OfType<Anchor>().MaxBy(anchor => anchor.Selectivity) is { } next
            ? new(exists, next, next.Equality, next.Selectivity)
            : null;
    }

    private Selectivity? Selects(Filter part, EntityType type)
    {
        if (part is not Comparison { Property.Subject: Subject.Node, CaseInsensitive: false } equality) return null;
        if (equality.Operator is not (ComparisonOperator.Equal or ComparisonOperator.In)) return null;
        // A name of a short list, such as the act of an accusation, stands for too many nodes to start from.
        if (equality.Property.Property.Kind is ScalarKind.Enum or ScalarKind.Boolean) return null;
        if (IndexedUnder(type, equality.Property.Property).Count == 0) return null;
        return type.FindProperty(equality.Property.Property.Name)!.IsUnique ? Selectivity.Unique : Selectivity.Indexed;
    }
}
