namespace Graph.Import;

/// <summary>What an import did. Records are nodes and relationships; a rejected entry of a dossier counts as one.</summary>
public sealed record ImportReport
{
    /// <summary>How it ended.</summary>
    public required ImportOutcome Outcome { get; init; }

    /// <summary>For <see cref="ImportOutcome.Failed"/> and <see cref="ImportOutcome.WrongUsage"/>, why, as a sentence.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether anything was begun: not where no path is to be imported, or the store takes no writes.</summary>
    public bool HasBegun { get; init; }

    /// <summary>Nothing was written: added, changed, removed and unchanged say what would have become of the records.</summary>
    public bool DryRun { get; init; }

    /// <summary>Files read.</summary>
    public int Files { get; init; }

    /// <summary>Records read.</summary>
    public long Read { get; init; }

    /// <summary>Records not stored before.</summary>
    public long Added { get; init; }

    /// <summary>Records stored before with other properties, or now with those of other sources.</summary>
    public long Changed { get; init; }

    /// <summary>Records stored before just so, and tallies in files, which the store derives itself.</summary>
    public long Unchanged { get; init; }

    /// <summary>Records removed, which their sources no longer list and nobody else asserts.</summary>
    public long Removed { get; init; }

    /// <summary>Of each source that no longer lists records which stay nevertheless, why, as a sentence.</summary>
    public IReadOnlyList<string> Withheld { get; init; } = [];

    /// <summary>How many tallies the store holds now, derived from its accusations; 0 of a dry run.</summary>
    public long Tallies { get; init; }

    /// <summary>Records rejected, and files that could not be read.</summary>
    public long Rejected { get; init; }

    /// <summary>The first hundred of them.</summary>
    public IReadOnlyList<Rejection> Rejections { get; init; } = [];

    /// <summary>What became of the rows of each file of a feed; dossiers and JSON Lines are not told of here.</summary>
    public IReadOnlyList<FileReport> FileReports { get; init; } = [];

    /// <summary>Where all of them are written; null where there are none.</summary>
    public string? RejectedPath { get; init; }

    /// <summary>Rejected records that are not in that file, since it may grow to 256 MiB only.</summary>
    public long RejectedUnwritten { get; init; }

    /// <summary>Labels of nodes that went in without them, because the ontology does not know them; most frequent first, a hundred at most.</summary>
    public IReadOnlyList<LeftOutLabel> LabelsLeftOut { get; init; } = [];

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Records read a second.</summary>
    public double RecordsPerSecond => Elapsed > TimeSpan.Zero ? Read / Elapsed.TotalSeconds : 0;
}

/// <summary>How many there are of a kind.</summary>
/// <param name="Kind">A word or a few.</param>
/// <param name="Count">How many.</param>
public readonly record struct KindCount(string Kind, long Count);

/// <summary>A label beyond the ontology.</summary>
/// <param name="Label">The label.</param>
/// <param name="Nodes">How many nodes had it.</param>
public sealed record LeftOutLabel(string Label, long Nodes);

/// <summary>How far an import is.</summary>
/// <param name="File">The file being read.</param>
/// <param name="BytesRead">Bytes read of all files.</param>
/// <param name="BytesTotal">Bytes of all files.</param>
/// <param name="Read">Records read.</param>
/// <param name="Written">Records written.</param>
/// <param name="Rejected">Records rejected.</param>
/// <param name="Elapsed">Since the start.</param>
public readonly record struct ImportProgress(string File, long BytesRead, long BytesTotal, long Read, long Written, long Rejected, TimeSpan Elapsed);
