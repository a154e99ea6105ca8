namespace Graph.Import.Dossiers;

/// <summary>A dossier as read: what it describes, and what is wrong with the file beyond its single records.</summary>
/// <param name="File">Its path.</param>
/// <param name="Source">What it calls itself, by its id or its dataset; null where it does not.</param>
/// <param name="Drafts">What it describes, in file order.</param>
/// <param name="Faults">Faults of the file itself.</param>
internal sealed record Dossier(string File, string? Source, IReadOnlyList<Draft> Drafts, List<Fault> Faults)
{
    /// <summary>What it calls itself can be told, also where that is nothing.</summary>
    public bool IsNamed { get; init; } = true;

    /// <summary>A file that cannot be read as a dossier.</summary>
    public static Dossier Unread(string file, Fault fault) => new(file, null, [], [fault]) { IsNamed = false };
}
