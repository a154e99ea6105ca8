using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>
/// Acts of one actor against another, for pairs of actors: a row each, the list [position of the pair, acts as a list of rows,
/// number of acts]; what is not asked for is null. The rows come in no order.
/// </summary>
/// <param name="Act">The acts.</param>
/// <param name="Actors">The keys of those who act (BigInt list).</param>
/// <param name="Counterparts">The keys of those the acts are against, one for each of <paramref name="Actors"/>.</param>
/// <param name="Where">Which acts; null: all.</param>
/// <param name="CountsActs">Whether their number is asked for.</param>
/// <param name="Acts">What is answered of the acts themselves; null: nothing.</param>
/// <param name="Parameters">See <see cref="LogicalQuery"/>.</param>
public sealed record BetweenQuery(
    Act Act,
    Parameter Actors,
    Parameter Counterparts,
    Filter? Where,
    bool CountsActs,
    EdgeSelection? Acts,
    IReadOnlyList<Parameter> Parameters) : LogicalQuery(Parameters)
{
    /// <inheritdoc/>
    public override LogicalQuery With(SelectionRewriter rewriter) =>
        Acts is null ? this : this with { Acts = Acts with { Selection = rewriter.Of(Acts.Selection, Act.Type) } };
}
