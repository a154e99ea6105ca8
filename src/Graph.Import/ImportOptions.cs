namespace Graph.Import;

/// <summary>What to import and how.</summary>
public sealed record ImportOptions
{
    /// <summary>
    /// Files and folders. Of a folder, every .yaml, .yml, .jsonl and .ndjson file below it is read, and the last two packed
    /// as .gz; a file or pipe named itself is read whatever its ending.
    /// </summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Validates and resolves without writing: neither the store nor the file of rejected records is touched.</summary>
    public bool DryRun { get; init; }

    /// <summary>
    /// Where rejected records are written, one JSON object a line. It tells of the last run only: a run that rejects nothing
    /// removes the one that an earlier run left.
    /// </summary>
    public string RejectedPath { get; init; } = "rejected.jsonl";

    /// <summary>Records of one batch, and so of one transaction; null: what suits the store.</summary>
    public int? BatchRecords { get; init; }
}
