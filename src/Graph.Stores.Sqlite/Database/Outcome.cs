namespace Graph.Stores.Sqlite.Database;

/// <summary>What a statement did.</summary>
internal enum Outcome
{
    /// <summary>No row was concerned.</summary>
    Nothing,

    /// <summary>A row was inserted, changed or removed.</summary>
    Changed,

    /// <summary>Refused: another row has a value that must be unique.</summary>
    NotUnique,
}
