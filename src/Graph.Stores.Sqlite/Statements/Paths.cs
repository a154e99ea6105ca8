using Graph.Model.Ontologies;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>Paths from the node at hand to related ones.</summary>
internal sealed class Paths(Layout layout, StatementScope scope)
{
    /// <summary>The step along a field, under aliases of its own.</summary>
    public Hop Follow(RelationshipField field)
    {
        var table = layout.Of(field.Relationship);
        var edge = scope.Alias("r");
        var family = layout.Of(field.Target);
        var end = $"{edge}.\"{RelationshipTable.FarOf(field.Direction)}\"";
        var far = new Place(scope.Alias("n"), field.Target, family, edge, table, end);
        return new(
            far,
            $"{Quote(table.Table)} AS {edge}",
            $"{edge}.\"{RelationshipTable.NearOf(field.Direction)}\"",
            end,
            far.OfTypes(field.Target.ConcreteTypes, field.Ends.Where(family.Types.Contains)),
            field.IsCertain);
    }

    /// <summary>
    /// The condition that a node is of a type that declares the field; null where only such nodes have its relationships in that
    /// direction.
    /// </summary>
    public string? IsOfSource(RelationshipField field, string key)
    {
        if (field.Starts.All(field.Source.ConcreteTypes.Contains)) return null;
        var place = new Place(scope.Alias("n"), field.Source, layout.Of(field.Source));
        List<string> conditions = [$"{place.RowKey} = {key}"];
        if (place.OfTypes(field.Source.ConcreteTypes, place.Family.Types) is { } types) conditions.Add(types);
        return $"EXISTS (SELECT 1 FROM {place.Table}{SqlText.Where(conditions)})";
    }
}

/// <summary>A step along a relationship: from the key of the node at hand to the related nodes.</summary>
/// <param name="Far">The place at the other end, with the relationship as its edge.</param>
/// <param name="Edges">The relationship's table and alias.</param>
/// <param name="Near">Its column for the node at hand.</param>
/// <param name="End">Its column for the related node.</param>
/// <param name="Types">The condition that the related node is of the field's types; null when it always is.</param>
/// <param name="IsCertain">See <see cref="RelationshipField.IsCertain"/>.</param>
internal sealed record Hop(Place Far, string Edges, string Near, string End, string? Types, bool IsCertain)
{
    /// <summary>The relationships joined with the nodes they lead to.</summary>
    public string Joined => $"{Edges} CROSS JOIN {Far.Table} ON {Far.RowKey} = {End}";

    /// <summary>Keeps one related node, after a space: of several the one with the least id; nothing where there cannot be several.</summary>
    public string Least(RelationshipField field) => field.IsSingle ? "" : $" ORDER BY {Far.Id} LIMIT 1";

    /// <summary>The condition that the relationship starts at a node.</summary>
    public string StartsAt(Place from) => $"{Near} = {from.Key}";
}
