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
