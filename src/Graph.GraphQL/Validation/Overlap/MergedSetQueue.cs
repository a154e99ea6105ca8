using System.Diagnostics.CodeAnalysis;

namespace Graph.GraphQL.Validation.Overlap;

/// <summary>Selection sets that end up in one place of the result.</summary>
/// <param name="Sets">The sets.</param>
/// <param name="IsShapeOnly">Their fields never meet on one object: only their shapes have to agree.</param>
internal sealed record MergedSet(List<SelectedFields> Sets, bool IsShapeOnly);

/// <summary>Merged selection sets that are still to be looked at, each once.</summary>
internal sealed class MergedSetQueue
{
    private readonly Queue<MergedSet> open = [];
    private readonly HashSet<int[]> fullySeen = new(SetComparer.Instance);
    private readonly HashSet<int[]> shapeSeen = new(SetComparer.Instance);
    private readonly HashSet<int> seenAlone = [];

    public bool TryTake([NotNullWhen(true)] out MergedSet? merged) => open.TryDequeue(out merged);

    /// <summary>Adds a set that is merged with no other.</summary>
    public void Add(SelectedFields set)
    {
        if (seenAlone.Add(set.Id)) open.Enqueue(new([set], IsShapeOnly: false));
    }

    public void Add(List<SelectedFields> sets, bool isShapeOnly)
    {
        if (sets.Count == 1 && !isShapeOnly)
        {
            Add(sets[0]);
            return;
        }
        var ids = sets.Select(set => set.Id).Distinct().ToArray();
        Array.Sort(ids);
        if ((ids.Length == 1 && seenAlone.Contains(ids[0])) || fullySeen.Contains(ids) || !(isShapeOnly ? shapeSeen : fullySeen).Add(ids)) return;
        open.Enqueue(new(ids.Length == sets.Count ? sets : [.. sets.DistinctBy(set => set.Id)], isShapeOnly));
    }

    private sealed class SetComparer : IEqualityComparer<int[]>
    {
        public static readonly SetComparer Instance = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] ids)
        {
            var hash = new HashCode();
            foreach (var id in ids) hash.Add(id);
            return hash.ToHashCode();
        }
    }
}
