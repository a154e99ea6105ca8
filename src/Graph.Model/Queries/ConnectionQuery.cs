using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

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
