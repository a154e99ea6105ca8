namespace Graph.Model.Changes;

/// <summary>What kind of record has changed.</summary>
public enum RecordKind
{
    /// <summary>A node.</summary>
    Node,

    /// <summary>A relationship.</summary>
    Relationship,

    /// <summary>A judgement about which nodes are one.</summary>
    Judgement,
}
