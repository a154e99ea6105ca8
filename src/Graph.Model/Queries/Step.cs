using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>A way from a node to its neighbours.</summary>
/// <param name="Direction">Which way, seen from the node that is left; of acts, out is from those who act to those the act is against.</param>
public abstract record Step(Direction Direction);

/// <summary>From one actor to another by an act that is done by one against the other.</summary>
/// <param name="Act">The acts.</param>
/// <param name="Direction">See <see cref="Step"/>.</param>
/// <param name="Where">Which acts; null: all.</param>
public sealed record ActStep(Act Act, Direction Direction, Filter? Where) : Step(Direction)
{
    /// <summary>Each row has the number of different acts after the two nodes, and their first and last day, null where none is dated.</summary>
    public bool IsFigured { get; init; }
}
