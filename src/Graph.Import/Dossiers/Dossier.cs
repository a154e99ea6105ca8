namespace Graph.Import.Dossiers;

/// <summary>A dossier as read: what it describes, and what is wrong with the file beyond its single records.</summary>
/// <param name="File">Its path.</param>
/// <param name="Drafts">What it describes, in file order.</param>
/// <param name="Faults">Faults of the file itself.</param>
internal sealed record Dossier(string File, IReadOnlyList<Draft> Drafts, IReadOnlyList<Fault> Faults);
