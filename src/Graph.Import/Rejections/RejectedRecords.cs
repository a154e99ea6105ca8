using Graph.Model.Files;

namespace Graph.Import.Rejections;

/// <summary>
/// Takes rejected records as they come: counts them, keeps the first for the report, and writes all to a file that takes
/// its name only when the run ends, so that it is whole or not there. Safe for use by several threads.
/// </summary>
/// <param name="where">The file, or a folder for one that is named by the run (<see cref="RejectedFiles"/>); null writes none.</param>
/// <param name="began">When the run began.</param>
/// <param name="shown">How many are kept for the report.</param>
/// <param name="maxBytes">How large the file may grow.</param>
internal sealed class RejectedRecords(
    string? where, DateTimeOffset began = default, int shown = RejectedRecords.Shown, long maxBytes = RejectedRecords.MaxBytes) : IDisposable
{
    /// <summary>Rejections kept for the report: more than anybody reads on a terminal.</summary>
    private const int Shown = 100;

    /// <summary>Bytes of the file (256 MiB), some half a million rows: so many have one cause, which the first of them tell.</summary>
    private const long MaxBytes = 256L * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly List<Rejection> first = [];
    private readonly string? path = where is null ? null : RejectedFiles.Of(where, began);
    private readonly HashSet<string> files = new(StringComparer.Ordinal);
    private UnfinishedFile? unfinished;
    private FileStream? file;

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>How many are not in the file, which had grown to its bound.</summary>
    public long Unwritten { get; private set; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<Rejection> First => first;

    /// <summary>Why they could not be written, as a sentence; null where they could.</summary>
    public string? Failure { get; private set; }

    /// <summary>Takes one.</summary>
    public void Add(Rejection rejection)
    {
        lock (gate)
        {
            Count++;
            files.Add(rejection.File);
            if (first.Count < shown) first.Add(rejection);
            if (path is not null && Failure is null) Try(() => Write(rejection));
        }
    }

    /// <summary>Whether one is of this file.</summary>
    public bool Has(string path)
    {
        lock (gate) return files.Contains(path);
    }

    /// <summary>
    /// Gives the file its name. Where nothing was rejected there is none, and what an earlier run left stays.
    /// </summary>
    /// <returns>The path of the file, or null where nothing was rejected.</returns>
    public string? Finish()
    {
        if (path is null || Failure is not null) return null;
        Try(() =>
        {
            if (file is null) return;
            file.Dispose();
            unfinished!.Keep();
            if (path != where) RejectedFiles.KeepLast(where!);
        });
        return file is null || Failure is not null ? null : path;
    }

    /// <inheritdoc/>
    public void Dispose() => Try(() =>
    {
        try
        {
            // A full disk refuses what is left in the stream.
            file?.Dispose();
        }
        finally
        {
            unfinished?.Dispose();
        }
    });

    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Failure = Messages.RejectedNotWritten(path!, exception.Message);
        }
    }

    private void Write(Rejection rejection)
    {
        if (file?.Position >= maxBytes)
        {
            Unwritten++;
            return;
        }

        unfinished ??= new(path!);
        file ??= new FileStream(unfinished.Path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 64 * 1024);
        RejectionLine.Write(file, rejection);
    }
}
