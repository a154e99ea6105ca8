using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Validation;

/// <summary>Names that were probably meant, nearest first, as a sentence to put after a message.</summary>
internal static class DidYouMean
{
    /// <summary><c> Did you mean "a", "b", or "c"?</c>, beginning with a space; empty when there is nothing to suggest.</summary>
    /// <param name="suggestions">The names, best first.</param>
    /// <param name="what">What the names are, such as <c>the enum value</c>.</param>
    public static string Sentence(IReadOnlyList<string> suggestions, string? what = null)
    {
        if (suggestions.Count == 0) return "";
        var names = suggestions.Take(FixedLimits.MaxSuggestions).Select(name => $"\"{name}\"").ToArray();
        var list = names.Length switch
        {
            1 => names[0],
            2 => $"{names[0]} or {names[1]}",
            _ => $"{string.Join(", ", names[..^1])}, or {names[^1]}",
        };
        return $" Did you mean {(what is null ? "" : what + " ")}{list}?";
    }

    /// <summary>
    /// The fields that an input object may have meant by one that it lacks: those of nearly the same name, otherwise, where all
    /// that it holds is other objects, those under which one has it, such as <c>Tally: { accusations: … }</c>.
    /// </summary>
    public static IReadOnlyList<string> InputFields(string input, InputObjectType type)
    {
        var near = Nearest(input, type.Fields.Select(field => field.Name));
        return near.Count > 0 || !type.Fields.All(field => field.Type.Named is InputObjectType)
            ? near
            : [.. type.Fields.Where(field => field.Type.Named is InputObjectType inner && inner != type && inner.Fields.Find(input) is not null)
                .Select(field => $"{field.Name}: {{ {input}: … }}")];
    }

    /// <summary>
    /// Those of <paramref name="options"/> that differ from <paramref name="input"/> in few enough letters to be meant by it,
    /// nearest first.
    /// </summary>
    public static IReadOnlyList<string> Nearest(string input, IEnumerable<string> options)
    {
        var threshold = (int)(input.Length * 0.4) + 1;
        var distance = new LexicalDistance(input);
        var near = new List<(string Name, int Distance)>();
        foreach (var option in options.Distinct(StringComparer.Ordinal))
            if (distance.Measure(option, threshold) is { } measured) near.Add((option, measured));
        near.Sort((a, b) => a.Distance != b.Distance ? a.Distance - b.Distance : NaturalOrder.Compare(a.Name, b.Name));
        return near.ConvertAll(item => item.Name);
    }
}
