namespace Graph.Export.Tables;

/// <summary>Names of columns that a format needs itself; letter case does not tell columns apart in spreadsheets, databases and Gephi.</summary>
internal static class Reserved
{
    /// <summary>What a property's column is called beside those of the format.</summary>
    public static string Beside(IEnumerable<string> own, string name) => own.Contains(name, StringComparer.OrdinalIgnoreCase) ? "own_" + name : name;
}
