namespace Graph.Api.RootFields.Walks;

/// <summary>A step of a search, in the direction in which it is walked.</summary>
/// <param name="From">The key of the node that it leaves.</param>
/// <param name="To">The key of the node that it leads to.</param>
/// <param name="Label">What tells it from other steps between the same nodes.</param>
internal readonly record struct Arc(long From, long To, int Label);

/// <summary>
/// Reads the steps from or to nodes, each a number of times or once; takes them from the budget, and may leave some out when it is
/// spent.
/// </summary>
/// <param name="nodes">The keys of the nodes.</param>
/// <param name="isBackwards">The steps that lead to the nodes; else those that leave them.</param>
/// <param name="arcs">Takes the steps.</param>
/// <param name="most">At most that many.</param>
/// <returns>False: there are more, of which none is taken.</returns>
internal delegate ValueTask<bool> ArcReader(IReadOnlyList<long> nodes, bool isBackwards, List<Arc> arcs, int most);

/// <summary>
/// The part of the graph around two nodes, read layer by layer from both, the smaller layer first. After <see cref="ReadAsync"/>
/// it holds every step of every walk of that length between them: of each the first part leaves nodes that are reached from the
/// start, the last part leads to nodes from which the end is reached.
/// </summary>
/// <param name="start">The key of the start.</param>
/// <param name="end">The key of the end.</param>
/// <param name="read">Reads steps.</param>
/// <param name="budget">What may be looked at.</param>
/// <param name="tryBoth">
/// Reads side by side. Where it is given, the smaller layer is the one with fewer steps, found by reading a few of either, and some more while both
/// have more; else the one with fewer nodes, as it is where steps cannot be counted without all of them.
/// </param>
internal sealed class SearchGraph(
    long start, long end, ArcReader read, SearchBudget budget, Func<IReadOnlyList<Func<ArcReader, ValueTask>>, ValueTask>? tryBoth = null)
{
    private const int MoreSteps = 8;

    private readonly Side forwards = new(start, false);
    private readonly Side backwards = new(end, true);
    private readonly Dictionary<long, List<Arc>> leaving = [];

    /// <summary>The key of the start.</summary>
    public long Start => start;

    /// <summary>The key of the end.</summary>
    public long End => end;

    /// <summary>No walk is longer than what was read: one of the ends leads nowhere else.</summary>
    public bool IsExhausted => forwards.Layer.Count == 0 || backwards.Layer.Count == 0;

    /// <summary>The steps that leave a node, some of them more than once.</summary>
    public IReadOnlyList<Arc> Leaving(long node) => leaving.TryGetValue(node, out var arcs) ? arcs : [];

    /// <summary>Reads all that walks of a length need.</summary>
    public async ValueTask ReadAsync(int length)
    {
        while (forwards.Depth + backwards.Depth < length && budget.Bound is null)
        {
            budget.Look();
            if (IsExhausted) return;
            var (side, arcs) = await ReadLayerAsync();
            side.Advance(arcs);
            foreach (var arc in arcs)
            {
                if (!leaving.TryGetValue(arc.From, out var known)) leaving.Add(arc.From, known = []);
                known.Add(arc);
            }
        }
    }

    private async ValueTask<(Side Side, List<Arc> Arcs)> ReadLayerAsync()
    {
        Side[] sides = forwards.Layer.Count <= backwards.Layer.Count ? [forwards, backwards] : [backwards, forwards];
        if (tryBoth is not null)
        {
            // A few of both at once: what is not walked on from now is kept until it is.
            await tryBoth([.. sides.Select(side => (Func<ArcReader, ValueTask>)(reader => side.TryAsync(reader, Limits.FewestStepsTried)))]);
            for (var most = Limits.FewestStepsTried; most <= Limits.MostStepsTried; most *= MoreSteps)
            {
                foreach (var side in sides) if (sides.All(one => one.Read is null)) await side.TryAsync(read, most);
                if (sides.Where(side => side.Read is not null).MinBy(side => side.Read!.Count) is { } fewer) return (fewer, fewer.Read!);
            }
        }

        var arcs = new List<Arc>();
        await read(sides[0].Layer, sides[0].IsBackwards, arcs, int.MaxValue);
        return (sides[0], arcs);
    }

    /// <summary>
    /// The nodes that lie on walks of exactly a length between the two, by the steps that are left from there to the end; null
    /// where there is no such walk.
    /// </summary>
    public IReadOnlyList<HashSet<long>>? Layers(int length)
    {
        // By how many steps are left: first all from which the end is reached in just so many, then of these those that are reached.
        var leading = new List<HashSet<long>> { new() { end } };
        for (var left = 1; left <= length; left++)
        {
            var next = new HashSet<long>();
            foreach (var (node, arcs) in leaving)
            {
                if (!budget.TryLook()) return null;
                if (arcs.Exists(arc => leading[left - 1].Contains(arc.To))) next.Add(node);
            }

            leading.Add(next);
        }

        if (!leading[length].Contains(start)) return null;
        leading[length] = [start];
        for (var left = length; left > 0; left--)
            leading[left - 1].IntersectWith(leading[left].SelectMany(Leaving).Select(arc => arc.To));
        return leading;
    }

    /// <summary>What is reached from one of the two ends.</summary>
    private sealed class Side(long origin, bool isBackwards)
    {
        private readonly HashSet<long> reached = [origin];

        public bool IsBackwards => isBackwards;

        /// <summary>How many layers were left for the next.</summary>
        public int Depth { get; private set; }

        /// <summary>The nodes that were reached last, and not left yet.</summary>
        public List<long> Layer { get; private set; } = [origin];

        /// <summary>The steps from the nodes that were reached last, where they are read already.</summary>
        public List<Arc>? Read { get; private set; }

        /// <summary>There are more of these steps.</summary>
        private int moreThan;

        /// <summary>Reads these steps, unless there are more than that many.</summary>
        public async ValueTask TryAsync(ArcReader read, int most)
        {
            if (Read is not null || most <= moreThan) return;
            var arcs = new List<Arc>();
            if (await read(Layer, isBackwards, arcs, most)) Read = arcs;
            else moreThan = most;
        }

        public void Advance(List<Arc> arcs)
        {
            Depth++;
            (Read, moreThan) = (null, 0);
            Layer = [.. arcs.Select(arc => isBackwards ? arc.From : arc.To).Where(reached.Add)];
        }
    }
}
