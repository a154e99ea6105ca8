using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>Takes keys, one a row.</summary>
/// <param name="isPositioned">The rows are those of a <see cref="LookupQuery"/>, which begin with a position.</param>
internal sealed class KeyRows(bool isPositioned = false) : IRowConsumer
{
    /// <summary>The keys so far.</summary>
    public List<long> Keys { get; } = [];

    /// <inheritdoc/>
    public void Take<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        row.EnterList();
        row.MoveNext();
        if (isPositioned)
        {
            row.Skip();
            row.MoveNext();
            row.EnterList();
            row.MoveNext();
        }

        Keys.Add(row.ReadInt64());
        if (isPositioned) row.LeaveList();
        row.LeaveList();
    }
}
