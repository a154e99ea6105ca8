using System.Text;
using Graph.Model.Search;
using Graph.Model.Stores;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Writing;

namespace Graph.Stores.Sqlite.Tables;

/// <summary>What a file says of itself, and how it becomes a store of this ontology.</summary>
internal static class Schema
{
    /// <summary>The version of everything that does not follow from the ontology.</summary>
    public const long Version = 9;

    private const string OntologyEntry = "ontology";

    /// <summary>True when the file is a store of just this ontology; throws when it is no store, or one of a newer program.</summary>
    public static bool IsCurrent(Connection connection, Layout layout)
    {
        if (!IsStore(connection) || connection.Number("PRAGMA user_version") != Version) return false;
        return Entry(connection, OntologyEntry) == layout.Ontology.Text && (Entry(connection, Words.Entry) is not { } made || made == Words.Made);
    }

    /// <summary>True when the tables are those of this ontology, whatever its text.</summary>
    public static bool Fits(Connection connection, Layout layout) => IsStore(connection) && Migration.Between(connection, layout).IsNothing;

    /// <summary>Creates the tables of an empty file, or brings those of an older ontology up to date, in one transaction.</summary>
    public static void BringUpToDate(Connection connection, Layout layout)
    {
        if (IsCurrent(connection, layout)) return;
        connection.Execute("PRAGMA foreign_keys = 0; BEGIN IMMEDIATE");
        try
        {
            Migration.Between(connection, layout).Run(connection);
            connection.Execute($"PRAGMA application_id = {StoreFile.ApplicationId}; PRAGMA user_version = {Version}");
            var entry = connection.Prepare(
                $"INSERT INTO \"{Definitions.Meta}\" VALUES ('{OntologyEntry}', ?1) ON CONFLICT DO UPDATE SET \"value\" = ?1");
            entry.Bind(1, Encoding.UTF8.GetBytes(layout.Ontology.Text));
            entry.Run();
            connection.Execute($"DELETE FROM \"{Definitions.Meta}\" WHERE \"name\" IN ('{Tallies.Entry}', '{DegreeCounts.Entry}')");
            RankWriter.Rebuild(connection, layout);
            if (layout.Ontology.Searched().Count > 0) new SettledWords(connection, layout).Rebuild();
            connection.Execute("COMMIT");
        }
        catch
        {
            connection.Rollback();
            throw;
        }

        connection.Execute("PRAGMA foreign_keys = 1");
    }

    /// <summary>Refuses a file that is no store, or one of a newer program.</summary>
    public static void Demand(Connection connection)
    {
        if (!IsStore(connection)) throw new StoreException(StoreFault.Damaged, Messages.NoStore(connection.Path));
    }

    private static string? Entry(Connection connection, string name) =>
        connection.Texts($"SELECT \"value\" FROM \"{Definitions.Meta}\" WHERE \"name\" = '{name}'") is [var text] ? text : null;

    // False for an empty file.
    private static bool IsStore(Connection connection)
    {
        var application = connection.Number("PRAGMA application_id");
        if (application != StoreFile.ApplicationId)
        {
            return connection.Number("SELECT count(*) FROM sqlite_schema") is 0 && application is 0
                ? false
                : throw new StoreException(StoreFault.Damaged, Messages.NoStore(connection.Path));
        }

        var version = connection.Number("PRAGMA user_version") ?? 0;
        return version <= Version ? true : throw new StoreException(StoreFault.Version, Messages.Newer(connection.Path, version, Version));
    }
}
