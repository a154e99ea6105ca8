using Graph.Import.Feeds;

namespace Graph.Import.Gdelt;

/// <summary>A form of GDELT's tables: where the columns stand that are read, numbered from 1 as in the code books.</summary>
/// <param name="Dataset">The feed.</param>
/// <param name="IsMentions">Its rows speak of events of other files.</param>
/// <param name="Columns">How many columns a row has: one of these.</param>
/// <param name="Added">The column with the day on which the row was added.</param>
/// <param name="Source">The column with the address of the article.</param>
internal sealed record GdeltForm(FeedDataset Dataset, bool IsMentions, IReadOnlyList<int> Columns, int Added, int Source)
{
    /// <summary>The column of the event code, in both versions.</summary>
    public const int Code = 27;

    private const string Terms = "free for any use with citation and a link to the GDELT Project";

    private static readonly FeedDataset Second = new("gdelt-2", "GDELT 2.0 Event Database", "https://www.gdeltproject.org/", Terms);
    private static readonly FeedDataset First = new("gdelt-1", "GDELT 1.0 Event Database", "https://www.gdeltproject.org/", Terms);

    /// <summary>Events of version 2.0.</summary>
    public static GdeltForm Events { get; } = new(Second, IsMentions: false, [61], 60, 61);

    /// <summary>Events of version 1.0, which have no address before 1 April 2013.</summary>
    public static GdeltForm FirstEvents { get; } = new(First, IsMentions: false, [57, 58], 57, 58);

    /// <summary>Mentions of events of version 2.0.</summary>
    public static GdeltForm Mentions { get; } = new(Second, IsMentions: true, [16], 0, 0);

    /// <summary>The form of a table, told by how it begins; null for another table.</summary>
    public static GdeltForm? Of(ReadOnlySpan<byte> start)
    {
        var isFirst = true;
        while (!start.IsEmpty)
        {
            var end = start.IndexOf((byte)'\n');
            if (end < 0 && !isFirst) return null; // Cut off where the beginning ends.
            isFirst = false;
            var line = end < 0 ? start : start[..end];
            if (FeedDays.IsDigits(TabbedCells.Single(line, 1)) && OfColumns(TabbedCells.CountOf(line)) is { } form) return form;
            start = end < 0 ? default : start[(end + 1)..];
        }

        return null;
    }

    private static GdeltForm? OfColumns(int columns) => columns switch
    {
        61 => Events,
        57 or 58 => FirstEvents,
        16 => Mentions,
        _ => null,
    };
}
