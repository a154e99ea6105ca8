namespace Graph.Import.Feeds;

/// <summary>
/// The tables (of states, roles, groups, schemata) that are part of the program: a row a line, tabs between cells, the first line names them.
/// </summary>
internal static class TableFile
{
    /// <summary>The rows of a table.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(TableFile).Assembly.GetManifestResourceStream("Graph.Import." + name)
            ?? throw new InvalidOperationException($"The table {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) yield return line.Split('\t');
    }
}
