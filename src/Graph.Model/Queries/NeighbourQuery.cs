using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>
/// The neighbours of nodes whose keys are known: rows of a list that begins with the node's key, after which stand pairs of a number, which of
/// <paramref name="Steps"/>, and what is told of the node's neighbours over that step. Keys are as <see cref="NodeKeyColumn"/> has them. A node
/// has a row, several or none. Of a step that leads nowhere there is no pair, or nothing in it: null, 0 or an empty list; links over one step may
/// stand in several pairs. The rows come in no order, nor do the neighbours.
/// </summary>
/// <param name="Steps">
/// Where to step. One way may be asked several times, to tell different things or of different nodes; of those that tell the same, a row may
/// have the number of any.
/// </param>
/// <param name="Parameters">See <see cref="LogicalQuery"/>.</param>
public sealed record NeighbourQuery(IReadOnlyList<NeighbourStep> Steps, IReadOnlyList<Parameter> Parameters) : LogicalQuery(Parameters)
{
    /// <summary>The number that stands for no step, but for the node itself.</summary>
    public const int Itself = -1;

    /// <summary>The nodes to start at where a condition names them; null: each step knows its own.</summary>
    public NamedStart? Start { get; init; }

    /// <summary>What is told of each of the named nodes itself, in a pair whose number is <see cref="Itself"/>; null: nothing.</summary>
    public Selection? Named { get; init; }

    /// <inheritdoc/>
    public override LogicalQuery With(SelectionRewriter rewriter) =>
        Named is null ? this : this with { Named = rewriter.Of(Named, Start!.Type) };
}

/// <summary>A way from nodes to their neighbours along a relationship.</summary>
/// <param name="Relationship">Its type.</param>
/// <param name="Direction">Which way, seen from the node that is left.</param>
/// <param name="From">
/// The keys of the nodes to start at (BigInt list); only such as may have the relationship in this direction. Null: those that are named.
/// </param>
/// <param name="Told">What is told of the neighbours.</param>
public sealed record NeighbourStep(RelationshipType Relationship, Direction Direction, Parameter? From, NeighboursTold Told)
{
    /// <summary>The property of the relationship that says how strong it is (Int, required); null: all are alike.</summary>
    public Property? Strength { get; init; }

    /// <summary>Properties of the relationship that are told of each link.</summary>
    public IReadOnlyList<Property> Carried { get; init; } = [];

    /// <summary>The types of node that it may lead to.</summary>
    public IReadOnlyList<NodeType> Ends => Direction == Direction.Out ? Relationship.Ends : Relationship.Starts;
}

/// <summary>What is told of the neighbours of a node over a step.</summary>
public abstract record NeighboursTold
{
    /// <summary>How many different ones there are.</summary>
    public sealed record Number : NeighboursTold;

    /// <summary>
    /// The list [how many different ones there are, the strongest of them as a list], of each of these the list [key, ordinal of its type, id,
    /// caption, degree, strength or where the step has none the number of relationships that lead there], degrees as <see cref="DegreeColumn"/>
    /// has them. The strongest are those with the greatest <see cref="NeighbourStep.Strength"/>, then degree, then the least id, then type by
    /// name.
    /// </summary>
    /// <param name="Most">How many (Int).</param>
    public sealed record Strongest(Parameter Most) : NeighboursTold;

    /// <summary>
    /// The relationships to some nodes: a list each of the key of the node and the values of <see cref="NeighbourStep.Carried"/>, also of each of
    /// several parallel ones.
    /// </summary>
    /// <param name="To">The keys of these nodes (BigInt list).</param>
    public sealed record Links(Parameter To) : NeighboursTold;
}
