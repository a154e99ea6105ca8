using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>Replaces what a query answers of nodes, at any depth. Without overrides everything stays as it is.</summary>
public abstract class SelectionRewriter
{
    /// <summary>What is answered of nodes.</summary>
    /// <param name="selection">The columns.</param>
    /// <param name="type">The nodes' type.</param>
    public virtual Selection Of(Selection selection, EntityType type) => new([.. selection.Columns.Select(column => column switch
    {
        RelatedListColumn list => list with { Selection = Of(list.Selection, list.Field.Target) },
        RelatedOneColumn one => one with { Selection = Of(one.Selection, one.Field.Target) },
        RelatedConnectionColumn connection => connection with { Connection = Of(connection.Connection, connection.Field.Target) },
        _ => column,
    })]);

    /// <summary>The parts of a connection.</summary>
    public ConnectionSelection Of(ConnectionSelection connection, EntityType type) => connection.Edges is not { } edges
        ? connection
        : connection with { Edges = edges with { Page = Of(edges.Page), Selection = Of(edges.Selection, type) } };

    /// <summary>The page of a connection.</summary>
    protected virtual Page Of(Page page) => page;
}
