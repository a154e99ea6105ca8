using Graph.Model.Ontologies;

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

/// <summary>Nodes of a type: one row a node, in order.</summary>
/// <param name="Type">The type or interface.</param>
/// <param name="Where">Which nodes; null: all.</param>
/// <param name="Sort">The order.</param>
/// <param name="Page">Which part.</param>
/// <param name="Selection">What is answered of each.</param>
/// <param name="Parameters">See <see cref="LogicalQuery"/>.</param>
public sealed record ListQuery(
    EntityType Type,
    Filter? Where,
    IReadOnlyList<SortKey> Sort,
    Page Page,
    Selection Selection,
    IReadOnlyList<Parameter> Parameters) : LogicalQuery(Parameters)
{
    /// <inheritdoc/>
    public override LogicalQuery With(SelectionRewriter rewriter) => this with { Selection = rewriter.Of(Selection, Type) };
}

/// <summary>Nodes of a type as a connection: exactly one row, the list of three of <see cref="ConnectionSelection"/>.</summary>
/// <param name="Type">The type or interface.</param>
/// <param name="Where">Which nodes; null: all.</param>
/// <param name="Connection">What is answered; <see cref="Subject.Edge"/> does not occur.</param>
/// <param name="Parameters">See <see cref="LogicalQuery"/>.</param>
public sealed record ConnectionQuery(
    EntityType Type,
    Filter? Where,
    ConnectionSelection Connection,
    IReadOnlyList<Parameter> Parameters) : LogicalQuery(Parameters)
{
    /// <inheritdoc/>
    public override LogicalQuery With(SelectionRewriter rewriter) => this with { Connection = rewriter.Of(Connection, Type) };
}
