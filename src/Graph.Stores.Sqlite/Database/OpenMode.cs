namespace Graph.Stores.Sqlite.Database;

/// <summary>How a file is opened.</summary>
internal enum OpenMode
{
    /// <summary>An existing file, for reading.</summary>
    Read,

    /// <summary>An existing file that nobody can change, such as on a read-only disk.</summary>
    ReadFixed,

    /// <summary>An existing file, for writing.</summary>
    Write,

    /// <summary>For writing; created when it does not exist.</summary>
    Create,
}
