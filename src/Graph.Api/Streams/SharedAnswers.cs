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
    public async ValueTask<IReadOnlyList<StreamedEvent?>> FindAsync(
        ChangeQuestion question,
        IReadOnlyList<ToldChange> changes,
        Func<Task<IReadOnlyList<StreamedEvent?>>> make,
        CancellationToken cancellationToken)
    {
        var answer = Find(question, changes, make);
        try
        {
            return await answer.Events.WaitAsync(cancellationToken);
        }
        catch when (answer.Events.IsFaulted)
        {
            Forget(answer);
            throw;
        }
    }

    private Answer Find(ChangeQuestion question, IReadOnlyList<ToldChange> changes, Func<Task<IReadOnlyList<StreamedEvent?>>> make)
    {
        lock (gate)
        {
            while (kept.Last is { } oldest && (kept.Count >= Limits.SharedAnswers || time.GetElapsedTime(oldest.Value.At) > Limits.SharedFor))
                kept.RemoveLast();
            var (from, to) = (changes[0].Cursor, changes[^1].Cursor);
            if (kept.FirstOrDefault(one => one.From == from && one.To == to && one.Key == question.Key) is { } known) return known;
            var made = new Answer(question.Key, from, to, time.GetTimestamp(), Detached.Run(make));
            kept.AddFirst(made);
            _ = ForgetLongAsync(made);
            return made;
        }
    }

    // Nodes may be of any length, and what is kept is counted among nothing that waits for somebody.
    private async Task ForgetLongAsync(Answer made)
    {
        await ((Task)made.Events).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var isShort = made.Events.IsCompletedSuccessfully
            && (await made.Events).Sum(told => (long)(told?.Json.Length ?? 0)) <= Limits.SharedAnswerBytes;
        if (!isShort) Forget(made);
    }

    private void Forget(Answer answer)
    {
        lock (gate) kept.Remove(answer);
    }

    private sealed record Answer(
        (object Plan, string Values) Key, ChangeCursor From, ChangeCursor To, long At, Task<IReadOnlyList<StreamedEvent?>> Events);
}
