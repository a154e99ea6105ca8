namespace Graph.Stores.Sqlite.Statements;

/// <summary>The common table expressions of one statement: queries that others of it read by name.</summary>
internal sealed class CommonTables(StatementScope scope)
{
    private readonly List<string> tables = [];

    /// <summary>Adds a table; its name.</summary>
    /// <param name="prefix">What the name begins with.</param>
    /// <param name="query">The query, which may read tables that were added before.</param>
    /// <param name="isKept">It is worked out once, not again wherever it is read.</param>
    public string Add(string prefix, string query, bool isKept = false)
    {
        var name = scope.Alias(prefix);
        tables.Add($"{name} AS {(isKept ? "MATERIALIZED " : "")}({query})");
        return name;
    }

    /// <summary>Adds a table that reads itself; its name.</summary>
    public string AddRecursive(string prefix, string columns, Func<string, string> query)
    {
        var name = scope.Alias(prefix);
        tables.Add($"{name}({columns}) AS ({query(name)})");
        return name;
    }

    /// <summary>The statement that reads them.</summary>
    public string Print(string select) => tables.Count == 0 ? select : $"WITH RECURSIVE {string.Join(", ", tables)} {select}";
}
