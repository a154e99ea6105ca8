using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>
/// Nodes whose keys are known: a row each, the list [position among the keys, what is selected]. A key that stands twice is
/// answered twice; one that no node has any more is left out. The rows come in no order.
/// </summary>
/// <param name="Keys">The keys (BigInt list).</param>
/// <param name="Among">What the nodes may be, and what is answered of each type; no node is of two of them.</param>
/// <param name="Parameters">See <see cref="LogicalQuery"/>.</param>
public sealed record LookupQuery(Parameter Keys, IReadOnlyList<Lookup> Among, IReadOnlyList<Parameter> Parameters) : LogicalQuery(Parameters)
{
    /// <inheritdoc/>
    public override LogicalQuery With(SelectionRewriter rewriter) =>
        this with { Among = [.. Among.Select(lookup => lookup with { Selection = rewriter.Of(lookup.Selection, lookup.Type) })] };
}

/// <summary>What is answered of the nodes of a type.</summary>
/// <param name="Type">The type or interface.</param>
/// <param name="Selection">What is answered of each.</param>
public sealed record Lookup(EntityType Type, Selection Selection)
{
    /// <summary>Nodes for which this does not hold are left out; null: none is.</summary>
    public Filter? Where { get; init; }
}
