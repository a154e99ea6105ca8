namespace Graph.Model.Queries;

/// <summary>
/// What is put to a store for one root field: everything the statement needs, and no value of the request, which all
/// travel as parameters. A store compiles it to one statement.
/// </summary>
/// <param name="Parameters">Every parameter that occurs, by index.</param>
public abstract record LogicalQuery(IReadOnlyList<Parameter> Parameters)
{
    /// <summary>The same query with what it answers of nodes replaced.</summary>
    public abstract LogicalQuery With(SelectionRewriter rewriter);
}
