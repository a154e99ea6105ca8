using System.Globalization;

namespace Graph.Extraction.Names;

/// <summary>Somebody who acts or against whom an act is, as a text names them.</summary>
/// <param name="Surface">The words that name them; of a pronoun, the pronoun.</param>
/// <param name="Start">UTF-16 index of the surface in the text.</param>
/// <param name="End">UTF-16 index after it.</param>
/// <param name="Name">The name by which they are known in the text or the tables; the surface where nothing better is known.</param>
/// <param name="Kind">What they are, as far as the text or the tables show.</param>
internal sealed record Party(string Surface, int Start, int End, string Name, NameKind Kind)
{
    /// <summary>The name by which they are known, without what nobody sees: soft hyphens and joiners, spaces of another width.</summary>
    public string Name { get; init; } = VisibleName(Name);

    /// <summary>The state that this is, or to which it belongs; null where the text does not show it.</summary>
    public string? State { get; init; }

    /// <summary>Whom the gazetteer knows, or null.</summary>
    public KnownName? Known { get; init; }

    /// <summary>Whether the surface is a pronoun or description that stands for the name.</summary>
    public bool IsReference { get; init; }

    /// <summary>Whether it could not be told whom the surface means.</summary>
    public bool IsUnresolved { get; init; }

    /// <summary>Whether the name only describes them: <c>the Russian foreign minister</c>.</summary>
    public bool IsDescribed { get; init; }

    /// <summary>Whether it means several.</summary>
    public bool IsPlural { get; init; }

    /// <summary>Whether this and another are the same, or of the same state.</summary>
    public bool IsSideOf(Party other) => IsSame(other) || State is not null && State == other.State;

    /// <summary>Whether this and another are the same.</summary>
    public bool IsSame(Party other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    private static string VisibleName(string name)
    {
        if (!name.Any(letter => letter is not ' ' && (char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format)))
            return name;
        var visible = string.Concat(name.Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.Format));
        return string.Join(' ', visible.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
