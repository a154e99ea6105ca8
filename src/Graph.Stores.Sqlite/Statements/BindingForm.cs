namespace Graph.Stores.Sqlite.Statements;

/// <summary>How a parameter of the logical query is bound. One value may be bound in several forms.</summary>
internal enum BindingForm
{
    /// <summary>As the column keeps it; a list as the JSON text of a list column.</summary>
    Plain,

    /// <summary>Text, its letter case folded.</summary>
    Folded,

    /// <summary>Text with a byte after it that no UTF-8 text has: greater than every text that starts with it.</summary>
    PrefixEnd,

    /// <summary>Folded text with that byte.</summary>
    FoldedPrefixEnd,

    /// <summary>A list as JSON for <c>json_each</c>: items as columns keep them, nulls left out.</summary>
    Items,

    /// <summary>Such a list of folded text.</summary>
    FoldedItems,

    /// <summary>The id of a node that may be one with others: the id of the one that stands for all.</summary>
    Canonical,

    /// <summary>A list of such ids for <c>json_each</c>.</summary>
    CanonicalItems,

    /// <summary>A name in quotation marks, as it stands in a list column.</summary>
    Quoted,

    /// <summary>What was typed into a search, for <see cref="Statements.WordQueries.Function"/>.</summary>
    Typed,
}
