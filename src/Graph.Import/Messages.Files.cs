using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Stores;
using Graph.Model.Text;

namespace Graph.Import;

/// <summary>What an import says of paths and files of any format, and of records that the store refuses.</summary>
internal static partial class Messages
{
    public static string Refused(RecordBatch batch, Refusal refusal) => refusal.IsNode
        ? Refused(batch.Nodes[refusal.Index].Type, batch.Id(batch.Nodes[refusal.Index]), refusal)
        : Refused(batch, batch.Relationships[refusal.Index], refusal);

    public static string NoSuchPath(string path) => $"There is no file or folder '{path}'.";

    public static string NothingToImport(string path) =>
        $"The folder '{path}' holds nothing to import: no dossier (.yaml, .yml), no JSON Lines (.jsonl) and no feed.";

    public static string NoSuchFormat(string name, IEnumerable<string> formats) =>
        $"There is no format '{name}'; there are {string.Join(", ", formats)}.";

    public static string PathUnreadable(string path, string reason) => $"'{path}' cannot be read: {reason}";

    public static string NoDossiers() => "There is no dossier (.yaml or .yml) in the paths.";

    public static string NoPaths() => "Name at least one file or folder to import.";

    public static string RejectedNotWritten(string path, string reason) =>
        $"The rejected records could not be written to '{path}': {SystemWords.Ended(reason)} Name a folder that can be written with "
            + "--rejected, and import again.";

    private static string Refused(NodeType type, string id, Refusal refusal) => refusal.Reason == RefusalReason.NotUnique
        ? $"Another {type.Name} has the same '{refusal.Detail}' as '{id}'."
        : $"The id '{id}' belongs to a node of another type already ({refusal.Detail}); give this {type.Name} another id.";

    private static string Refused(RecordBatch batch, RelationshipEntry entry, Refusal refusal)
    {
        var (end, type, id) = refusal.Reason == RefusalReason.NoEnd ? ("end", entry.EndType, entry.End) : ("start", entry.StartType, entry.Start);
        return $"The {end} of this {entry.Type.Name} does not exist: there is no {type.Name} with the id '{batch.Text(id)}'.";
    }

    public static string EndRejected(bool isEnd, RelationshipType type, string id, int line, string file) =>
        $"The {(isEnd ? "end" : "start")} of this {type.Name} does not exist: the node with the id '{id}' on line {line} of {file} was rejected; "
            + "mend that first, and import both.";

    public static string PropertyMissing(string owner, Property property) => $"{owner} needs '{property.Name}', {Expected(property)}.";

    public static string WaitingNotKept(string folder, string reason) =>
        $"Relationships that come before their nodes wait in a temporary file in '{folder}', and it cannot be written: "
            + $"{SystemWords.Ended(reason)} See that the folder is there and has space, or name another in TMPDIR.";

    public static string WaitingNotRead(string folder, string reason) =>
        $"Relationships that come before their nodes wait in a temporary file in '{folder}', and it cannot be read: "
            + $"{SystemWords.Ended(reason)} What was written stays; import again, or name another folder in TMPDIR.";

    public static string PackedFileBroken() => "The packed file breaks off or is damaged here; what comes before it was read. Fetch or pack it anew.";

    public static string PackedFileGrows(int limit) =>
        $"The packed file unpacks to more than {limit} times its size, as no export does; unpack it and look at it.";

    public static string DossierIsStream() =>
        "A dossier is read from a plain file with its texts beside it, not from a packed one or a pipe; unpack it.";
}
