namespace Graph.Model.Ontologies;

/// <summary>English plurals of type names in camel case, as <c>@neo4j/graphql</c> names its root lists.</summary>
internal static class Plural
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.OrdinalIgnoreCase)
    {
        ["person"] = "people",
        ["child"] = "children",
        ["man"] = "men",
        ["woman"] = "women",
        ["foot"] = "feet",
        ["tooth"] = "teeth",
        ["goose"] = "geese",
        ["mouse"] = "mice",
        ["ox"] = "oxen",
        ["leaf"] = "leaves",
        ["life"] = "lives",
        ["knife"] = "knives",
        ["wife"] = "wives",
        ["half"] = "halves",
        ["wolf"] = "wolves",
        ["thief"] = "thieves",
        ["criterion"] = "criteria",
        ["phenomenon"] = "phenomena",
        ["analysis"] = "analyses",
        ["crisis"] = "crises",
        ["thesis"] = "theses",
        ["index"] = "indices",
        ["matrix"] = "matrices",
        ["hero"] = "heroes",
        ["potato"] = "potatoes",
        ["echo"] = "echoes",
        ["medium"] = "media",
        ["datum"] = "data",
    };

    private static readonly HashSet<string> Unchanged = new(StringComparer.OrdinalIgnoreCase)
    {
        "evidence", "news", "series", "species", "sheep", "fish", "deer", "information", "equipment", "data", "media", "people", "staff",
    };

    /// <summary><c>Person</c> gives <c>people</c>, <c>OfficeHolder</c> gives <c>officeHolders</c>.</summary>
    public static string Of(string typeName)
    {
        var start = typeName.Length - 1;
        while (start > 0 && !char.IsUpper(typeName[start])) start--;
        var word = typeName[start..];
        var plural = OfWord(word);
        return Camel(typeName[..start] + (char.IsUpper(word[0]) ? char.ToUpperInvariant(plural[0]) + plural[1..] : plural));
    }

    /// <summary>Lower-cases the first letter.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string OfWord(string word)
    {
        if (Unchanged.Contains(word)) return word;
        if (Irregular.TryGetValue(word, out var irregular)) return irregular;
        if (word.EndsWith('y') && word.Length > 1 && !"aeiou".Contains(char.ToLowerInvariant(word[^2]))) return word[..^1] + "ies";
        return EndsWithAny(word, "s", "x", "z", "ch", "sh") ? word + "es" : word + "s";
    }

    private static bool EndsWithAny(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
