using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>A step along a relationship: from the key of the node at hand to the related nodes.</summary>
/// <param name="Far">The scope at the other end, with the relationship as its edge.</param>
/// <param name="Edges">The relationship's table and alias.</param>
/// <param name="Near">Its column for the node at hand.</param>
/// <param name="End">Its column for the related node.</param>
/// <param name="Types">The condition that the related node is of the field's types; null when it always is.</param>
/// <param name="IsCertain">See <see cref="RelationshipField.IsCertain"/>.</param>
internal sealed record Hop(Scope Far, string Edges, string Near, string End, string? Types, bool IsCertain)
{
    /// <summary>Nodes joined behind the relationships.</summary>
    public string Joined => $"{Edges} CROSS JOIN {Quote(Far.Family.Table)} AS {Far.Node} ON {Far.RowKey} = {End}";

    public static Hop Along(RelationshipField field, Layout layout, Func<string, string> alias)
    {
        var table = layout.Of(field.Relationship);
        var edge = alias("r");
        var family = layout.Of(field.Target);
        var end = $"{edge}.\"{RelationshipTable.FarOf(field.Direction)}\"";
        var far = new Scope(alias("n"), field.Target, family, edge, table, end);
        return new(
            far,
            $"{Quote(table.Table)} AS {edge}",
            $"{edge}.\"{RelationshipTable.NearOf(field.Direction)}\"",
            end,
            far.OfTypes(field.Target.ConcreteTypes, field.Ends.Where(family.Types.Contains)),
            field.IsCertain);
    }
}
