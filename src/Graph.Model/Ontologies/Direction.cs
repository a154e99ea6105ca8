namespace Graph.Model.Ontologies;

/// <summary>Which way a relationship points, seen from the node that declares the field.</summary>
public enum Direction
{
    /// <summary>From the declaring node to the target.</summary>
    Out,

    /// <summary>From the target to the declaring node.</summary>
    In,
}
