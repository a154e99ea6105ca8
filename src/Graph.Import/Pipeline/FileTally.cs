using Graph.Import.Sources;

namespace Graph.Import.Pipeline;

/// <summary>Counts what becomes of the rows of one file of a feed. Used by the thread that reads.</summary>
/// <param name="file">The file.</param>
internal sealed class FileTally(SourceFile file)
{
    private readonly Dictionary<string, long> made = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> leftOut = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> rejected = new(StringComparer.Ordinal);

    /// <summary>Its path in reports.</summary>
    public string Path => file.Path;

    public long Rows { get; set; }

    public long Taken { get; set; }

    public long Accusations { get; set; }

    public long Evidence { get; set; }

    public long Repeats { get; set; }

    /// <summary>Something of a kind was read.</summary>
    public void Make(string kind, long count = 1) => Add(made, kind, count);

    /// <summary>A sound row was passed over.</summary>
    public void LeaveOut(string kind, long count = 1) => Add(leftOut, kind, count);

    /// <summary>A row is at fault.</summary>
    public void Reject(string reason) => Add(rejected, reason, 1);

    /// <summary>What was counted.</summary>
    public FileReport Report() => new(Path, Rows, Taken, Accusations, Evidence, Repeats, Of(made), Of(leftOut), Of(rejected));

    private static void Add(Dictionary<string, long> counts, string kind, long count) => counts[kind] = counts.GetValueOrDefault(kind) + count;

    private static List<KindCount> Of(Dictionary<string, long> counts) =>
        [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new KindCount(pair.Key, pair.Value))];
}
