using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Tables;

/// <summary>
/// The words of what an ontology calls searchable: an FTS5 table <c>FAMILY.words</c> with the key as its rowid, that keeps no
/// text of its own. The writer adds the new rows of a batch at its end, because a trigger for each row would double the time
/// of an import; what is changed or deleted later, by whomever, triggers follow.
/// </summary>
internal static class Words
{
    private const string Suffix = ".words";

    /// <summary>Names that FTS5 keeps for itself, which a column of words cannot have.</summary>
    public static IReadOnlyList<string> Reserved { get; } = ["rank", "rowid"];

    /// <summary>The table and its triggers; none where nothing is searchable.</summary>
    public static IEnumerable<Definition> Of(Family family)
    {
        if (ColumnsOf(family) is not { Length: > 0 } columns) yield break;
        var words = Quote(family.Table + Suffix);
        yield return new(
            family.Table + Suffix,
            family.Table,
            $"CREATE VIRTUAL TABLE {words} USING fts5({string.Join(", ", columns)}, content='{family.Table}', content_rowid='{Family.Key}', tokenize='unicode61 remove_diacritics 2')")
        {
            IsOfWords = true,
        };

        // A row that is not added yet has nothing to be removed.
        var isAdded = $"EXISTS (SELECT 1 FROM {Quote(family.Table + Suffix + "_docsize")} WHERE id = OLD.\"{Family.Key}\")";
        var differs = string.Join(" OR ", columns.Select(column => $"OLD.{column} IS NOT NEW.{column}"));
        var names = string.Join(", ", columns);
        var add = $"INSERT INTO {words} (rowid, {names}) VALUES ({Row("NEW", columns)});";
        var remove = $"INSERT INTO {words} ({words}, rowid, {names}) VALUES ('delete', {Row("OLD", columns)});";
        yield return Trigger(family, "changed", $"AFTER UPDATE OF {names}", $"({differs}) AND {isAdded}", $"{remove} {add}");
        yield return Trigger(family, "removed", "AFTER DELETE", isAdded, remove);
    }

    /// <summary>The statement that fills such a table from the rows that are stored; null for any other definition.</summary>
    public static string? Fill(Definition definition) =>
        definition.IsVirtual ? $"INSERT INTO {Quote(definition.Name)} ({Quote(definition.Name)}) VALUES ('rebuild')" : null;

    /// <summary>The statement that adds the rows after the last one added; null where nothing is searchable.</summary>
    public static string? Add(Family family)
    {
        if (ColumnsOf(family) is not { Length: > 0 } columns) return null;
        var names = string.Join(", ", columns);
        return $"INSERT INTO {Quote(family.Table + Suffix)} (rowid, {names}) SELECT \"{Family.Key}\", {names} FROM {Quote(family.Table)}"
            + $" WHERE \"{Family.Key}\" > (SELECT coalesce(max(id), 0) FROM {Quote(family.Table + Suffix + "_docsize")})";
    }

    private static string[] ColumnsOf(Family family) =>
        [.. family.Columns.Where(column => column.Owners.Any(owner => owner.Property.IsSearchable)).Select(column => Quote(column.Name))];

    private static string Row(string which, string[] columns) =>
        string.Join(", ", columns.Prepend($"\"{Family.Key}\"").Select(column => $"{which}.{column}"));

    private static Definition Trigger(Family family, string what, string when, string condition, string statements)
    {
        var name = $"{family.Table}{Suffix}.{what}";
        return new(name, family.Table, $"CREATE TRIGGER {Quote(name)} {when} ON {Quote(family.Table)} WHEN {condition} BEGIN {statements} END")
        {
            IsOfWords = true
        };
    }
}
