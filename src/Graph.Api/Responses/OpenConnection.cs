using Graph.GraphQL.Json;

namespace Graph.Api.Responses;

/// <summary>What is known and written of a connection while it is read; used again for the next one.</summary>
internal sealed class OpenConnection : IDisposable
{
    private readonly List<ResponseBuffer?> fields = [];
    private readonly List<(int First, int Second)> marks = [];
    private readonly ResponseBuffer first = new(64);
    private readonly ResponseBuffer second = new(64);
    private readonly ResponseBuffer last = new(64);

    /// <summary>How many edges were written.</summary>
    public int Count { get; set; }

    /// <summary>There is an edge beyond the page.</summary>
    public bool HasMore { get; set; }

    /// <summary>The first edge that was read lies beyond the page.</summary>
    public bool LeavesOutFirst { get; set; }

    /// <summary>The cursor of the first edge, as JSON.</summary>
    public ResponseBuffer FirstCursor => LeavesOutFirst ? second : first;

    /// <summary>The cursor of the last edge, as JSON.</summary>
    public ResponseBuffer LastCursor => (Count + (LeavesOutFirst ? 1 : 0)) switch { 1 => first, 2 => second, _ => last };

    /// <summary>What is written so far of a field.</summary>
    public ResponseBuffer Of(int field)
    {
        while (fields.Count <= field) fields.Add(null);
        return fields[field] ??= new();
    }

    /// <summary>Where the cursor of the edge at hand is written.</summary>
    public ResponseBuffer NextCursor()
    {
        var next = Count switch { 0 => first, 1 => second, _ => last };
        next.Truncate(0);
        return next;
    }

    /// <summary>Remembers where the first or second edge starts.</summary>
    public void MarkEdge(int field, int position)
    {
        while (marks.Count <= field) marks.Add(default);
        marks[field] = Count == 0 ? (position, -1) : (marks[field].First, position);
    }

    /// <summary>Takes the first edge out of what was written of a field: it was only read to know of a further page.</summary>
    public void LeaveOutFirst(int field, ResponseBuffer target)
    {
        var (start, next) = marks[field];
        var rest = next < 0 ? [] : target.ToArray(next);
        target.Truncate(start);
        target.WriteRaw(rest);
    }

    /// <summary>Forgets the connection.</summary>
    public void Clear()
    {
        foreach (var field in fields) field?.Truncate(0);
        marks.Clear();
        (Count, HasMore, LeavesOutFirst) = (0, false, false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var field in fields) field?.Dispose();
        first.Dispose();
        second.Dispose();
        last.Dispose();
    }
}
