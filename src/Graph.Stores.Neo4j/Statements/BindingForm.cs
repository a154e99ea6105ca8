namespace Graph.Stores.Neo4j.Statements;

/// <summary>How a parameter of the logical query travels.</summary>
internal enum BindingForm
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>
    /// An instant in the zone that sorts first. Neo4j orders equal instants by their zones, so an instant is compared
    /// with this bound and <see cref="LastZone"/>, and stored zones do not matter.
    /// </summary>
    FirstZone,

    /// <summary>An instant in the zone that sorts last.</summary>
    LastZone,

    /// <summary>Text with its letter case folded, or a list of such.</summary>
    Folded,

    /// <summary>
    /// For the letters of a text, or of all texts of a list, the pairs of a variant and what it folds to: what has to be
    /// replaced in another text before the two are compared.
    /// </summary>
    Letters,

    /// <summary>
    /// An id, or each of a list, in a list: as text, and beside it as a number where it reads as one. Databases of other
    /// origin keep ids as numbers, which are answered as text.
    /// </summary>
    Ids,

    /// <summary>What was typed into a search, as what it asks of the full-text index: see <see cref="Statements.WordQueries"/>.</summary>
    WordQueries,

    /// <summary>Of a text, where other texts are ordered otherwise by UTF-16 than by code point: see <see cref="FarTexts.Places"/>.</summary>
    FarPlaces,
}
