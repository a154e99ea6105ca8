using Graph.Model.Text;

namespace Graph.Extraction.Text;

/// <summary>
/// A text as offsets refer to it: form C, lines ending in <c>\n</c>, no byte-order mark, nothing else changed, as an import reads it.
/// Inside the room places are UTF-16 indexes; what leaves it counts code points.
/// </summary>
internal sealed class SourceText
{
    // Indexes of the second halves of surrogate pairs, ascending: few texts have any.
    private readonly int[] seconds;

    private SourceText(string value)
    {
        Value = value;
        List<int> found = [];
        for (var i = 0; i < value.Length; i++)
            if (char.IsLowSurrogate(value[i]) && i > 0 && char.IsHighSurrogate(value[i - 1])) found.Add(i);
        seconds = [.. found];
    }

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <summary>Normalizes a text.</summary>
    public static SourceText Of(string text)
    {
        if (text.StartsWith('\uFEFF')) text = text[1..];
        if (text.Contains('\r')) text = text.Replace("\r\n", "\n").Replace('\r', '\n');
        return new(NormalizationFormC.Normalize(text));
    }

    /// <summary>How many code points lie before a UTF-16 index.</summary>
    public int CodePointsBefore(int index)
    {
        var at = Array.BinarySearch(seconds, index);
        return index - (at < 0 ? ~at : at);
    }

    /// <summary>The UTF-16 index after a number of code points.</summary>
    public int IndexAfter(int points)
    {
        // The second half with k others before it ends the code point that has seconds[k] - 1 - k before it.
        int low = 0, high = seconds.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (seconds[middle] - middle <= points) low = middle + 1;
            else high = middle;
        }

        return points + low;
    }
}
