using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>A compiled query: one statement and what is bound to each of its parameters.</summary>
/// <param name="Statement">The SQL.</param>
/// <param name="Slots">What is bound to <c>?1</c>, <c>?2</c>, ….</param>
internal sealed record SqliteQuery(string Statement, IReadOnlyList<Slot> Slots) : ICompiledQuery;

/// <summary>A parameter of the statement.</summary>
/// <param name="Parameter">The parameter of the query.</param>
/// <param name="Form">How it is bound.</param>
internal readonly record struct Slot(Parameter Parameter, SlotForm Form);

/// <summary>The forms in which a value is bound. One value may be bound in several.</summary>
internal enum SlotForm
{
    /// <summary>As the column keeps it; a list as the JSON text of a list column.</summary>
    Value,

    /// <summary>Text, its letter case folded.</summary>
    Folded,

    /// <summary>Text with a byte behind it that no UTF-8 text has: greater than every text that starts with it.</summary>
    PrefixEnd,

    /// <summary>Folded text with that byte.</summary>
    FoldedPrefixEnd,

    /// <summary>A list as JSON for <c>json_each</c>: items as columns keep them, nulls left out.</summary>
    Items,

    /// <summary>Such a list of folded text.</summary>
    FoldedItems,

    /// <summary>A name in quotation marks, as it stands in a list column.</summary>
    Quoted,
}
