namespace Graph.Import.Pipeline;

/// <summary>What a number turned out to be.</summary>
internal enum ResolutionKind
{
    /// <summary>The node's own id.</summary>
    OwnId,

    /// <summary>The number of a node with another id.</summary>
    Node,

    /// <summary>A number of two different nodes.</summary>
    Contested,

    /// <summary>A number that is given to no node, among files that number theirs.</summary>
    Unknown,
}
