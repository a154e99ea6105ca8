using System.Globalization;
using System.Text.Json;
using Graph.Cli.Output;
using Graph.Export;
using Graph.Import;
using Graph.Model;
using Graph.Model.Ontologies;
using Graph.Model.Removing;
using Graph.Model.Runs;
using Graph.Stores.Neo4j.Migrations;

namespace Graph.Cli;

/// <summary>
/// All that the command says to people: what went wrong and how to mend it, and what was done. Descriptions of options
/// stand with the options.
/// </summary>
internal static partial class Messages
{
    public const string Cancelled = "Cancelled.";

    public const string McpByHand =
        "Waiting for an assistant's questions on standard input; Ctrl+C ends it. An assistant starts this command itself: docs/assistants.md.";

    public const string ExcelWithoutCsv = "--excel goes with --format csv alone; add it, or leave --excel out.";

    public const string RowsWithoutTable = "--rows goes with --format table or csv; json and jsonl keep lists inside their rows.";

    public const string NothingToMigrate
        = "A SQLite file is brought up to date whenever it is opened. For a Neo4j database write --store bolt://HOST:PORT.";

    public const string SourceWithoutName = "--source needs a name, such as --source gdelt-2026.";

    public static string NoKindToRemove(string given, IReadOnlyList<string> known) =>
        $"graph remove knows no \"{given}\"{Spelling.DidYouMean(given, known, ".")} Name one of {string.Join(", ", known)}.";

    public static string NoSuchSource(string source, string location) =>
        $"Nothing in {location} is asserted by a source '{source}'. A dossier goes by its id, its dataset or its folder; what was "
            + "imported without a name is nobody's.";

    public static string NoSuchNode(EntityType type, string id, string location) =>
        $"There is no {type.Name} '{id}' in {location}. Look for its id with: graph search";

    public static string StillAttached(NodeType type, string id, IReadOnlyList<AttachedCount> attached) =>
        $"{type.Name} '{id}' was left as it is, for relationships are attached to it: "
            + $"{string.Join(", ", attached.Select(one => $"{Numbers.Grouped(one.Count)} {one.Type}"))}. "
        + "Remove what is at their other ends first.";

    public static string WouldBeRemoved(long removed, long changed, string location) =>
        $"{Count(removed, "record")} of {location} would be removed{AndChanged(changed)}. Nothing was: this was a dry run.";

    public static string WasRemoved(long removed, long changed, string location) =>
        $"{Count(removed, "record")} removed from {location}{AndChanged(changed)}. What a source still lists comes back when it is imported again.";

    public static string OfRun(long run) => $"run {run.ToString(CultureInfo.InvariantCulture)}";

    public static string NoRuns(string location) => $"Nothing has been imported into {location} since runs are kept.";

    public static string Ended(RunOutcome? outcome) => outcome switch
    {
        RunOutcome.Complete => "all well",
        RunOutcome.SomeRejected => "some rejected",
        RunOutcome.Cancelled => "cancelled",
        RunOutcome.Failed => "failed",
        _ => "not ended, or killed",
    };

    private static string AndChanged(long changed) => changed == 0 ? "" : $", {Count(changed, "record")} changed to what other sources give";

    private const string AQuery = "A query looks like '{ people { name } }'.";

    public static string SeeHelp(string invocation) => $"See: {invocation} --help";

    public const string DiskFull =
        "The disk that is written to is full. Free some space there, or name a place on another disk, and run again; what was begun is removed.";

    public static string CheckPath(string fault) => $"{fault} Check the path and its permissions.";

    public static string UnknownFormat(string names, string given) => $"--format takes {names}, not \"{given}\".";

    public static string BatchOutOfRange(int largest, string given) => $"--batch takes a number from 1 to {largest}, not {given}.";

    public static string NoneOf(string option, IReadOnlyList<string> names, string given) =>
        $"{option} takes {string.Join('|', names)}, not \"{given}\"{Spelling.DidYouMean(given, names, ".")}";

    public static string NoSuch(string kind, string given, string invocation, IReadOnlyList<string> known) =>
        kind == "command" && known.Count == 0
            ? $"{invocation} takes no \"{given}\" here."
            : $"{invocation} has no {kind} {given}{Spelling.DidYouMean(given, known, ".")}";

    public static string OptionNeedsValue(string option, string? what) => $"{option} needs a value{(what is null ? "" : $": {option} {what}")}.";

    public static string OptionRepeated(string option) => $"{option} is given more than once; give it once.";

    public static string NotANumber(string option, string given, bool isWhole) =>
        $"{option} takes a {(isWhole ? "whole number" : "number")}, not \"{given}\".";

    public static string ArgumentsMissing(string invocation, IReadOnlyList<string> missing) => $"{invocation} needs {string.Join(" and ", missing)}.";

    public static string NoSuchBatch(int largest, int given) => $"--max-batch takes a number from 1 to {largest}, not {given}.";

    public static string NegativeSlowLog(int given) => $"--slow-log takes a number of milliseconds from 0 on, not {given}.";

    public static string PathBaseNotAPath(string given) => $"--path-base takes a path such as /graph, not \"{given}\".";

    public static string NoTrustedDocuments(string folder) => $"--trusted-documents names {folder}, in which there is no .graphql file.";

    public static string EmptyGraph(string location) => $"The graph is empty. Fill it with: graph import PATH --store {location}";

    public static string ServingTrusted(string location, string url, int documents) =>
        $"Serving {location} at {url}/graphql (Ctrl+C ends it). It answers {Count(documents, "trusted document")} alone; ask for one by "
            + "its documentId, name or hash:";

    public static string AndMore(long number) => $"… and {Numbers.Grouped(number)} more";

    public static string NoResolver(string path) => $"There is no file '{path}' of judgements.";

    public static string NoState(string code) => $"--countries takes codes of ISO 3166-1 alpha-3 such as RUS,UKR; there is no state '{code}'.";

    public static string DaysReversed(string first, string since, string last, string until) =>
        $"{first} {since} is after {last} {until}, so that no act lies between them.";

    public static string MoreFiles(int files) => $"({files} more {(files == 1 ? "file" : "files")})";

    public static string OutOfRange(string option, int given, int least, int most) =>
        $"{option} is {given.ToString(CultureInfo.InvariantCulture)}: give a number from {least} to {Numbers.Grouped(most)}.";

    public static string TooSmall(string option, double given) =>
        $"{option} is {given.ToString(CultureInfo.InvariantCulture)}: give a number of at least 1.";

    public static string TrustedDocumentsNotAFolder(string path) =>
        $"--trusted-documents names {path}, which is not a folder. Name one that holds .graphql files.";

    public static string ViewsNotAFolder(string path) => $"--views names {path}, which is not a folder. Make it, or name one that is there.";

    public static string OntologyUnreadable(string file, string fault) =>
        $"The ontology {file} cannot be read: {fault} Check the path of --ontology.";

    public static string OntologyFaults(string file, IReadOnlyList<OntologyFault> faults) =>
        $"The ontology {file} has {faults.Count} "
            + $"{(faults.Count == 1 ? "fault" : "faults")}:\n{string.Join('\n', faults.Select(fault => $"  {file}:{fault}"))}";

    public static string FileHoldsNoQuery(string file) => $"The file '{file}' holds no query. {AQuery}";

    public static string NeitherFileNorQuery(string given) => $"\"{given}\" is neither a file nor a query. {AQuery}";

    public static string VariablesNotAnObject(string fault) =>
        $"--variables is not a JSON object: {fault} Write for example '{{\"id\": \"russia\"}}'.";

    public const string NoObject = "it is no object.";

    public static string NotJson(JsonException fault) =>
        $"it is not JSON at {(fault.LineNumber is null or 0 ? "" : $"line {fault.LineNumber + 1}, ")}byte {(fault.BytePositionInLine ?? 0) + 1}; "
            + "a shell takes quotation marks away that are not in others.";

    public static string NoFieldOnTheWay(string path, string key, string parent, IReadOnlyList<string> known) =>
        $"--rows {path}: the query selects no \"{key}\" {(parent.Length == 0 ? "at its root" : $"of {parent}")}. It "
            + $"selects {string.Join(", ", known)}.";

    public static string NoListAtTheEnd(string path, string field) =>
        $"--rows {path}: {field} is no list. Name a list that the query selects, by the names in the answer with dots between.";

    public static string OutputIsFolder(string path) => $"{path} is a folder. Name a file in it.";

    public static string OutputIsFile(string path) =>
        $"{path} is a file. Name a folder that is empty or not there yet, or a file that ends with .zip.";

    public static string OutputFolderNotEmpty(string path) => $"The folder {path} has something in it. Name one that is empty or not there yet.";

    public static string ManyFiles(IOutputFormat format) =>
        $"The format {format.Name} is several files. Name a folder for them with -o, or an archive that ends with .zip.";

    public static string Changed(long characters) =>
        $"{Count(characters, "character")} that the format forbids {(characters == 1 ? "was" : "were")} written as U+FFFD.";

    public static string NoOutputFolder(string folder) => $"There is no folder {folder}. Create it, or name another file.";

    public static string OutputIsStore(string path) =>
        $"{path} is an SQLite file, perhaps the graph itself, and was left as it is. Name another file.";

    public static string Exported(ExportReport report, string file) =>
        $"{Numbers.Grouped(report.Nodes)} nodes and {Numbers.Grouped(report.Relationships)} relationships written to {file}.";

    public static string BackupIsThere(string path) => $"{path} is there already, and was left as it is. Name another file.";

    public static string BackedUp(string location, string path, long bytes) =>
        $"{location} is copied to {path} ({Numbers.Grouped((bytes + 999) / 1000)} kB). Put it back with: graph restore {path} --store {location}";

    public static string NoBackup(string path) => File.Exists(path)
        ? $"{path} is no backup. Name what graph backup wrote."
        : $"There is no file {path}. Name what graph backup wrote.";

    public static string BackupOfAFile(string path) =>
        $"{path} is the backup of an SQLite file. For Neo4j write it as JSON Lines: graph export --store sqlite:{path} -o graph.jsonl.gz";

    public static string BackupIsTheStore(string path) => $"{path} is the store itself. Name its backup.";

    public static string NothingReplaced(string path) =>
        $"{path} is there already, and was left as it is. Add --replace to put the backup in its place, or name another file with --store.";

    public static string RestoreNeedsEmpty(string location) =>
        $"The graph in {location} is not empty. Restore into an empty one, or add what the backup holds with graph import.";

    public static string Restored(string location, string path) => $"{location} holds what {path} holds.";

    public static string LeftOut(ExportReport report) => $"In all {Numbers.Grouped(report.LeftOut)} values, nodes and relationships were left out.";

    public static string MigrationsMissing(Migrator migrator, MigrationState state) =>
        $"{migrator.Location} lacks {state.Pending.Count} of {state.Applied.Count + state.Pending.Count} migrations. Apply them with: graph "
            + $"migrate --store {migrator.Location}";

    public static string Migrated(string location, int changes) => changes == 0 ? $"{location} has every migration." : $"{location} is up to date.";

    public static string Tallied(long pairs, Act act) =>
        $"Kept count by {act.Actor} and {act.Counterpart}: {Count(pairs, "pair")}, derived from the {act.Type.Plural} in the graph";

    public static string LabelsLeftOut(IReadOnlyList<LeftOutLabel> labels) =>
        "Labels that the ontology does not know were left out: "
            + $"{string.Join(", ", labels.Select(one => $"{one.Label} ({Count(one.Nodes, "node")})"))}";

    public static string RejectedWrittenTo(string path, long unwritten) => unwritten == 0
        ? $"All rejected records with their reasons: {path}"
        : $"The first rejected records with their reasons: {path}; it is as large as it may be, and {Numbers.Grouped(unwritten)} more are not in "
            + "it. Mend what they share, and import again.";

    public static string Checked(DossierCheckReport report) =>
        $"{Count(report.Files, "dossier")}, {Count(report.Described, "entry", "entries")}, {Count(report.Accusations, "accusation")}: "
        + (report.Rejections.Count == 0 ? "no fault found." : $"{Count(report.Rejections.Count, "entry", "entries")} at fault.");

    public static string Serving(string location, string url) => $"Serving {location} at {url}/graphql (Ctrl+C ends it). Queries to begin with:";

    public static string Count(long number, string one, string? many = null) =>
        $"{Numbers.Grouped(number)} {(number == 1 ? one : many ?? one + "s")}";
}
