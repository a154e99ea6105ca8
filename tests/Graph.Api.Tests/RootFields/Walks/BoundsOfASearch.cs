using Graph.Api.RootFields.Walks;

namespace Graph.Api.Tests.RootFields.Walks;

/// <summary>Searches that would go on for too long, over graphs that are worked out as they are read.</summary>
public sealed class BoundsOfASearch
{
    private const int Start = 0;
    private const int End = 1;

    private readonly StepwiseTime time = new();

    [Fact]
    public async Task ItEndsAfterAsManyStepsAsItMayRead()
    {
        var (walks, bound) = await FindAsync((node, _) => node == Start ? Enumerable.Range(2, Limits.MaxExpansions) : [Start], maxLength: 4);
        Assert.Empty(walks);
        Assert.Equal(SearchBound.Expansions, bound);
    }

    [Fact]
    public async Task ItEndsWhereChainsOnlySeemToGoOn()
    {
        // Everything hangs on one node, through which no chain goes twice.
        const int neck = 2, clique = 300;
        var (walks, bound) = await FindAsync(
            (node, _) => node switch
            {
                Start or End => [neck],
                neck => [Start, End, .. Enumerable.Range(3, clique)],
                _ => Enumerable.Range(3, clique).Append(neck),
            },
            maxLength: 8);
        Assert.Equal(2, Assert.Single(walks).Length);
        Assert.Equal(SearchBound.Expansions, bound);
    }

    [Fact]
    public async Task ItEndsWhenItsTimeIsUp()
    {
        time.Each = TimeSpan.FromSeconds(Limits.MaxSearchSeconds / 2);
        var (walks, bound) = await FindAsync((node, isBackwards) => [isBackwards ? node - 10 : node + 10], maxLength: 8);
        Assert.Empty(walks);
        Assert.Equal(SearchBound.Time, bound);
    }

    [Fact]
    public async Task ItIsGivenUpAsItPutsChainsTogether()
    {
        using var giveUp = new CancellationTokenSource();
        await Assert.ThrowsAsync<OperationCanceledException>(() => FindAsync(
            (_, _) => Enumerable.Range(2, 300).Append(End),
            maxLength: 8,
            lengths: 3,
            ordered: giveUp.Cancel,
            cancellationToken: giveUp.Token).AsTask());
    }

    [Fact]
    public async Task ItTellsThatThereAreMoreOfALaterLength()
    {
        // One chain of one step, and one of two.
        IEnumerable<int> Next(int node, bool isBackwards) => (node, isBackwards) switch
        {
            (Start, false) => [End, 2],
            (2, false) => [End],
            (End, true) => [Start, 2],
            (2, true) => [Start],
            _ => [],
        };
        Assert.Equal((1, null), Summary(await FindAsync(Next, maxLength: 2, lengths: 1, limit: 1)));
        Assert.Equal((1, SearchBound.Limit), Summary(await FindAsync(Next, maxLength: 2, lengths: 2, limit: 1)));
        Assert.Equal((2, null), Summary(await FindAsync(Next, maxLength: 2, lengths: 2, limit: 2)));
        Assert.Equal((1, null), Summary(await FindAsync(Next, maxLength: 1, lengths: 3, limit: 1)));

        static (int, SearchBound?) Summary((IReadOnlyList<Arc[]> Walks, SearchBound? Bound) found) => (found.Walks.Count, found.Bound);
    }

    [Fact]
    public async Task ItGoesOnFromTheEndThatHasFewerStepsNotFewerNodes()
    {
        // Start - 2..101 - 200 - End, where 200 has more neighbours than it may look at, and each of the hundred but two.
        const int hub = 200;
        var (walks, bound) = await FindAsync(
            (node, _) => node switch
            {
                Start => Enumerable.Range(2, 100),
                hub => Enumerable.Range(2, Limits.MaxExpansions * 2),
                End => [hub],
                _ => [Start, hub],
            },
            maxLength: 3,
            triesSteps: true);
        Assert.Equal((100, null), (walks.Count, bound));
    }

    private async ValueTask<(IReadOnlyList<Arc[]> Walks, SearchBound? Bound)> FindAsync(
        Func<int, bool, IEnumerable<int>> next,
        int maxLength,
        int lengths = 3,
        int limit = 50_000,
        Action? ordered = null,
        bool triesSteps = false,
        CancellationToken cancellationToken = default)
    {
        var budget = new SearchBudget(time, cancellationToken);
        var graph = new SearchGraph(Start, End, Read, budget, triesSteps ? TryAsync : null);
        return await new SimpleWalks(graph, Order, budget).FindAsync(maxLength, lengths, limit);

        async ValueTask TryAsync(IReadOnlyList<Func<ArcReader, ValueTask>> trials)
        {
            foreach (var trial in trials) await trial(Read);
        }

        ValueTask<bool> Read(IReadOnlyList<long> nodes, bool isBackwards, List<Arc> arcs, int most)
        {
            var steps = nodes.SelectMany(node => next((int)node, isBackwards).Where(other => other != node)
                .Select(other => isBackwards ? new Arc(other, node, 0) : new Arc(node, other, 0)));
            if (steps.Skip(most).Any()) return ValueTask.FromResult(false);
            arcs.AddRange(steps.TakeWhile(_ => budget.TryTake()));
            return ValueTask.FromResult(true);
        }

        ValueTask<IComparer<Arc>> Order(IReadOnlyCollection<long> nodes)
        {
            ordered?.Invoke();
            return ValueTask.FromResult<IComparer<Arc>>(Comparer<Arc>.Create((x, y) => x.To.CompareTo(y.To)));
        }
    }

    /// <summary>A clock that goes on a little each time it is looked at.</summary>
    private sealed class StepwiseTime : TimeProvider
    {
        private long now;

        public TimeSpan Each { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now += Each.Ticks;
    }
}
