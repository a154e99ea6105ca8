using System.Text;
using System.Threading.Channels;
using Graph.Import.Dossiers;
using Graph.Import.JsonLines;
using Graph.Import.Rejections;
using Graph.Import.Sources;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Stores;

namespace Graph.Import;

/// <summary>The state of one import and its steps.</summary>
internal sealed class ImportRun(
    ImportOptions options,
    IGraphStore store,
    TimeProvider time,
    IReadOnlyList<SourceFile> files,
    RejectedRecords rejected,
    IProgress<ImportProgress>? progress,
    long started) : IDisposable
{
    /// <summary>Bytes of text of one batch (8 MiB): bounds memory where records are long.</summary>
    private const int BatchTextBytes = 8 * 1024 * 1024;

    /// <summary>
    /// Records by which a batch may grow so as to end where a node begins: whoever exports a graph node by node writes the
    /// relationships of a node behind it, and a store need not look for those of a node that the same batch creates.
    /// </summary>
    private const int ToTheNextNode = 100;

    /// <summary>Batches in use: one being filled, one being written, one waiting between the two.</summary>
    private const int Batches = 3;

    private readonly KeptBack keptBack = new();
    private readonly RecordParser parser = new(store.Ontology);
    private WriteCounts counts;
    private long read;
    private long bytesRead;
    private string current = "";

    /// <summary>How many tallies the store derives.</summary>
    public long Tallies { get; set; }

    /// <summary>What was done so far.</summary>
    public ImportReport Report() => new()
    {
        Outcome = ImportOutcome.Complete,
        DryRun = options.DryRun,
        Files = files.Count,
        Read = read,
        Added = counts.Added,
        Changed = counts.Changed,
        Unchanged = counts.Unchanged,
        Tallies = Tallies,
        Rejected = rejected.Count,
        Rejections = rejected.First,
        Elapsed = time.GetElapsedTime(started),
    };

    /// <summary>Reads JSON Lines on one thread while the store writes on another.</summary>
    public async Task JsonLinesAsync(IGraphWriter writer, CancellationToken cancellationToken)
    {
        var sources = files.Where(file => file.Format == SourceFormat.JsonLines).ToList();
        if (sources.Count == 0) return;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var full = Channel.CreateBounded<RecordBatch>(1);
        var free = Channel.CreateUnbounded<RecordBatch>();
        for (var i = 0; i < Batches; i++) free.Writer.TryWrite(new());
        var reading = Task.Run(() => ReadAsync(sources, full.Writer, free.Reader, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in full.Reader.ReadAllAsync(CancellationToken.None))
            {
                if (cancellationToken.IsCancellationRequested) break;
                await WriteAsync(writer, batch, retry: true);
                batch.Clear();
                free.Writer.TryWrite(batch);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Reads all dossiers, joins them, writes what is sound.</summary>
    public async Task DossiersAsync(IGraphWriter writer, CancellationToken cancellationToken)
    {
        var sources = files.Where(file => file.Format == SourceFormat.Dossier).ToList();
        if (sources.Count == 0) return;
        var (domain, fault) = DomainVocabulary.Of(store.Ontology);
        if (domain is null)
        {
            foreach (var source in sources) Reject(source.Path, new(0, 0, fault!), null);
            return;
        }

        var dossiers = new List<Dossier>();
        foreach (var source in sources)
        {
            if (cancellationToken.IsCancellationRequested) return;
            dossiers.Add(DossierReader.Read(source.Path, domain));
            current = source.Path;
            bytesRead += source.Bytes;
        }

        var graph = await DossierGraph.JoinAsync(domain, dossiers, (type, ids) => FindAsync(writer, type, ids));
        foreach (var rejection in DossierCheck.Rejections(dossiers, graph))
        {
            rejected.Add(rejection);
            if (rejection.Record is not null) read++;
        }

        await WriteAsync(writer, domain, graph, cancellationToken);
    }

    /// <summary>Tries the relationships again that came before their nodes; what still has no ends is rejected.</summary>
    public async Task KeptBackAsync(IGraphWriter writer, CancellationToken cancellationToken)
    {
        var batch = new RecordBatch();
        parser.StartFile();
        foreach (var (file, line, column, record) in keptBack.Read())
        {
            parser.Parse(record, batch, new(batch.AddFile(file), line, column));
            if (!IsFull(batch)) continue;
            if (cancellationToken.IsCancellationRequested) return;
            await WriteAsync(writer, batch, retry: false);
            batch.Clear();
        }

        if (batch.Count > 0 && !cancellationToken.IsCancellationRequested) await WriteAsync(writer, batch, retry: false);
    }

    /// <inheritdoc/>
    public void Dispose() => keptBack.Dispose();

    /// <summary>In a dry run what was read before is known only to the writer that stands for the store's.</summary>
    private ValueTask<IReadOnlyDictionary<string, NodeType>> FindAsync(IGraphWriter writer, EntityType type, IReadOnlyCollection<string> ids) =>
        writer is RehearsalWriter rehearsal ? rehearsal.FindAsync(type, ids) : store.FindAsync(type, ids, CancellationToken.None);

    private async Task WriteAsync(IGraphWriter writer, DomainVocabulary domain, DossierGraph graph, CancellationToken cancellationToken)
    {
        var batch = new RecordBatch();
        var written = new HashSet<string>();
        foreach (var draft in graph.Drafts.Where(draft => !draft.IsRejected))
        {
            DossierRecords.Write(draft, domain, batch, written);
            if (!IsFull(batch)) continue;
            await FlushAsync();
            if (cancellationToken.IsCancellationRequested) return;
        }

        await FlushAsync();

        async Task FlushAsync()
        {
            read += batch.Count;
            await WriteAsync(writer, batch, retry: true);
            batch.Clear();
        }
    }

    private async Task ReadAsync(List<SourceFile> sources, ChannelWriter<RecordBatch> full, ChannelReader<RecordBatch> free, CancellationToken stop)
    {
        try
        {
            var batch = await free.ReadAsync(stop);
            foreach (var source in sources)
            {
                if (Open(source) is not { } lines) continue;
                using (lines)
                {
                    var before = read;
                    while (Fill(source, lines, batch))
                    {
                        await full.WriteAsync(batch, stop);
                        batch = await free.ReadAsync(stop);
                    }

                    if (read == before) Reject(source.Path, new(0, 0, Wording.EmptyJsonLines()), null);
                }
            }

            if (batch.Count > 0) await full.WriteAsync(batch, stop);
            full.Complete();
        }
        catch (Exception exception)
        {
            full.Complete(exception is OperationCanceledException ? null : exception);
        }
    }

    private LineReader? Open(SourceFile source)
    {
        current = source.Path;
        parser.StartFile();
        try
        {
            return new LineReader(source.Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Reject(source.Path, new(0, 0, Wording.CannotRead(exception.Message)), null);
            return null;
        }
    }

    /// <summary>Reads lines until the batch is full (true) or the file ends (false).</summary>
    private bool Fill(SourceFile source, LineReader lines, RecordBatch batch)
    {
        var file = batch.AddFile(source.Path);
        var offset = bytesRead - lines.BytesRead;
        try
        {
            while (!IsFull(batch) || IsBetweenNodes(batch, lines))
            {
                if (!lines.TryRead(out var line)) return false;
                if (line.IndexOfAnyExcept(" \t\r"u8) < 0) continue;
                read++;
                var fault = lines.IsTooLong
                    ? new Fault(lines.Number, 1, Wording.LineTooLong(LineReader.MaxLineBytes))
                    : parser.Parse(line, batch, new(file, lines.Number, 1));
                if (fault is { } found) Reject(source.Path, found, Encoding.UTF8.GetString(line).TrimEnd('\r'));
            }

            return true;
        }
        catch (IOException exception)
        {
            Reject(source.Path, new(lines.Number + 1, 1, Wording.CannotRead(exception.Message)), null);
            return false;
        }
        finally
        {
            bytesRead = offset + lines.BytesRead;
        }
    }

    private bool IsFull(RecordBatch batch, int more = 0) => batch.Count >= (options.BatchRecords ?? store.RecordsPerBatch) + more || batch.TextLength >= BatchTextBytes;

    private bool IsBetweenNodes(RecordBatch batch, LineReader lines) =>
        options.BatchRecords is null && !IsFull(batch, ToTheNextNode) && RecordParser.IsRelationship(lines.Peek());

    private async Task WriteAsync(IGraphWriter writer, RecordBatch batch, bool retry)
    {
        if (batch.Count == 0) return;

        // No cancellation: a batch that has begun is finished.
        var result = await writer.WriteAsync(batch, time.GetUtcNow(), CancellationToken.None);
        counts += result.Nodes + result.Relationships;
        foreach (var refusal in result.Refused) Refuse(batch, refusal, retry);
        progress?.Report(new(current, bytesRead, files.Sum(file => file.Bytes), read, counts.Added + counts.Changed + counts.Unchanged, rejected.Count, time.GetElapsedTime(started)));
    }

    private void Refuse(RecordBatch batch, Refusal refusal, bool retry)
    {
        if (retry && refusal.Reason is (RefusalReason.NoStart or RefusalReason.NoEnd))
        {
            keptBack.Add(batch, batch.Relationships[refusal.Index]);
            return;
        }

        var place = refusal.IsNode ? batch.Nodes[refusal.Index].Place : batch.Relationships[refusal.Index].Place;
        var record = refusal.IsNode ? RecordJson.Of(batch, batch.Nodes[refusal.Index]) : RecordJson.Of(batch, batch.Relationships[refusal.Index]);
        Reject(batch.Files[place.File], new(place.Line, place.Column, Wording.Refused(batch, refusal)), record);
    }

    private void Reject(string file, Fault fault, string? record) =>
        rejected.Add(new(file, [new(fault.Line, fault.Column, fault.Message)], record));
}
