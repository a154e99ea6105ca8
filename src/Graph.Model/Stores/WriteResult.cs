namespace Graph.Model.Stores;

/// <summary>What became of a batch.</summary>
/// <param name="Nodes">The nodes written.</param>
/// <param name="Relationships">The relationships written.</param>
/// <param name="Refused">The records not written; everything else of the batch was.</param>
public sealed record WriteResult(WriteCounts Nodes, WriteCounts Relationships, IReadOnlyList<Refusal> Refused);

/// <summary>A record that was not written.</summary>
/// <param name="IsNode">A node; otherwise a relationship.</param>
/// <param name="Index">Its place among the batch's nodes or relationships.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">The id, type or property concerned.</param>
public readonly record struct Refusal(bool IsNode, int Index, RefusalReason Reason, string Detail);
