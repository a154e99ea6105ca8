using Graph.Import.Rejections;
using Graph.Import.Sources;
using Graph.Model.Stores;

namespace Graph.Import.Pipeline;

/// <summary>What a run has done so far. One thread reads and another writes; each keeps its own numbers.</summary>
internal sealed class ImportLedger(ImportOptions options, IReadOnlyList<SourceFile> files, RejectedRecords rejected, TimeProvider time)
{
    /// <summary>Labels told of by name: more are the labels of another domain.</summary>
    private const int MaxLabels = 100;

    private readonly Dictionary<string, long> labelsLeftOut = new(StringComparer.Ordinal);
    private readonly List<string> withheld = [];
    private readonly long started = time.GetTimestamp();

    /// <summary>The file being read.</summary>
    public string Current { get; set; } = "";

    /// <summary>Records read.</summary>
    public long Read { get; set; }

    /// <summary>Bytes read of all files.</summary>
    public long BytesRead { get; set; }

    /// <summary>What became of the records written.</summary>
    public WriteCounts Counts { get; set; }

    /// <summary>Relationships that waited, and of which a record further down in the files is written.</summary>
    public long Superseded { get; set; }

    /// <summary>Records that were taken back and are gone.</summary>
    public long Removed { get; set; }

    /// <summary>How many tallies the store derives.</summary>
    public long Tallies { get; set; }

    /// <summary>What became of the rows of each file of a feed, in the order in which they were read.</summary>
    public List<FileTally> Files { get; } = [];

    /// <summary>Takes what stays out.</summary>
    public void Reject(Rejection rejection) => rejected.Add(rejection);

    /// <summary>Whether something of a file stays out.</summary>
    public bool HasRejected(string file) => rejected.Has(file);

    /// <summary>Tells why what a source no longer lists stays in the graph.</summary>
    public void Withhold(string sentence) => withheld.Add(sentence);

    /// <summary>A node was taken without a label that the ontology does not know.</summary>
    public void LeaveOut(string label)
    {
        if (labelsLeftOut.TryGetValue(label, out var nodes)) labelsLeftOut[label] = nodes + 1;
        else if (labelsLeftOut.Count < MaxLabels) labelsLeftOut[label] = 1;
    }

    /// <summary>How far the run is.</summary>
    public ImportProgress Progress() =>
        new(
            Current,
            BytesRead,
            files.Sum(file => file.Bytes),
            Read,
            Counts.Added + Counts.Changed + Counts.Unchanged + Superseded,
            rejected.Count,
            time.GetElapsedTime(started));

    /// <summary>What was done.</summary>
    public ImportReport Report() => new()
    {
        Outcome = ImportOutcome.Complete,
        DryRun = options.DryRun,
        Files = files.Count,
        Read = Read,
        Added = Counts.Added,
        Changed = Counts.Changed,
        Unchanged = Counts.Unchanged + Superseded,
        Removed = Removed,
        Withheld = withheld,
        Tallies = Tallies,
        Rejected = rejected.Count,
        Rejections = rejected.First,
        FileReports = [.. Files.Select(file => file.Report())],
        LabelsLeftOut = [.. labelsLeftOut.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new LeftOutLabel(pair.Key, pair.Value))],
        Elapsed = time.GetElapsedTime(started),
    };
}
