namespace Graph.Import;

/// <summary>What became of the rows of a file.</summary>
/// <param name="File">The file, or <c>archive.zip/member</c>.</param>
/// <param name="Rows">Rows, or entities, read.</param>
/// <param name="Taken">Rows that are acts, or entities that the graph has a place for.</param>
/// <param name="Accusations">Acts that were not in the graph.</param>
/// <param name="Evidence">Evidence that was not in the graph.</param>
/// <param name="Repeats">Rows that repeat an article's report of an act.</param>
/// <param name="Made">Other things that were read, by kind.</param>
/// <param name="LeftOut">Sound rows that the graph has no place for, by kind.</param>
/// <param name="Rejected">Rows at fault, by reason.</param>
public sealed record FileReport(
    string File,
    long Rows,
    long Taken,
    long Accusations,
    long Evidence,
    long Repeats,
    IReadOnlyList<KindCount> Made,
    IReadOnlyList<KindCount> LeftOut,
    IReadOnlyList<KindCount> Rejected);
