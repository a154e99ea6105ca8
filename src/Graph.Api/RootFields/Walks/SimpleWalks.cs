namespace Graph.Api.RootFields.Walks;

/// <summary>
/// Finds the walks between two nodes that meet no node twice: only of the least lengths that occur, by length and then in an order of
/// steps, and no more of them than are asked for.
/// </summary>
/// <param name="graph">The graph around the two.</param>
/// <param name="order">Makes an order of the steps that leave one node, of the nodes that occur.</param>
/// <param name="budget">What may be looked at.</param>
internal sealed class SimpleWalks(
    SearchGraph graph,
    Func<IReadOnlyCollection<long>, ValueTask<IComparer<Arc>>> order,
    SearchBudget budget)
{
    /// <summary>Searches.</summary>
    /// <param name="maxLength">The greatest length.</param>
    /// <param name="lengths">How many lengths are told.</param>
    /// <param name="limit">How many walks are told.</param>
    /// <returns>The walks, and why there may be more; null where there are none.</returns>
    public async ValueTask<(IReadOnlyList<Arc[]> Walks, SearchBound? Bound)> FindAsync(int maxLength, int lengths, int limit)
    {
        var found = new List<Arc[]>();
        var occurring = 0;
        for (var length = 1; length <= maxLength && occurring < lengths && budget.Bound is null; length++)
        {
            await graph.ReadAsync(length);
            if (budget.Bound is not null || graph.Layers(length) is not { } layers) continue;
            var before = found.Count;
            var ordered = await order([.. layers.SelectMany(layer => layer).Distinct()]);
            foreach (var walk in Walks(layers, ordered))
            {
                if (found.Count == limit) return (found, SearchBound.Limit);
                found.Add(walk);
            }

            if (found.Count > before) occurring++;
        }

        return (found, budget.Bound ?? (found.Count == 0 ? SearchBound.Length : null));
    }

    private IEnumerable<Arc[]> Walks(IReadOnlyList<HashSet<long>> layers, IComparer<Arc> ordered)
    {
        var length = layers.Count - 1;
        var steps = new Dictionary<(long, int), Arc[]>();
        var visited = new HashSet<long> { graph.Start };
        var (next, at, isTaken) = (new Arc[length][], new int[length], new bool[length]);
        (next[0], at[0]) = (Next(graph.Start, length), -1);
        for (var depth = 0; depth >= 0;)
        {
            if (isTaken[depth]) visited.Remove(next[depth][at[depth]].To);
            isTaken[depth] = false;
            if (++at[depth] == next[depth].Length)
            {
                depth--;
                continue;
            }

            if (!budget.TryTake()) yield break;
            var to = next[depth][at[depth]].To;
            if (!(isTaken[depth] = visited.Add(to))) continue;
            if (depth + 1 == length)
            {
                yield return [.. next.Select((arcs, i) => arcs[at[i]])];
                continue;
            }

            depth++;
            (next[depth], at[depth]) = (Next(to, length - depth), -1);
        }

        Arc[] Next(long node, int left)
        {
            if (steps.TryGetValue((node, left), out var known)) return known;
            var next = graph.Leaving(node).Where(arc => layers[left - 1].Contains(arc.To)).Distinct().Order(ordered).ToArray();
            steps.Add((node, left), next);
            return next;
        }
    }
}
