using System.Threading.Channels;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Import.Pipeline;

/// <summary>Between the thread that reads and the one that writes: full batches go one way, empty ones the other.</summary>
internal sealed class BatchQueue
{
    /// <summary>Batches in use: one being filled, one being written, one waiting between the two.</summary>
    private const int Batches = 3;

    private readonly Channel<Errand> errands = Channel.CreateBounded<Errand>(1);
    private readonly Channel<RecordBatch> free = Channel.CreateUnbounded<RecordBatch>();

    private readonly CancellationToken stop;
    private int made = 1;

    /// <param name="stop">Nobody writes any more: whoever waits for the writer waits in vain.</param>
    public BatchQueue(CancellationToken stop) => this.stop = stop;

    /// <summary>What the writing thread is to do, in order.</summary>
    public IAsyncEnumerable<Errand> Errands => errands.Reader.ReadAllAsync(CancellationToken.None);

    /// <summary>Gives a batch to be written and gets an empty one. Of the batches in use the first is the reader's own.</summary>
    public async ValueTask<RecordBatch> ExchangeAsync(RecordBatch full)
    {
        await errands.Writer.WriteAsync(new(full, null), stop);
        if (free.Reader.TryRead(out var written)) return written;
        if (made == Batches) return await free.Reader.ReadAsync(stop);
        made++;
        return new(full);
    }

    /// <summary>Asks the writer, after all that was sent is written.</summary>
    public async ValueTask<IReadOnlyDictionary<string, NodeType>> FindAsync(EntityType type, IReadOnlyCollection<string> ids)
    {
        var question = new Question(type, ids, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await errands.Writer.WriteAsync(new(null, question), stop);
        return await question.Answer.Task.WaitAsync(stop);
    }

    /// <summary>Gives a written batch back.</summary>
    public void Return(RecordBatch batch)
    {
        batch.Clear();
        free.Writer.TryWrite(batch);
    }

    /// <summary>Nothing more comes, because all is read or because of the exception.</summary>
    public void Complete(Exception? exception) => errands.Writer.TryComplete(exception);
}

/// <summary>A batch to be written, or a question.</summary>
internal readonly record struct Errand(RecordBatch? Batch, Question? Question);

/// <summary>Which nodes with these ids are stored.</summary>
internal sealed record Question(EntityType Type, IReadOnlyCollection<string> Ids, TaskCompletionSource<IReadOnlyDictionary<string, NodeType>> Answer);
