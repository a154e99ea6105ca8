namespace Graph.Model.Stores;

/// <summary>How many relationships of one type the nodes have at one of its ends.</summary>
/// <param name="Relationships">All of the type, parallel ones each.</param>
/// <param name="Greatest">Most of one node.</param>
/// <param name="Squares">The sum of the squares of the nodes' numbers.</param>
public readonly record struct Degrees(long Relationships, long Greatest, double Squares)
{
    /// <summary>
    /// How many a node has on the average to which a relationship led: those with many are led to often. 0 where there is no
    /// relationship.
    /// </summary>
    public double OfWhomIsLedTo => Relationships == 0 ? 0 : Squares / Relationships;
}
