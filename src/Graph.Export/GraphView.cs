namespace Graph.Export;

/// <summary>How much of a graph leaves, and in which shape.</summary>
public enum GraphView
{
    /// <summary>Every node and every relationship, tallies among them.</summary>
    Whole,

    /// <summary>Every node and every relationship but the tallies, which say once more what the acts say.</summary>
    Acts,

    /// <summary>The actors, and between each two of them the tally of the acts of the one against the other.</summary>
    Actors,
}
