namespace Graph.Stores.Sqlite.Tables;

/// <summary>Names of tables and columns, which SQLite compares without case.</summary>
internal static class TableName
{
    /// <summary>The name, or with a number after it when it is taken.</summary>
    public static string Take(HashSet<string> taken, string wanted)
    {
        var name = wanted;
        for (var i = 2; !taken.Add(name); i++) name = $"{wanted}~{i}";
        return name;
    }

    /// <summary>The name as an identifier of SQL.</summary>
    public static string Quote(string name) => $"\"{name}\"";
}
