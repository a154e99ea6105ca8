using Graph.Model.Records;

namespace Graph.Export;

/// <summary>
/// A part of what is exported: nodes of one type, or relationships that start at nodes of one type. Reused from page to page.
/// </summary>
public sealed class ExportPage
{
    private readonly List<DateOnly> days = [];
    private readonly List<int> ends = [];

    /// <summary>The records; their places mean nothing.</summary>
    public RecordBatch Records { get; } = new();

    /// <summary>
    /// The days on which a relationship of the view of actors was added to, each once and in order: those of the acts that it
    /// counts. None for any other relationship.
    /// </summary>
    /// <param name="relationship">Its place among the relationships of the page.</param>
    public ReadOnlySpan<DateOnly> Days(int relationship)
    {
        if (relationship >= ends.Count) return [];
        var start = relationship == 0 ? 0 : ends[relationship - 1];
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(days)[start..ends[relationship]];
    }

    /// <summary>Gives the relationship that was added last its days.</summary>
    internal void AddDays(IEnumerable<DateOnly> inOrder)
    {
        days.AddRange(inOrder);
        ends.Add(days.Count);
    }

    internal void Clear()
    {
        Records.Clear();
        days.Clear();
        ends.Clear();
    }
}
