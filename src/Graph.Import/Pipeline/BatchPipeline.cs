using Graph.Import.FollowTheMoney;
using Graph.Import.Rejections;
using Graph.Import.Sources;
using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Stores;

namespace Graph.Import.Pipeline;

/// <summary>
/// One batch pipeline for all formats: a format is read on one thread while the store writes on another. Relationships whose
/// ends are not there yet wait until everything is read.
/// </summary>
internal sealed class BatchPipeline : IDisposable
{
    /// <summary>Bytes of text of one batch (8 MiB): bounds memory where records are long.</summary>
    private const int BatchTextBytes = 8 * 1024 * 1024;

    /// <summary>
    /// Turns that the relationships of a batch have to be written which a node can have one of: a second target may stand in
    /// where the first does not exist, a tenth is told that it is one too many.
    /// </summary>
    private const int MaxTurns = 10;

    private readonly ImportOptions options;
    private readonly int recordsPerBatch;
    private readonly IGraphWriter writer;
    private readonly TimeProvider time;
    private readonly IProgress<ImportProgress>? progress;
    private readonly ReadingOrder order;
    private readonly WaitingRelationships withoutNode;
    private readonly LaterRecords later;
    private readonly SingleRelationships single;
    private readonly RunMemory memory = new();
    private readonly SortedSet<string> met = new(StringComparer.Ordinal);
    private ILookup<string, Member>? members;
    private bool mayWait = true;

    /// <param name="options">How many records a batch has, where somebody says so.</param>
    /// <param name="store">The graph that records are for, and its ontology, which they must fit.</param>
    /// <param name="recordsPerBatch">Otherwise how many suit the store.</param>
    /// <param name="writer">Takes the batches.</param>
    /// <param name="time">Gives the time of import.</param>
    /// <param name="ledger">Counts.</param>
    /// <param name="order">The files.</param>
    /// <param name="progress">Told after each batch; may be null.</param>
    public BatchPipeline(
        ImportOptions options,
        IGraphStore store,
        int recordsPerBatch,
        IGraphWriter writer,
        TimeProvider time,
        ImportLedger ledger,
        ReadingOrder order,
        IProgress<ImportProgress>? progress)
    {
        (this.options, this.recordsPerBatch, this.writer, this.time, this.progress) = (options, recordsPerBatch, writer, time, progress);
        var ontology = store.Ontology;
        (Store, Ontology, Ledger) = (store, ontology, ledger);
        Numbers = new(ontology);
        this.order = order;
        WithoutNumber = new(ontology, order);
        withoutNode = new(ontology, order);
        later = new(ontology);
        single = new(ontology, order);
        Rejected = new(order);
        Required = new(ontology, Rejected, ledger);
        Repeated = new(ontology, order, Rejected, ledger);
        Sources = new(options);
    }

    /// <summary>The graph as it is stored: of the run, what was written.</summary>
    public IGraphStore Store { get; }

    public Ontology Ontology { get; }

    /// <summary>What to import and how.</summary>
    public ImportOptions Options => options;

    public ImportLedger Ledger { get; }

    public NodeNumbers Numbers { get; }

    /// <summary>The nodes that the run has rejected.</summary>
    public RejectedNodes Rejected { get; }

    /// <summary>What every record must have: the reading thread's.</summary>
    public RequiredProperties Required { get; }

    /// <summary>The nodes that the run has read: the reading thread's.</summary>
    public RepeatedNodes Repeated { get; }

    /// <summary>In whose name each file speaks: the reading thread's.</summary>
    public RunSources Sources { get; }

    /// <summary>
    /// Told, before a batch is written, in whose names records were and are, where a name is new: of a run that is killed nobody else would know.
    /// </summary>
    public Func<IReadOnlyList<string>, ValueTask>? SourcesMet { get; set; }

    /// <summary>The judgements that were read, each with its file: the reading thread's.</summary>
    public List<(Judgement Judgement, string File)> Judgements { get; } = [];

    /// <summary>The judgements of the resolver that the options name: the reading thread's.</summary>
    public Resolver Resolver { get; } = new();

    /// <summary>Relationships that wait for the numbers of their ends: the reading thread's.</summary>
    public WaitingRelationships WithoutNumber { get; }

    /// <summary>Whether batches may grow: not where somebody said how many records one has.</summary>
    public bool MayGrow => options.BatchRecords is null;

    /// <summary>The format being read gives nothing twice that a run would have to remember.</summary>
    public bool TellsRecordsApart { get; private set; }

    /// <summary>Reads the files of one format.</summary>
    public Task ReadAsync(IRecordSource source, IReadOnlyList<SourceFile> files, CancellationToken cancellationToken)
    {
        TellsRecordsApart = source.TellsRecordsApart;
        return RunAsync((sink, stop) => source.ReadAsync(files, sink, stop), cancellationToken);
    }

    /// <summary>Finds whom judgements of the resolver mean, now that all actors are known.</summary>
    public Task FindJudgedAsync(CancellationToken cancellationToken) => RunAsync(ResolverSource.FindAsync, cancellationToken);

    /// <summary>The actors that are one with others, by the one that stands for them: read once. Used by the reading thread.</summary>
    public async ValueTask<ILookup<string, Member>> MembersAsync() =>
        members ??= (await Store.JudgedAsync(CancellationToken.None)).Members.ToLookup(member => member.Canonical, StringComparer.Ordinal);

    /// <summary>Writes the relationships that wait, now that all nodes are known; what still has no ends is rejected.</summary>
    public Task SettleAsync(CancellationToken cancellationToken)
    {
        mayWait = false;
        TellsRecordsApart = false;
        return AnyWaits
            ? RunAsync((sink, _) => new Settlement([WithoutNumber, withoutNode], later, sink).RunAsync(), cancellationToken)
            : Task.CompletedTask;
    }

    /// <summary>Whether a batch holds as much as the store takes at once, and so many records more.</summary>
    public bool IsFull(RecordBatch batch, int more = 0) =>
        batch.Count >= (options.BatchRecords ?? recordsPerBatch) + more || batch.TextLength >= BatchTextBytes;

    /// <summary>Where a record of a batch stands in all that the run reads.</summary>
    public RecordPosition PositionOf(RecordBatch batch, RecordPlace place) => order.Of(batch, place);

    /// <summary>Forgets all that was remembered of the records, once none is written any more.</summary>
    public void Dispose()
    {
        WithoutNumber.Dispose();
        withoutNode.Dispose();
        Numbers.Dispose();
        Repeated.Dispose();
        single.Dispose();
        later.Dispose();
    }

    private bool AnyWaits => WithoutNumber.Any || withoutNode.Any;

    private async Task RunAsync(Func<RecordSink, CancellationToken, Task> read, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var queue = new BatchQueue(stop.Token);
        var reading = Task.Run(() => FillAsync(read, queue, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var (batch, question) in queue.Errands)
            {
                if (cancellationToken.IsCancellationRequested) break;
                if (question is not null)
                {
                    question.Answer.SetResult(await writer.FindAsync(question.Type, question.Ids, CancellationToken.None));
                    continue;
                }

                await WriteAsync(batch!);
                queue.Return(batch!);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FillAsync(Func<RecordSink, CancellationToken, Task> read, BatchQueue queue, CancellationToken cancellationToken)
    {
        try
        {
            var sink = new RecordSink(this, queue, new());
            await read(sink, cancellationToken);
            if (sink.Batch.Count > 0) await sink.SendAsync();
            queue.Complete(null);
        }
        catch (Exception exception)
        {
            queue.Complete(exception is OperationCanceledException ? null : exception);
        }
    }

    private async Task WriteAsync(RecordBatch batch)
    {
        memory.Count(batch.Count);
        if (options.WithoutTexts) batch.TakeOut(property => property.Excerpt is not null);
        var rivals = TellsRecordsApart ? [] : single.TakeOut(batch);
        await StoreAsync(batch);

        // What the store refused was nobody's rival: those that gave way to it have their turn.
        for (var turn = 1; rivals.Count > 0 && turn < MaxTurns; turn++)
        {
            batch.Retain(rivals.Select(rival => rival.Entry));
            rivals = single.TakeOut(batch);
            if (batch.Count == 0) break;
            await StoreAsync(batch);
        }

        foreach (var (entry, fault) in rivals) Reject(batch, entry.Place, fault, RecordJson.Of(batch, entry));
        progress?.Report(Ledger.Progress());
    }

    private async Task StoreAsync(RecordBatch batch)
    {
        if (batch.Count == 0) return;

        if (SourcesMet is not null && Enumerable.Range(0, batch.Files.Count).Select(batch.SourceOf).OfType<string>().Count(met.Add) > 0)
            await SourcesMet([.. met]);

        // No cancellation: a batch that has begun is finished.
        var result = await writer.WriteAsync(batch, time.GetUtcNow(), CancellationToken.None);
        Ledger.Counts += result.Nodes + result.Relationships;
        foreach (var refusal in result.Refused.OrderBy(refusal => refusal.Index)) Refuse(batch, refusal);
        if (mayWait && AnyWaits) NoteWritten(batch, result.Refused);
    }

    private void NoteWritten(RecordBatch batch, IReadOnlyList<Refusal> refused)
    {
        var left = refused.Where(refusal => !refusal.IsNode).Select(refusal => refusal.Index).ToHashSet();
        for (var i = 0; i < batch.Relationships.Count; i++)
        {
            var relationship = batch.Relationships[i];
            if (!left.Contains(i)) later.Note(batch, relationship, order.Of(batch, relationship.Place));
        }
    }

    private void Refuse(RecordBatch batch, Refusal refusal)
    {
        if (refusal.IsNode)
        {
            var node = batch.Nodes[refusal.Index];
            Rejected.Note(batch, node);
            Reject(batch, node.Place, Messages.Refused(batch, refusal), RecordJson.Of(batch, node));
            return;
        }

        var relationship = batch.Relationships[refusal.Index];
        single.Forget(batch, relationship);
        if (mayWait) withoutNode.Add(batch, relationship, OpenEnds.None);
        else Reject(
            batch,
            relationship.Place,
            Rejected.Tell(batch, relationship, refusal.Reason == RefusalReason.NoEnd) ?? Messages.Refused(batch, refusal),
            RecordJson.Of(batch, relationship));
    }

    private void Reject(RecordBatch batch, RecordPlace place, string fault, string record) =>
        Ledger.Reject(new(batch.Files[place.File], [new(place.Line, place.Column, fault)], record));
}
