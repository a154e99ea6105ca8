using Graph.Model.Stores;
using Graph.Stores.Sqlite.Database;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Tables;

/// <summary>
/// The way from the tables of a file to those of an ontology. A table whose definition differs is made anew and its rows
/// are copied, which serves every change alike: new properties, types of a family, names of an enum, constraints.
/// </summary>
internal sealed class Migration
{
    private readonly List<Definition> created = [];
    private readonly List<string> dropped = [];
    private readonly List<(Definition Table, IReadOnlyList<string> Copied)> rebuilt = [];

    /// <summary>The tables are those of the ontology.</summary>
    public bool IsNothing => created.Count + dropped.Count + rebuilt.Count == 0;

    /// <summary>Compares; throws a sentence when stored records have no place in the ontology.</summary>
    public static Migration Between(Connection connection, Layout layout)
    {
        var migration = new Migration();
        var wanted = Definitions.Of(layout);
        var stored = StoredDefinitions(connection);
        foreach (var definition in wanted)
        {
            if (!stored.TryGetValue(definition.Name, out var sql)) migration.created.Add(definition);
            else if (sql != definition.Sql) migration.Replace(connection, definition);
        }

        var names = wanted.Select(definition => definition.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in stored.Keys.Where(name => !names.Contains(name)))
        {
            if (name != Words.FormerRanks && name != Words.Places && IsTable(connection, name) && !Definition.IsVirtualTable(stored[name])
                && connection.Number($"SELECT EXISTS (SELECT 1 FROM {Quote(name)})") is 1)
            {
                throw new StoreException(StoreFault.Ontology, Messages.Gone(connection.Path, NameOf(name)));
            }

            migration.dropped.Add(name);
        }

        // What hangs on a table that is made anew goes with it.
        foreach (var (table, _) in migration.rebuilt)
        {
            var hanging = wanted.Where(definition => definition.Table == table.Name && definition != table && !migration.created.Contains(definition))
                .ToList();
            migration.dropped.AddRange(hanging.Where(definition => definition.IsVirtual).Select(definition => definition.Name));
            migration.created.AddRange(hanging);
        }

        return migration;
    }

    /// <summary>Changes the tables, inside the caller's transaction and with foreign keys switched off.</summary>
    public void Run(Connection connection)
    {
        foreach (var (table, copied) in rebuilt) Rebuild(connection, table, copied);
        foreach (var name in dropped) connection.Execute($"DROP {KindOf(connection, name)} IF EXISTS {Quote(name)}");
        foreach (var definition in created)
        {
            try
            {
                connection.Execute(definition.Sql);
            }
            catch (StoreException fault) when (fault.Fault == StoreFault.Other)
            {
                throw new StoreException(
                    StoreFault.Ontology,
                    Messages.DoesNotFit(connection.Path, NameOf(definition.Table), connection.LastWords),
                    fault);
            }
        }
    }

    private void Replace(Connection connection, Definition definition)
    {
        // What is derived is made anew: triggers of other tables speak of it, and it could not get its name back from a copy.
        if (definition.Name != definition.Table || definition.IsDerived)
        {
            dropped.Add(definition.Name);
            created.Add(definition);
            return;
        }

        rebuilt.Add((definition, connection.Texts($"SELECT name FROM pragma_table_info('{definition.Name}')")));
    }

    private static void Rebuild(Connection connection, Definition table, IReadOnlyList<string> stored)
    {
        var interim = table.Name + "~new";
        connection.Execute(table.Sql.Replace($"CREATE TABLE {Quote(table.Name)}", $"CREATE TABLE {Quote(interim)}", StringComparison.Ordinal));
        var columns = connection.Texts($"SELECT name FROM pragma_table_info('{interim}')");
        foreach (var column in stored.Except(columns, StringComparer.OrdinalIgnoreCase))
        {
            if (connection.Number($"SELECT EXISTS (SELECT 1 FROM {Quote(table.Name)} WHERE {Quote(column)} IS NOT NULL)") is 1)
            {
                throw new StoreException(StoreFault.Ontology, Messages.Gone(connection.Path, $"{NameOf(table.Name)}.{column}"));
            }
        }

        var copied = columns.Intersect(stored, StringComparer.OrdinalIgnoreCase).Select(Quote).ToList();
        var filled = Filled(connection, table, interim, stored);
        try
        {
            connection.Execute(
                $"INSERT INTO {Quote(interim)} ({string.Join(", ", copied.Concat(filled.Select(Quote)))}) "
                + $"SELECT {string.Join(", ", copied.Concat(filled.Select(_ => "'[]'")))} FROM {Quote(table.Name)}");
        }
        catch (StoreException fault) when (fault.Fault == StoreFault.Other)
        {
            throw new StoreException(StoreFault.Ontology, Messages.DoesNotFit(connection.Path, NameOf(table.Name), connection.LastWords), fault);
        }

        connection.Execute($"DROP TABLE {Quote(table.Name)}; ALTER TABLE {Quote(interim)} RENAME TO {Quote(table.Name)}");
    }

    // A new list that is required starts empty; no other required value can be made up for records that are stored.
    private static List<string> Filled(Connection connection, Definition table, string interim, IReadOnlyList<string> stored)
    {
        var required = connection.Texts($"SELECT name FROM pragma_table_info('{interim}') WHERE \"notnull\" = 1 AND pk = 0")
            .Except(stored, StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (required.Count == 0 || connection.Number($"SELECT EXISTS (SELECT 1 FROM {Quote(table.Name)})") is 0) return [];
        return required.Find(column => !table.Lists.Contains(column)) is { } missing
            ? throw new StoreException(StoreFault.Ontology, Messages.RequiredNow(connection.Path, missing, NameOf(table.Name)))
            : required;
    }

    private static Dictionary<string, string> StoredDefinitions(Connection connection)
    {
        const string own = "FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
            + " AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY rowid";
        var names = connection.Texts("SELECT name " + own);
        var definitions = connection.Texts("SELECT sql " + own);
        return names.Zip(definitions).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsTable(Connection connection, string name) => KindOf(connection, name) == "table";

    private static string KindOf(Connection connection, string name) =>
        connection.Texts($"SELECT type FROM sqlite_schema WHERE name = '{name}'") is [var kind] ? kind : "table";

    private static string NameOf(string table) => table.StartsWith("rel_", StringComparison.Ordinal) ? table["rel_".Length..] : table;
}
