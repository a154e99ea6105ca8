namespace Graph.Import.Yaml;

/// <summary>A value of a YAML document with its place. Lines and columns start at 1.</summary>
internal abstract record YamlValue(int Line, int Column);

/// <summary>A list.</summary>
internal sealed record YamlList(IReadOnlyList<YamlValue> Items, int Line, int Column) : YamlValue(Line, Column);

/// <summary>A mapping, its fields in file order; a field written twice is here twice.</summary>
internal sealed record YamlMap(IReadOnlyList<YamlField> Fields, int Line, int Column) : YamlValue(Line, Column);

/// <summary>A reference to an anchor (<c>*name</c>), which no dossier may use.</summary>
internal sealed record YamlAlias(string Name, int Line, int Column) : YamlValue(Line, Column);

/// <summary>A field of a mapping; line and column are the key's.</summary>
internal sealed record YamlField(string Name, YamlValue Value, int Line, int Column);
