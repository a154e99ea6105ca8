using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>Figures about whole types of node: exactly one row, a list with the value of each.</summary>
/// <param name="Figures">The figures.</param>
public sealed record OverviewQuery(IReadOnlyList<OverviewFigure> Figures) : LogicalQuery([])
{
    /// <inheritdoc/>
    /// <remarks>It answers nothing of single nodes.</remarks>
    public override LogicalQuery With(SelectionRewriter rewriter) => this;
}

/// <summary>A figure about all nodes of a type.</summary>
/// <param name="Type">The type.</param>
public abstract record OverviewFigure(NodeType Type);

/// <summary>How many there are; never missing.</summary>
/// <param name="Type">See <see cref="OverviewFigure"/>.</param>
public sealed record NodeTotal(NodeType Type) : OverviewFigure(Type);

/// <summary>The greatest value of a property, encoded as a <see cref="PropertyColumn"/> is; null where no node has one.</summary>
/// <param name="Type">See <see cref="OverviewFigure"/>.</param>
/// <param name="Property">The property; no list.</param>
public sealed record LatestValue(NodeType Type, Property Property) : OverviewFigure(Type);
