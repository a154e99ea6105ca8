namespace Graph.Import.Yaml;

/// <summary>A value of a YAML document with its place. Lines and columns start at 1.</summary>
internal abstract record YamlValue(int Line, int Column);

/// <summary>A scalar; YAML's own types are not applied, so that <c>NO</c> stays Norway and <c>1.10</c> keeps its zero.</summary>
/// <param name="Text">The text as read, quotes and escapes resolved.</param>
/// <param name="IsPlain">Written without quotes, and so perhaps null.</param>
/// <param name="Line">Where it starts.</param>
/// <param name="Column">Where it starts.</param>
internal sealed record YamlText(string Text, bool IsPlain, int Line, int Column) : YamlValue(Line, Column)
{
    /// <summary>Nothing, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>A list.</summary>
internal sealed record YamlList(IReadOnlyList<YamlValue> Items, int Line, int Column) : YamlValue(Line, Column);

/// <summary>A mapping, its fields in file order; a field written twice is here twice.</summary>
internal sealed record YamlMap(IReadOnlyList<YamlField> Fields, int Line, int Column) : YamlValue(Line, Column);

/// <summary>A reference to an anchor (<c>*name</c>), which no dossier may use.</summary>
internal sealed record YamlAlias(string Name, int Line, int Column) : YamlValue(Line, Column);

/// <summary>A field of a mapping; line and column are the key's.</summary>
internal sealed record YamlField(string Name, YamlValue Value, int Line, int Column);
