using System.Text;

namespace Graph.Import.Feeds;

/// <summary>The cells of a line between tabs, numbered from 1 as code books number them. Quotation marks are characters like others.</summary>
internal readonly ref struct TabbedCells
{
    private readonly ReadOnlySpan<byte> line;
    private readonly ReadOnlySpan<Range> cells;

    /// <param name="line">The line.</param>
    /// <param name="room">Room for the places of its cells; further cells are not known.</param>
    public TabbedCells(ReadOnlySpan<byte> line, Span<Range> room)
    {
        this.line = line;
        var (count, start) = (0, 0);
        while (count < room.Length)
        {
            var tab = line[start..].IndexOf((byte)'\t');
            room[count++] = tab < 0 ? start..line.Length : start..(start + tab);
            if (tab < 0) break;
            start += tab + 1;
        }

        cells = room[..count];
    }

    /// <summary>How many there are.</summary>
    public int Count => cells.Length;

    /// <summary>A cell; empty where the line has none of that number.</summary>
    public ReadOnlySpan<byte> this[int number] => number > 0 && number <= cells.Length ? line[cells[number - 1]] : default;

    /// <summary>A cell as text.</summary>
    public string Text(int number) => Encoding.UTF8.GetString(this[number]);

    /// <summary>How many cells a line has.</summary>
    public static int CountOf(ReadOnlySpan<byte> line) => line.Count((byte)'\t') + 1;

    /// <summary>One cell of a line, without a look at those after it.</summary>
    public static ReadOnlySpan<byte> Single(ReadOnlySpan<byte> line, int number)
    {
        for (; number > 1; number--)
        {
            var tab = line.IndexOf((byte)'\t');
            if (tab < 0) return default;
            line = line[(tab + 1)..];
        }

        var end = line.IndexOf((byte)'\t');
        return end < 0 ? line : line[..end];
    }
}
