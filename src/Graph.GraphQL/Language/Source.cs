namespace Graph.GraphQL.Language;

/// <summary>The text of a document, which knows the line and column of each of its positions.</summary>
public sealed class Source(string text)
{
    private int[]? lineStarts;

    /// <summary>The text as it was given.</summary>
    public string Text { get; } = text;

    /// <summary>The place of the character at <paramref name="position"/> (UTF-16 units from 0, at most the length of the text).</summary>
    public SourceLocation LocationOf(int position)
    {
        // Line starts are found once and only when somebody asks: a document without errors never pays for them.
        var starts = lineStarts ??= FindLineStarts(Text);
        var index = Array.BinarySearch(starts, position);
        if (index < 0) index = ~index - 1;
        return new(index + 1, position - starts[index] + 1);
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
            if (text[i] is '\n' or '\r') starts.Add(i + 1);
        }
        return [.. starts];
    }
}
