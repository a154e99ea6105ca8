using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <summary>The same query with the id of its node as the first value of every row.</summary>
internal static class IdentifiedRows
{
    /// <summary>The query with ids.</summary>
    public static LogicalQuery Of(LogicalQuery query) => query switch
    {
        ListQuery list => list with { Selection = In(list.Selection, list.Type) },
        ConnectionQuery connection => connection with { Connection = In(connection.Connection, connection.Type) },
        _ => query,
    };

    private static Selection In(Selection selection, EntityType type) => new([new PropertyColumn(new(Subject.Node, type.Id)), .. selection.Columns.Select(column => column switch
    {
        RelatedListColumn list => list with { Selection = In(list.Selection, list.Field.Target) },
        RelatedOneColumn one => one with { Selection = In(one.Selection, one.Field.Target) },
        RelatedConnectionColumn connection => connection with { Connection = In(connection.Connection, connection.Field.Target) },
        _ => column,
    })]);

    private static ConnectionSelection In(ConnectionSelection connection, EntityType type) =>
        connection.Edges is not { } edges ? connection : connection with { Edges = edges with { Selection = In(edges.Selection, type) } };
}
