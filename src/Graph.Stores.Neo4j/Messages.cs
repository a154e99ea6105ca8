using Graph.Stores.Neo4j.Migrations;

namespace Graph.Stores.Neo4j;

/// <summary>Every sentence that this store says itself; those of the connection stand in <c>Bolt/Sentences.cs</c>.</summary>
internal static class Messages
{
    public static string TooOld(string location, string server, Version least) =>
        $"The database at {location} is {server}, which lacks what the queries use; upgrade it to Neo4j {least} or later.";

    public static string MigrationsMissing(string location, int count, string first) =>
        $"The database at {location} lacks {(count == 1 ? "a migration" : $"{count} migrations")} ({first}{(count == 1 ? "" : " and later")}): "
        + $"reading works and is slow, importing does not; apply with: graph migrate --store {location}";

    public static string SchemaLacking(string location, IReadOnlyList<string> names) =>
        $"The database at {location} has every migration, but lacks what they made: {string.Join(", ", names)}. "
        + $"A large first import makes the index {DatabaseSchema.SearchIndex} at its end; when none is running, restore it all with: "
        + $"graph migrate --store {location}";

    public static string MigrationChanged(string location, string file) =>
        $"The migration {file} was changed after it was applied to the database at {location}; put the file back as it was, and write a "
            + "new one for what is to change.";

    public static string OtherOntology(string location, bool shippedThere, bool shippedHere) =>
        $"The database at {location} was migrated with {(shippedThere ? "the ontology that ships with this program" : "another ontology")}, and "
        + $"{(shippedHere ? "the one in use is the one that ships with this program" : "another one is in use")}: "
        + (shippedThere
            ? "leave out --ontology and GRAPH_ONTOLOGY, or use a database of its own for the other ontology."
            : "name the ontology that it was migrated with by --ontology FILE, or use a database of its own for this one.");

    public static string MigrationUnknown(string location, string version) =>
        $"The database at {location} has a migration {version} that this program does not know; use the newer program that applied it.";

    public static string OpenedReadOnly(string location) =>
        $"The database at {location} was opened for reading only; open it for writing.";

    public static string Busy(string location) =>
        $"Another import is writing to the database at {location}; wait until it has finished, then try again.";

    public static string Overtaken(string location) =>
        $"Another program has written to the database at {location} while the connection of this one was lost, so this run goes on no further; "
            + "what it wrote stays. Run it again for the rest.";

    public static string TakenMeanwhile(string location, string detail) =>
        $"The database at {location} cannot show again what was there before, for another has taken what must be unique ({detail}) "
            + "meanwhile; change that first.";

    public static string ChangedMeanwhile(string location) =>
        $"Somebody else deleted nodes from the database at {location} while a batch was written, so the batch was not stored; run the import again.";
}
