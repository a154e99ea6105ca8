namespace Graph.Model.Queries;

/// <summary>Counts rows on their way to whoever takes them.</summary>
/// <param name="rows">Who takes them.</param>
public sealed class CountedRows<TConsumer>(TConsumer rows) : IRowConsumer
    where TConsumer : IRowConsumer
{
    /// <summary>How many came by now.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public void Take<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        Count++;
        rows.Take(ref row);
    }
}
