using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>A key of groups as Cypher.</summary>
/// <param name="Value">What nodes are grouped by; of a related node the node.</param>
/// <param name="Clauses">What has to stand before.</param>
/// <param name="IsDistinct">A node has no value twice.</param>
/// <param name="MayBeMissing">There are rows in which the value is null though nodes without one are left out.</param>
internal sealed record GroupKeyText(string Value, IReadOnlyList<string> Clauses, bool IsDistinct, bool MayBeMissing);

/// <summary>Finds the values by which nodes are grouped: one row for each value of a node.</summary>
internal sealed class GroupKeys(StatementScope scope, Paths paths)
{
    /// <summary>The values of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="name">A variable for it.</param>
    /// <param name="place">The nodes.</param>
    /// <param name="includeMissing">A node without a value has one row, with null; otherwise none.</param>
    public GroupKeyText Of(GroupKey key, string name, Place place, bool includeMissing) => key switch
    {
        TimeKey time => Single(time.Property, Buckets.FirstDay(time.Bucket, time.Property.Kind, Read(time.Property, place)), includeMissing),
        PropertyKey { Property.IsList: true } list => Items(list.Property, name, place, includeMissing),
        PropertyKey one => Single(one.Property, Told(one.Property, scope.InOrder(place.Node, one.Property)), includeMissing),
        RelatedKey related => Related(related, name, place, includeMissing ? "OPTIONAL " : ""),
        _ => throw new InvalidOperationException($"A key of kind {key.GetType().Name} has no form in Cypher."),
    };

    private static string Read(Property property, Place place) => place.Read(new(Subject.Node, property));

    // As it is told apart from others.
    private static string Told(Property property, string value) => property.Kind switch
    {
        ScalarKind.DateTime => Buckets.Instant(value),
        ScalarKind.Float => CypherText.WithoutNegativeZero(value),
        _ => value,
    };

    private static GroupKeyText Single(Property property, string value, bool includeMissing) =>
        new(value, [], IsDistinct: true, MayBeMissing: !includeMissing && !property.IsRequired);

    private static GroupKeyText Items(Property property, string name, Place place, bool includeMissing)
    {
        var (list, item) = (Read(property, place), name + "_item");
        var items = includeMissing ? $"CASE WHEN coalesce({list}, []) = [] THEN [null] ELSE {list} END" : list;
        return new(Told(property, item), [$"UNWIND {items} AS {item}"], IsDistinct: false, MayBeMissing: false);
    }

    private GroupKeyText Related(RelatedKey key, string name, Place place, string optional)
    {
        if (key.Way is [var only])
        {
            var path = paths.Path(place.Node, only, new(name, null, only.Target));
            return new(name, [$"{optional}MATCH {path}"], key.IsDistinct, MayBeMissing: false);
        }

        // Steps are clauses of their own: within one, Cypher takes no relationship twice, and a way may lead back along one.
        var (clauses, near) = (new List<string>(), place.Node);
        foreach (var (i, field) in key.Way.Index())
        {
            var far = new Place($"{name}_{i}", null, field.Target);
            clauses.Add("MATCH " + paths.Path(near, field, far));
            near = far.Node;
        }

        return new(
            name,
            [CypherText.Block($"{optional}CALL ({place.Node})", [.. clauses, $"RETURN DISTINCT {near} AS {name}"])],
            IsDistinct: true,
            MayBeMissing: false);
    }
}
