namespace Graph.Export;

/// <summary>What an export wrote, and what it could not.</summary>
/// <param name="Nodes">Nodes written.</param>
/// <param name="Relationships">Relationships written, derived tallies among them.</param>
/// <param name="LeftOut">Values, nodes and relationships left out, because they are not what the ontology says or the format has no place for
/// them.</param>
/// <param name="Sentences">What was left out, a sentence each: the first of them.</param>
/// <param name="Changed">Characters written as another, because the format forbids them.</param>
/// <param name="Notes">What else there is to say of the export, a sentence each.</param>
public sealed record ExportReport(
    long Nodes,
    long Relationships,
    long LeftOut,
    IReadOnlyList<string> Sentences,
    long Changed = 0,
    IReadOnlyList<string>? Notes = null);
