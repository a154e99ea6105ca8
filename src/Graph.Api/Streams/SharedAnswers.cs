using Graph.GraphQL.Planning;
using Graph.Model.Changes;

namespace Graph.Api.Streams;

/// <summary>
/// The answers that were made last: subscribers who come one after the other ask the same of the same changes, as when all of them reconnect.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class SharedAnswers(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly LinkedList<Answer> kept = [];

    /// <summary>The events of some changes, made now or a moment ago.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="make">Makes the events; it goes on though whoever asked first has gone.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public ValueTask<IReadOnlyList<StreamedEvent?>> FindAsync(
        ChangeQuestion question,
        IReadOnlyList<ToldChange> changes,
        Func<Task<IReadOnlyList<StreamedEvent?>>> make,
        CancellationToken cancellationToken) => new(Find(question, changes, make).WaitAsync(cancellationToken));

    private Task<IReadOnlyList<StreamedEvent?>> Find(
        ChangeQuestion question, IReadOnlyList<ToldChange> changes, Func<Task<IReadOnlyList<StreamedEvent?>>> make)
    {
        lock (gate)
        {
            while (kept.Last is { } oldest && (kept.Count >= Limits.SharedAnswers || time.GetElapsedTime(oldest.Value.At) > Limits.SharedFor))
                kept.RemoveLast();
            var (from, to) = (changes[0].Cursor, changes[^1].Cursor);
            if (kept.FirstOrDefault(one => one.From == from && one.To == to && one.Key == question.Key) is { } known) return known.Events;
            var made = new Answer(question.Key, from, to, time.GetTimestamp());
            made.Events = Detached.Run(() => MakeAsync(made, make));
            kept.AddFirst(made);
            return made.Events;
        }
    }

    // What failed is made anew. Nodes may be of any length, and what is kept is counted among nothing that waits for somebody.
    private async Task<IReadOnlyList<StreamedEvent?>> MakeAsync(Answer answer, Func<Task<IReadOnlyList<StreamedEvent?>>> make)
    {
        var isShort = false;
        try
        {
            var events = await make();
            isShort = events.Sum(told => (long)(told?.Json.Length ?? 0)) <= Limits.SharedAnswerBytes;
            return events;
        }
        finally
        {
            if (!isShort) Forget(answer);
        }
    }

    private void Forget(Answer answer)
    {
        lock (gate) kept.Remove(answer);
    }

    private sealed class Answer((object Plan, string Values) key, ChangeCursor from, ChangeCursor to, long at)
    {
        public (object Plan, string Values) Key => key;

        public ChangeCursor From => from;

        public ChangeCursor To => to;

        public long At => at;

        public Task<IReadOnlyList<StreamedEvent?>> Events { get; set; } = Task.FromResult<IReadOnlyList<StreamedEvent?>>([]);
    }
}
