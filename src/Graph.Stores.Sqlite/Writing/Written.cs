namespace Graph.Stores.Sqlite.Writing;

/// <summary>What became of a record.</summary>
internal enum Written
{
    /// <summary>Not stored before.</summary>
    Added,

    /// <summary>Stored with other properties, or to another node where there can be but one.</summary>
    Changed,

    /// <summary>Stored just so.</summary>
    Unchanged,
}
