namespace Graph.Model.Queries;

/// <summary>Takes the rows of an answer, in order.</summary>
public interface IRowConsumer
{
    /// <summary>
    /// Takes one row. The reader stands before the row, a list, and is valid only during the call; the row must be
    /// read to its end.
    /// </summary>
    /// <param name="row">The reader.</param>
    /// <typeparam name="TReader">The store's reader.</typeparam>
    void Take<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct;
}
