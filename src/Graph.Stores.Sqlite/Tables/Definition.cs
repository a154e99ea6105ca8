namespace Graph.Stores.Sqlite.Tables;

/// <summary>A table, index or trigger of the file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Table">The table it belongs to; its own name for a table.</param>
/// <param name="Sql">The statement that creates it, as SQLite keeps it.</param>
internal sealed record Definition(string Name, string Table, string Sql)
{
    /// <summary>The columns of a table that hold lists.</summary>
    public IReadOnlyList<string> Lists { get; init; } = [];

    /// <summary>It holds nothing but what is derived from other tables, and is filled anew after each migration.</summary>
    public bool IsDerived { get; init; }

    /// <summary>It is a virtual table, that holds nothing but what is derived from its table.</summary>
    public bool IsVirtual => IsVirtualTable(Sql);

    /// <summary>It is an index that keeps nothing unique.</summary>
    public bool IsPlainIndex => Sql.StartsWith("CREATE INDEX", StringComparison.Ordinal);

    /// <summary>A statement creates a virtual table.</summary>
    public static bool IsVirtualTable(string sql) => sql.StartsWith("CREATE VIRTUAL TABLE", StringComparison.Ordinal);
}
