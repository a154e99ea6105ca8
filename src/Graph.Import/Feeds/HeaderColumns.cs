using System.Text;

namespace Graph.Import.Feeds;

/// <summary>Where the columns of a table stand, by the names in its first line, in any order.</summary>
internal sealed class HeaderColumns
{
    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> names;

    /// <param name="line">The first line.</param>
    public HeaderColumns(ReadOnlySpan<byte> line)
    {
        names = [.. Encoding.UTF8.GetString(line).Split('\t').Select(name => name.Trim())];
        while (names.Count > 0 && names[^1].Length == 0) names.RemoveAt(names.Count - 1);
        Number();
    }

    /// <summary>How many columns there are, empty ones at the end left out.</summary>
    public int Count => names.Count;

    /// <summary>The number of a column, from 1; 0 where there is none of that name.</summary>
    public int this[string name] => places.GetValueOrDefault(name);

    /// <summary>The number of a column under the first of these names that it has.</summary>
    public int Of(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (places.TryGetValue(name, out var place)) return place;
        return 0;
    }

    /// <summary>Takes names out that have no column in the rows below.</summary>
    public void Drop(IReadOnlyCollection<string> without)
    {
        names.RemoveAll(name => without.Contains(name, StringComparer.OrdinalIgnoreCase));
        Number();
    }

    /// <summary>Whether a first line has all of these names.</summary>
    public static bool Has(ReadOnlySpan<byte> start, params ReadOnlySpan<string> wanted)
    {
        var end = start.IndexOfAny((byte)'\n', (byte)'\r');
        var line = end < 0 ? start : start[..end];
        if (!line.Contains((byte)'\t')) return false;
        var columns = new HeaderColumns(line);
        foreach (var name in wanted)
            if (columns[name] == 0) return false;
        return true;
    }

    private void Number()
    {
        places.Clear();
        for (var i = 0; i < names.Count; i++) places.TryAdd(names[i], i + 1);
    }
}
