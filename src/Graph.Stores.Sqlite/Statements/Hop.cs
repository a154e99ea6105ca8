using Graph.Model.Ontologies;

namespace Graph.Stores.Sqlite.Statements;

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
