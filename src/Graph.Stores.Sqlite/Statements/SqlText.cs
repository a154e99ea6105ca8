namespace Graph.Stores.Sqlite.Statements;

/// <summary>Puts the parts of a statement together.</summary>
internal static class SqlText
{
    /// <summary><c>WHERE</c> with conditions that must all hold, after a space; nothing where there is none.</summary>
    public static string Where(IReadOnlyCollection<string> conditions) => conditions.Count == 0 ? "" : " WHERE " + All(conditions);

    /// <summary>Conditions that must all hold.</summary>
    public static string All(IEnumerable<string> conditions) => string.Join(" AND ", conditions);
}
