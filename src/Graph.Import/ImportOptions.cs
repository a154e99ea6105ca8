using Graph.Model.Changes;

namespace Graph.Import;

/// <summary>What to import and how.</summary>
public sealed record ImportOptions
{
    /// <summary>
    /// Files and folders, plain, gzip or zip. Of a folder, every .yaml, .yml, .jsonl, .ndjson, .csv, .tsv and .tab file below it is
    /// read, and of its .json and .txt files and archives those that a format recognises; a file or pipe named itself is read
    /// whatever its ending.
    /// </summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Validates and resolves without writing: neither the store nor the file of rejected records is touched.</summary>
    public bool DryRun { get; init; }

    /// <summary>
    /// Where rejected records are written, one JSON object a line: a file, which the next run that rejects anything writes
    /// over, or a folder, in which each such run has a file of its own, named by when it began, and the last ten are kept.
    /// </summary>
    public string RejectedPath { get; init; } = ".";

    /// <summary>The format of all files, one of <see cref="Importer.Formats"/>; null: each file's is recognised by what is in it.</summary>
    public string? Format { get; init; }

    /// <summary>Acts of feeds before this day are left out; null: none.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Acts of feeds after this day are left out; null: none.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>
    /// States, by ISO 3166-1 alpha-3: acts of feeds are taken where a side is one of them, or of its country; empty: all.
    /// </summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>
    /// A file of judgements on which ids are of one actor and which are not, as nomenklatura writes them; null: none. With it there may be no
    /// other path.
    /// </summary>
    public string? ResolverPath { get; init; }

    /// <summary>The terms on which the records of feeds may be used, in place of what is known of each feed; null: that.</summary>
    public string? Licence { get; init; }

    /// <summary>
    /// In whose name files speak that do not say so themselves: imported again under that name, what they no longer list is
    /// removed. Null: in nobody's, and nothing is ever removed on their account. A dossier always has a name.
    /// </summary>
    public string? Source { get; init; }

    /// <summary>
    /// Long texts, which the API tells in passages, are not kept: what is imported has none of them, and one that a source gave
    /// before is taken out.
    /// </summary>
    public bool WithoutTexts { get; init; }

    /// <summary>Adds and changes only: what sources no longer list stays in the graph, asserted by them.</summary>
    public bool Keep { get; init; }

    /// <summary>Removes also where more than a third of a source would go.</summary>
    public bool ConfirmRemovals { get; init; }

    /// <summary>Days for which what has changed is kept; see <see cref="ChangeChunk.KeptDays"/>.</summary>
    public int KeepChanges { get; init; } = ChangeChunk.KeptDays;

    /// <summary>Records of one batch, and so of one transaction; null: what suits the store.</summary>
    public int? BatchRecords { get; init; }
}
