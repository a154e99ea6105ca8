namespace Graph.Stores.Sqlite;

/// <summary>Every sentence that this store says.</summary>
internal static class Messages
{
    public static string NotFound(string path) =>
        $"There is no store at '{path}'; import something into it first, or check the path.";

    public static string NoFolder(string path, string folder) =>
        $"The store '{path}' cannot be created because the folder '{folder}' does not exist; create it, or choose another path.";

    public static string IsFolder(string path) =>
        $"'{path}' is a folder; name a file inside it.";

    public static string NoStore(string path) =>
        $"'{path}' is not a graph store; choose another path, so that this file stays as it is.";

    public static string Damaged(string path, string? words) =>
        $"The store '{path}' is damaged{(words is null ? "" : $" ({words})")}; put it back with 'graph restore' from a backup, "
            + "or remove it and import again.";

    public static string Newer(string path, long version, long known) =>
        $"The store '{path}' has version {version}, and this program knows versions up to {known}; use a newer program.";

    public static string ReadOnlyFile(string path) =>
        $"The store '{path}' cannot be written; make the file and its folder writable.";

    public static string OpenedReadOnly(string path) =>
        $"The store '{path}' was opened for reading only; open it for writing.";

    public static string Refused(string path) =>
        $"Access to the store '{path}' is denied; check the permissions of the file and its folder.";

    public static string CannotOpen(string path) =>
        $"The store '{path}' cannot be opened; check that the file and its folder exist and may be read and written.";

    public static string Busy(string path) =>
        $"Another program is writing to the store '{path}'; wait until it has finished, then try again.";

    public static string Full(string path) =>
        $"The disk of the store '{path}' is full; free some space and run again: what was written so far is whole.";

    public static string Disk(string path, string? words) =>
        $"The disk of the store '{path}' does not answer as it should ({words ?? "input/output error"}); check the disk.";

    public static string TooLarge(string words) =>
        $"This field asks for more than one statement can hold ({words}): ask for less at once, or in several queries.";

    public static string TakenMeanwhile(string path, string detail) =>
        $"The store '{path}' cannot show again what was there before, for another has taken what must be unique ({detail}) "
            + "meanwhile; change that first.";

    public static string Other(string path, string words) =>
        $"The store '{path}' failed: {words}.";

    public static string NeedsMigration(string path) =>
        $"The store '{path}' was made with another ontology; open it once for writing to bring it up to date.";

    public static string RequiredNow(string path, string property, string type) =>
        $"The store '{path}' cannot be brought up to date: the ontology now requires {type}.{property}, and stored records have none; make the "
            + "property optional, or import into a new file.";

    public static string Gone(string path, string what) =>
        $"The store '{path}' cannot be brought up to date: the ontology no longer has {what}, and stored records use it; put it "
            + "back, or import into a new file.";

    public static string DoesNotFit(string path, string type, string words) =>
        $"The store '{path}' cannot be brought up to date: stored records of {type} do not fit the ontology ({words}); mend the "
            + "ontology, or import into a new file.";
}
