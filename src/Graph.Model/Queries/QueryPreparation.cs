using Graph.Model.Stores;

namespace Graph.Model.Queries;

/// <summary>What every store does with a query before it prints a statement, so that all print the same one and refuse the same ones.</summary>
public static class QueryPreparation
{
    /// <summary>The query to print: its alternatives brought together, and small enough to be planned.</summary>
    /// <exception cref="QueryRefusedException">It asks for more than <see cref="QuerySize"/> allows.</exception>
    public static LogicalQuery Prepare(LogicalQuery query)
    {
        var gathered = Gather(query);
        QuerySize.Of(gathered);
        return gathered;
    }

    /// <summary>The size of what <see cref="Prepare"/> gives.</summary>
    /// <exception cref="QueryRefusedException">It asks for more than <see cref="QuerySize"/> allows.</exception>
    public static QuerySize SizeOf(LogicalQuery query) => QuerySize.Of(Gather(query));

    private static LogicalQuery Gather(LogicalQuery query)
    {
        QuerySize.CheckDepth(query);
        return Alternatives.Gather(query);
    }
}
