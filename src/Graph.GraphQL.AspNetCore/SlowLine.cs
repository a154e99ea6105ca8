using System.Collections;
using System.Globalization;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Responses;

namespace Graph.GraphQL.AspNetCore;

/// <summary>
/// What the log tells of something slow: its parts by name, and as a sentence. Of what had no root fields, such as an export, or asked no statement,
/// nothing is said that was not there.
/// </summary>
internal sealed class SlowLine : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly List<KeyValuePair<string, object?>> parts;
    private readonly string sentence;

    /// <param name="request">The id of the request.</param>
    /// <param name="operation">The name of the operation, or what else it was.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="bytes">The length of its answer.</param>
    /// <param name="took">How long it took.</param>
    /// <param name="record">What it asked.</param>
    public SlowLine(string request, string operation, ResponseStatus status, long bytes, TimeSpan took, OperationRecord record)
    {
        var (fields, milliseconds) = (string.Join(", ", record.RootFields), took.TotalMilliseconds);
        parts =
        [
            new("Request", request), new("Operation", operation), new("Status", status), new("Bytes", bytes), new("Milliseconds", milliseconds),
        ];
        sentence = Text($"Request {request}, operation {operation} was slow: {status}, {bytes} bytes after {milliseconds} ms.");
        if (fields.Length > 0)
        {
            parts.AddRange([new("Fields", fields), new("Cost", record.Cost)]);
            sentence += Text($" Fields {fields}, cost {record.Cost};");
        }

        parts.Add(new("Steps", record.Count));
        if (record.Count == 0)
        {
            sentence += fields.Length > 0 ? " no statement was asked." : " No statement was asked.";
            return;
        }

        var (worked, waited) = (record.Worked.TotalMilliseconds, record.Waited.TotalMilliseconds);
        IReadOnlyList<LoggedStep> slowest = [.. record.Slowest.Select(step => new LoggedStep(step))];
        parts.AddRange([new("Worked", worked), new("Waited", waited), new("Rows", record.Rows), new("Slowest", slowest)]);
        sentence += Text($" {record.Count} statements worked for {worked} ms, waited for {waited} ms and gave {record.Rows} rows. ")
            + $"The slowest: {string.Join(", ", slowest)}";
    }

    public int Count => parts.Count;

    public KeyValuePair<string, object?> this[int index] => parts[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => parts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => sentence;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
