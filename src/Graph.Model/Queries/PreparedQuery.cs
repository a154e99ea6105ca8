using Graph.Model.Stores;

namespace Graph.Model.Queries;

/// <summary>
/// A query as every store prints it, so that all print the same one and refuse the same ones: its alternatives are brought
/// together, and it is small enough to be planned.
/// </summary>
public sealed class PreparedQuery
{
    private PreparedQuery(LogicalQuery asked, LogicalQuery gathered)
    {
        Asked = asked;
        Gathered = gathered;
        Size = QuerySize.Of(gathered);
    }

    /// <summary>The query as it was asked.</summary>
    public LogicalQuery Asked { get; }

    /// <summary>The query to print: <see cref="Asked"/> after <see cref="Alternatives.Gather"/>.</summary>
    public LogicalQuery Gathered { get; }

    /// <summary>The size of what is printed.</summary>
    public QuerySize Size { get; }

    /// <summary>Prepares a query.</summary>
    /// <exception cref="QueryRefusedException">It asks for more than <see cref="QuerySize"/> allows.</exception>
    public static PreparedQuery Of(LogicalQuery query)
    {
        QuerySize.CheckDepth(query);
        return new(query, Alternatives.Gather(query));
    }
}
