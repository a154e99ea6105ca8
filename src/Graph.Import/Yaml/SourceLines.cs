namespace Graph.Import.Yaml;

/// <summary>The lines of a YAML file, for what its values do not tell: what stands between them.</summary>
internal sealed class SourceLines
{
    private readonly string text;
    private readonly List<int> starts = [0];

    /// <summary>Finds the lines of a text; a line ends with a line feed, a carriage return, or both.</summary>
    public SourceLines(string text)
    {
        this.text = text;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) starts.Add(i + 1);
    }

    /// <summary>
    /// The comment that follows a text without quotes: on its line, or alone on the next line where that is indented as
    /// a continuation of the text would be.
    /// </summary>
    /// <param name="line">The line on which the text ends, from 1.</param>
    /// <param name="column">The column after its last character, from 1.</param>
    /// <param name="indent">The column of the field's name or the list's item, from 1.</param>
    /// <returns>From its <c>#</c> to the end of the line; null where there is none.</returns>
    public string? CommentAfter(int line, int column, int indent)
    {
        if (line > starts.Count) return null;
        var rest = Line(line)[Math.Min(column - 1, Line(line).Length)..];
        var comment = rest.TrimStart(" \t");
        if (comment.StartsWith('#') && (comment.Length < rest.Length || column == 1)) return comment.ToString();
        var isEmpty = rest.Length == Line(line).Length || Line(line)[column - 2] == ':';
        if (comment.Length > 0 || isEmpty || line == starts.Count) return null;
        var next = Line(line + 1);
        comment = next.TrimStart(" \t");
        return comment.StartsWith('#') && next.Length - comment.Length >= indent ? comment.ToString() : null;
    }

    private ReadOnlySpan<char> Line(int line)
    {
        var end = line < starts.Count ? starts[line] : text.Length;
        return text.AsSpan(starts[line - 1], end - starts[line - 1]).TrimEnd("\r\n");
    }
}
