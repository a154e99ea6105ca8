namespace Graph.Stores.Tests.Walks;

/// <summary>Paths over any relationships by trying everything.</summary>
internal static class PlainPaths
{
    /// <summary>The paths as text, each from node to node, and the bound.</summary>
    public static (List<string> Paths, string? Bound) Find(
        IReadOnlyCollection<PlainRelationship> relationships, string from, string to, string[]? along, int maxLength, int lengths, int limit)
    {
        var steps = relationships.Where(one => along is null || along.Contains(one.Type)).Distinct()
            .SelectMany(one => new[] { (one.Start, one.Type, Direction: "OUT", one.End), (Start: one.End, one.Type, Direction: "IN", End: one.Start) })
            .ToLookup(step => step.Item1);
        var found = new List<List<(string Node, string Type, string Direction)>>();
        Extend([(from, "", "")]);
        var told = found.Select(path => path.Count).Distinct().Order().Take(lengths).ToHashSet();
        var all = found.Where(path => told.Contains(path.Count)).OrderBy(path => path.Count)
            .ThenBy(path => path, Comparer<List<(string, string, string)>>.Create(Compare)).ToList();
        var shown = all.Take(limit).Select(path => string.Concat(path.Select(step => step.Type.Length == 0 ? step.Node : $" -{step.Type} {step.Direction}- {step.Node}"))).ToList();
        return (shown, all.Count > limit ? "LIMIT" : all.Count == 0 ? "LENGTH" : null);

        void Extend(List<(string Node, string, string)> path)
        {
            foreach (var (_, type, direction, next) in steps[path[^1].Node])
            {
                if (path.Exists(step => step.Node == next)) continue;
                if (next == to) found.Add([.. path, (next, type, direction)]);
                else if (path.Count < maxLength) Extend([.. path, (next, type, direction)]);
            }
        }
    }

    private static int Compare(List<(string Node, string Type, string Direction)> x, List<(string Node, string Type, string Direction)> y) =>
        x.Zip(y, Compare).FirstOrDefault(order => order != 0);

    private static int Compare((string Node, string Type, string Direction) x, (string Node, string Type, string Direction) y)
    {
        var ((xType, xId), (yType, yId)) = (Split(x.Node), Split(y.Node));
        if (Ids.Comparer.Compare(xId, yId) is var byId and not 0) return byId;
        if (string.CompareOrdinal(xType, yType) is var byType and not 0) return byType;
        if (string.CompareOrdinal(x.Type, y.Type) is var byName and not 0) return byName;
        return string.CompareOrdinal(y.Direction, x.Direction);
    }

    private static (string Type, string Id) Split(string node) => (node[..node.IndexOf(':')], node[(node.IndexOf(':') + 1)..]);
}
