using System.Text;

namespace Graph.Stores.Tests.Walks;

/// <summary>Chains by trying everything: what the field means, step by step.</summary>
internal static class PlainChains
{
    /// <summary>The chains as text, each its steps with the number of acts and their ids, and the bound.</summary>
    public static (List<string> Chains, string? Bound) Find(
        PlainGraph graph, string from, string to, Func<PlainAct, bool> where, bool directed, int maxLength, int lengths, int limit)
    {
        var acts = graph.Acts.Where(where).ToList();
        var leads = acts.SelectMany(act => act.By.SelectMany(_ => act.Against, (by, against) => (by, against))).ToHashSet();
        var found = new List<List<string>>();
        Extend([from]);
        var told = found.Select(chain => chain.Count).Distinct().Order().Take(lengths).ToHashSet();
        var all = found.Where(chain => told.Contains(chain.Count)).OrderBy(chain => chain.Count).ThenBy(chain => chain, Ids.Comparer).ToList();
        var shown = all.Take(limit).Select(chain => string.Join(" | ", chain.Zip(chain.Skip(1), Show))).ToList();
        return (shown, all.Count > limit ? "LIMIT" : all.Count == 0 ? "LENGTH" : null);

        void Extend(List<string> chain)
        {
            foreach (var next in graph.Actors.Keys.Except(chain))
            {
                if (!leads.Contains((chain[^1], next)) && (directed || !leads.Contains((next, chain[^1])))) continue;
                if (next == to) found.Add([.. chain, next]);
                else if (chain.Count < maxLength) Extend([.. chain, next]);
            }
        }

        string Show(string x, string y)
        {
            var (by, against) = leads.Contains((x, y)) ? (x, y) : (y, x);
            var between = acts.Where(act => act.By.Contains(by) && act.Against.Contains(against)).Select(act => act.Id).Order(StringComparer.Ordinal)
                .ToList();
            return $"{by} {against} {between.Count} {string.Join(',', between.Take(3))}";
        }
    }
}

/// <summary>The order of ids: by the bytes of UTF-8, which is that of code points.</summary>
internal sealed class Ids : IComparer<string>, IComparer<IReadOnlyList<string>>
{
    public static Ids Comparer { get; } = new();

    public int Compare(string? x, string? y) => Encoding.UTF8.GetBytes(x!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y!));

    public int Compare(IReadOnlyList<string>? x, IReadOnlyList<string>? y)
    {
        for (var i = 0; i < Math.Min(x!.Count, y!.Count); i++)
            if (Compare(x[i], y[i]) is var order and not 0) return order;
        return x.Count.CompareTo(y.Count);
    }
}
