namespace Graph.Import.Yaml;

/// <summary>A scalar; YAML's own types are not applied, so that <c>NO</c> stays Norway and <c>1.10</c> keeps its zero.</summary>
/// <param name="Text">The text as read, quotes and escapes resolved.</param>
/// <param name="IsPlain">Written without quotes, and so perhaps null.</param>
/// <param name="Line">Where it starts.</param>
/// <param name="Column">Where it starts.</param>
internal sealed record YamlText(string Text, bool IsPlain, int Line, int Column) : YamlValue(Line, Column)
{
    /// <summary>Nothing, or <c>~</c> or <c>null</c>, which programs write for it. <c>Null</c> may be somebody's name, and is text.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null";

    /// <summary>
    /// What follows the text without quotes and is a comment to YAML, from its <c># </c> to the end of the line; null where
    /// nothing does.
    /// </summary>
    public string? Comment { get; init; }

    /// <summary>A tag (<c>!name</c>) or an anchor (<c>&amp;name</c>) as it stands before the text; null where there is none.</summary>
    public string? Mark { get; init; }

    /// <summary>The comment begins as words do and comments do not: <c>#3</c>, not <c># three</c>.</summary>
    public bool CommentLooksLikeText => Comment is { Length: > 1 } && Comment[1] is not (' ' or '\t' or '#');
}
