namespace Graph.Stores.Tests.Walks;

/// <summary>A neighbourhood by what it means, one sentence after the other.</summary>
internal sealed class PlainNeighbourhood
{
    private readonly PlainGraph graph;
    private readonly HashSet<string> start;
    private readonly string[]? along;
    private readonly Func<PlainAct, bool>? where;
    private readonly List<(string Type, string Start, string End)> all;
    private readonly Dictionary<(string Start, string End), List<PlainAct>> tallies;
    private readonly Dictionary<string, PlainAct> acts;

    public PlainNeighbourhood(PlainGraph graph, HashSet<string> start, string[]? along, Func<PlainAct, bool>? where, bool isFolded)
    {
        (this.graph, this.start, this.along, this.where) = (graph, start, along, where);
        acts = graph.Acts.ToDictionary(act => "Accusation:" + act.Id);
        tallies = graph.Acts.Where(act => act.Kind == "ACCUSE" && (where is null || where(act)))
            .SelectMany(act => act.By.SelectMany(_ => act.Against, (by, against) => (Key(by), Key(against), act)))
            .GroupBy(one => (one.Item1, one.Item2), one => one.act).ToDictionary(group => group.Key, group => group.ToList());
        all =
        [
            .. graph.Relationships.Where(one => IsThere(one.Start) && IsThere(one.End)).Select(one => (one.Type, one.Start, one.End)),
            .. tallies.Keys.Select(pair => ("ACCUSED", pair.Start, pair.End)),
        ];
        all.RemoveAll(one => isFolded && (acts.ContainsKey(one.Start) || acts.ContainsKey(one.End)));

        bool IsThere(string node) => !acts.TryGetValue(node, out var act) || where is null || where(act) || start.Contains(node);
    }

    /// <summary>The nodes, links and cuts, a line each.</summary>
    public List<string> Find(int depth, int most, bool areDaysTold)
    {
        var layers = new List<List<string>> { start.Order(Comparer<string>.Create(ByDegree)).ToList() };
        var shown = start.ToHashSet();
        for (var i = 0; i < depth; i++)
        {
            var next = layers[^1].SelectMany(node => Groups(node).Where(IsWalked).SelectMany(group => group.Neighbours
                .OrderByDescending(other => group.Type == "ACCUSED" ? Tally(node, other, group.Direction).Count : 0)
                .ThenBy(other => other, Comparer<string>.Create(ByDegree)).Take(most))).Distinct().Where(node => !shown.Contains(node)).ToList();
            shown.UnionWith(next);
            layers.Add([.. next.Order(Comparer<string>.Create(ByDegree))]);
        }

        var nodes = layers.SelectMany(layer => layer).ToList();
        var links = all.Where(one => shown.Contains(one.Start) && shown.Contains(one.End)).GroupBy(one => one)
            .OrderBy(link => link.Key.Type, StringComparer.Ordinal).ThenBy(link => link.Key.Start, Ids.Comparer)
                .ThenBy(link => link.Key.End, Ids.Comparer)
            .Select(link => link.Key.Type == "ACCUSED"
                ? $"{link.Key} {Figures(tallies[(link.Key.Start, link.Key.End)], areDaysTold)}"
                : $"{link.Key} {link.Count()} null null");
        var cut = nodes.SelectMany(node => Groups(node).OrderBy(group => group.Type, StringComparer.Ordinal)
            .ThenByDescending(group => group.Direction, StringComparer.Ordinal)
            .Select(group => (group, Shown: group.Neighbours.Count(shown.Contains))).Where(one => one.Shown < one.group.Neighbours.Count)
            .Select(one => $"{node} {one.group.Type} {one.group.Direction} {one.Shown} {one.group.Neighbours.Count}"));
        return [.. nodes.Select(node => $"{node} {Degree(node)}"), .. links, .. cut];
    }

    private static string Figures(List<PlainAct> acts, bool areDaysTold)
    {
        var days = acts.Select(act => act.Day).OfType<DateOnly>().Where(_ => areDaysTold).ToList();
        return $"{acts.Count} {(days.Count > 0 ? days.Min().ToString("O") : "null")} {(days.Count > 0 ? days.Max().ToString("O") : "null")}";
    }

    private bool IsWalked((string Type, string Direction, List<string> Neighbours) group) => along?.Contains(group.Type) != false;

    private string Key(string actor) => $"{graph.Actors[actor]}:{actor}";

    private List<PlainAct> Tally(string node, string other, string direction) => tallies[direction == "OUT" ? (node, other) : (other, node)];

    private IEnumerable<(string Type, string Direction, List<string> Neighbours)> Groups(string node) => all
        .SelectMany(one => new[] { (one.Type, Direction: "OUT", Near: one.Start, Far: one.End), (one.Type, Direction: "IN", Near: one.End, Far: one.Start) })
        .Where(one => one.Near == node).GroupBy(one => (one.Type, one.Direction))
        .Select(group => (group.Key.Type, group.Key.Direction, group.Select(one => one.Far).Distinct().ToList()));

    private int Degree(string node) => graph.Relationships.Concat(graph.Tallies).Count(one => one.Start == node || one.End == node);

    private int ByDegree(string x, string y)
    {
        if (Degree(y).CompareTo(Degree(x)) is var byDegree and not 0) return byDegree;
        var byId = Ids.Comparer.Compare(x[(x.IndexOf(':') + 1)..], y[(y.IndexOf(':') + 1)..]);
        return byId != 0 ? byId : string.CompareOrdinal(x, y);
    }
}
