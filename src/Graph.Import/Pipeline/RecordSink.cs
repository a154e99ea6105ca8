using Graph.Import.FollowTheMoney;
using Graph.Import.Sources;
using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Records;

namespace Graph.Import.Pipeline;

/// <summary>
/// Takes the records of a format: it fills <see cref="Batch"/>, and sends it when it is full. Used by one thread.
/// </summary>
internal sealed class RecordSink(BatchPipeline pipeline, BatchQueue queue, RecordBatch first)
{
    /// <summary>
    /// Records by which a batch may grow so as to end where a node begins: whoever exports a graph node by node writes the
    /// relationships of a node after it, and a store need not look for those of a node that the same batch creates.
    /// </summary>
    private const int ToTheNextNode = 100;

    private int noted;

    /// <summary>The ontology that records must fit.</summary>
    public Ontology Ontology => pipeline.Ontology;

    /// <summary>What to import and how.</summary>
    public ImportOptions Options => pipeline.Options;

    /// <summary>The batch being filled.</summary>
    public RecordBatch Batch { get; private set; } = first;

    /// <summary>The batch shall be sent before more is added.</summary>
    public bool IsFull => pipeline.IsFull(Batch);

    /// <summary>The numbers of the nodes of this run.</summary>
    public NodeNumbers Numbers => pipeline.Numbers;

    /// <summary>What the run has done so far.</summary>
    public ImportLedger Ledger => pipeline.Ledger;

    /// <summary>The nodes that the run has rejected.</summary>
    public RejectedNodes Rejected => pipeline.Rejected;

    /// <summary>A full batch may take relationships up to the next node still.</summary>
    public bool MayGrow => pipeline.MayGrow && !pipeline.IsFull(Batch, ToTheNextNode);

    /// <summary>
    /// Adds a node of a format that numbers its nodes to the batch, and gives it its number. Nodes that are added otherwise are
    /// looked at when the batch is sent.
    /// </summary>
    /// <param name="file">The place of its file among <see cref="Numbers"/>.</param>
    /// <param name="number">Its number, text of the batch; empty where it has none.</param>
    /// <param name="type">Its type.</param>
    /// <param name="values">One cell a property.</param>
    /// <param name="place">Where it stands.</param>
    /// <returns>Null, or why it stays out, as a sentence: another node has its id or its number.</returns>
    public string? AddNode(int file, Cell number, NodeType type, ReadOnlySpan<Cell> values, RecordPlace place)
    {
        var before = Batch.Mark();
        Batch.AddNode(type, values, place);
        var node = Batch.Nodes[^1];
        var fault = pipeline.Repeated.Note(Batch, node);
        if (fault is null && Numbers.Give(file, place.Line, Batch.Utf8(number), type, Batch.Utf8(values[type.Id.Ordinal])) is { } other)
        {
            pipeline.Repeated.Forget(Batch, node);
            fault = NumberMessages.GivenTwice(Batch.Text(number), other);
        }

        if (fault is null) noted++;
        else Batch.CutBack(before);
        return fault;
    }

    /// <summary>
    /// Hands the batch over, without the records that no store may get; the next one is empty. Ends the reading where the run ends.
    /// </summary>
    public async ValueTask SendAsync()
    {
        // Such a format passes over what the graph has already: what it does not list is not gone.
        if (!pipeline.TellsRecordsApart) pipeline.Sources.Attribute(Batch);
        pipeline.Required.Demand(Batch);
        if (noted < Batch.Nodes.Count && !pipeline.TellsRecordsApart) pipeline.Repeated.Demand(Batch);
        noted = 0;
        Batch = await queue.ExchangeAsync(Batch);
    }

    /// <summary>Takes the batch's last relationship out until all files are read: it leads to numbers that are not known yet.</summary>
    public void KeepUntilKnown(RecordBatchMark before, OpenEnds open)
    {
        var relationship = Batch.Relationships[^1];
        pipeline.WithoutNumber.Add(Batch, relationship, open);
        Batch.CutBack(before);
    }

    /// <summary>Where a record stands in all that the run reads.</summary>
    public RecordPosition PositionOf(RecordPlace place) => pipeline.PositionOf(Batch, place);

    /// <summary>Takes a record or file that stays out.</summary>
    /// <param name="file">The file.</param>
    /// <param name="fault">What is wrong.</param>
    /// <param name="record">The record, or null where the file is meant.</param>
    public void Reject(string file, Fault fault, string? record) => Ledger.Reject(new(file, [fault], record));

    /// <summary>The types of the nodes with these ids that are stored, or were sent before.</summary>
    public ValueTask<IReadOnlyDictionary<string, NodeType>> FindAsync(EntityType type, IReadOnlyCollection<string> ids) => queue.FindAsync(type, ids);

    /// <summary>The judgements of the run's resolver: none where it has none.</summary>
    public Resolver Resolver => pipeline.Resolver;

    /// <summary>The actors that are one with others, as they were when the run began to ask; read once.</summary>
    public ValueTask<ILookup<string, Member>> MembersAsync() => pipeline.MembersAsync();

    /// <summary>In whose name the files speak, where that stands in them.</summary>
    public RunSources Sources => pipeline.Sources;

    /// <summary>Asks the graph, after all that was sent is written.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="parameters">The values of its parameters.</param>
    /// <param name="consumer">Takes the rows.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    public async ValueTask AskAsync<TConsumer>(
        LogicalQuery query,
        IReadOnlyList<object?> parameters,
        TConsumer consumer,
        CancellationToken cancellationToken)
        where TConsumer : IRowConsumer
    {
        await FindAsync(Ontology.NodeTypes[0], []);
        await pipeline.Store.ReadAsync(pipeline.Store.Compile(PreparedQuery.Of(query)), parameters, consumer, cancellationToken);
    }

    /// <summary>Takes a judgement about which actors are one, which is recorded when all is read.</summary>
    /// <param name="judgement">The judgement; without a source it is that of the file.</param>
    /// <param name="file">Where it stands.</param>
    public void Judge(Judgement judgement, string file)
    {
        pipeline.Judgements.Add((judgement, file));
        Ledger.Read++;
    }

    /// <summary>A file was begun.</summary>
    public void Begin(SourceFile file) => Ledger.Current = file.Path;
}
