using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <summary>
/// A row's missing value has no parameter in a <see cref="Keyset"/>, so that a query is another one for each pattern of
/// missing values in the cursors that a request gives.
/// </summary>
internal static class MissingKeys
{
    /// <summary>The query for cursors in which the values of some parameters are missing.</summary>
    public static LogicalQuery LeaveOut(LogicalQuery query, IReadOnlyCollection<int> missing) => query switch
    {
        ListQuery list => list with { Selection = In(list.Selection, missing) },
        ConnectionQuery connection => connection with { Connection = In(connection.Connection, missing) },
        _ => query,
    };

    private static Selection In(Selection selection, IReadOnlyCollection<int> missing) => new([.. selection.Columns.Select(column => column switch
    {
        RelatedListColumn list => list with { Selection = In(list.Selection, missing) },
        RelatedOneColumn one => one with { Selection = In(one.Selection, missing) },
        RelatedConnectionColumn connection => connection with { Connection = In(connection.Connection, missing) },
        _ => column,
    })]);

    private static ConnectionSelection In(ConnectionSelection connection, IReadOnlyCollection<int> missing) => connection.Edges is not { } edges
        ? connection
        : connection with
        {
            Edges = edges with
            {
                Page = edges.Page with { After = In(edges.Page.After, missing), Before = In(edges.Page.Before, missing) },
                Selection = In(edges.Selection, missing),
            },
        };

    private static Keyset? In(Keyset? keyset, IReadOnlyCollection<int> missing) => keyset is null
        ? null
        : new([.. keyset.Values.Select(value => value is not null && missing.Contains(value.Index) ? null : value)]);
}
