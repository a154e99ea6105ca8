using Graph.Api.Streams;
using Graph.Model.Changes;

namespace Graph.Api.Tests.RootFields;

/// <summary>When what a run has changed is told, where another has begun before it ended: it may go on once that one has changed nothing.</summary>
public sealed class RunsThatMeet : IAsyncDisposable
{
    private readonly RecordingStore store = new(Domains.Accusations);
    private readonly HandTime time = new();
    private JournalTail tail = null!;

    public ValueTask DisposeAsync() => tail.DisposeAsync();

    [Fact]
    public async Task OneThatHasWrittenNothingEndsNoEarlierOne()
    {
        await BeginAsync();
        Run(1);
        Write(1);
        Run(2);
        Assert.Equal(0, await ToldAsync());
        Write(1);
        Assert.Equal(0, await ToldAsync());
        Write(2);
        Assert.Equal(2, await ToldAsync());
        End(2);
        Assert.Equal(3, await ToldAsync());
    }

    [Fact]
    public async Task OneThatHasEndedIsToldWhileALaterOneIsAtWork()
    {
        await BeginAsync();
        Run(1);
        Write(1);
        End(1);
        Run(2);
        Run(3);
        Assert.Equal(1, await ToldAsync());
    }

    [Fact]
    public async Task OneThatIsKnownNoMoreHasEnded()
    {
        await BeginAsync();
        Write(1);
        Run(2);
        Assert.Equal(1, await ToldAsync());
    }

    [Fact]
    public async Task WhoComesWhileAnEarlierOneMayGoOnIsToldAllOfIt()
    {
        Run(1);
        Write(1);
        Run(2);
        await BeginAsync();
        Assert.Equal(0, tail.End.Number);
        Write(1);
        Assert.Equal(0, await ToldAsync());
        End(1);
        Assert.Equal(2, await ToldAsync());
    }

    [Fact]
    public async Task WhoComesAtTheVeryEndOfOneIsToldAllOfItOrNothing()
    {
        Run(1);
        Write(1);
        store.BeforeRuns = () =>
        {
            store.BeforeRuns = null;
            Write(1);
            End(1);
        };
        await BeginAsync();
        Assert.Equal(2, tail.End.Number);
    }

    private async Task BeginAsync() => tail = await JournalTail.BeginAsync(store, time, CancellationToken.None);

    /// <summary>The number of the last change that is told, after the journal was looked at.</summary>
    private async Task<long> ToldAsync()
    {
        await time.PassAsync(Limits.JournalLook);
        await time.IsAwaitedAsync(Limits.JournalLook);
        return tail.End.Number;
    }

    private void Run(long id) => store.Runs = [new() { Id = id, Command = "import", StartedAt = HandTime.Start }, .. store.Runs];

    private void End(long id) => store.Runs = [.. store.Runs.Select(run => run.Id == id ? run with { EndedAt = HandTime.Start } : run)];

    private void Write(long run)
    {
        var recorder = new ChangeRecorder(run, HandTime.Start);
        recorder.Removed(new(RecordKind.Node, "Claim", "c"), new("""{"text":"one"}""", null));
        store.Changes = [.. store.Changes, recorder.Take().Single() with { First = store.Changes.Count + 1 }];
    }
}
