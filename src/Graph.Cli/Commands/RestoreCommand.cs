using System.CommandLine;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Import;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Server.Stores;
using Graph.Stores.Sqlite;

namespace Graph.Cli.Commands;

/// <summary><c>graph restore FILE</c>: puts back what <c>graph backup</c> wrote.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "What graph backup wrote" };
        var replace = new Option<bool>("--replace") { Description = "Put it in the place of the graph that an SQLite file holds" };
        var (store, ontology) = (SharedOptions.Store(), SharedOptions.Ontology());
        var command =
            new Command("restore", "Put back a backup: an SQLite file in the place of one, JSON Lines into an empty graph.") { file, replace, store,
                ontology };
        command.Run(async (parsed, cancellationToken) =>
        {
            var (path, domain) = (parsed.GetValue(file)!, SharedOptions.OntologyOf(parsed, ontology));
            if (!File.Exists(path)) throw new UsageException(Messages.NoBackup(path));
            var location = SharedOptions.StoreOf(parsed, store);
            return SqliteFile.Is(path)
                ? await CopyAsync(path, location, parsed.GetValue(replace), domain, cancellationToken)
                : await ImportAsync(path, location, domain, cancellationToken);
        });
        return command;
    }

    private static async Task<int> CopyAsync(string path, StoreLocation location, bool replace, Ontology domain, CancellationToken cancellationToken)
    {
        if (location is not StoreLocation.Sqlite sqlite) throw new UsageException(Messages.BackupOfAFile(path));
        if (Path.GetFullPath(path) == sqlite.Path) throw new UsageException(Messages.BackupIsTheStore(path));
        if (Directory.Exists(sqlite.Path)) throw new UsageException(Messages.OutputIsFolder(sqlite.Path));
        if (!replace && new FileInfo(sqlite.Path) is { Exists: true, Length: > 0 }) throw new UsageException(Messages.NothingReplaced(sqlite.Path));
        if (sqlite == StoreLocation.Default) Directory.CreateDirectory(Path.GetDirectoryName(sqlite.Path)!);
        await SqliteStore.RestoreAsync(path, sqlite.Path, cancellationToken);
        await using var graph = await GraphStores.OpenAsync(location, domain, cancellationToken);
        Terminal.Say(Messages.Restored(graph.Location, path));
        return ExitCode.Done;
    }

    private static async Task<int> ImportAsync(string path, StoreLocation location, Ontology domain, CancellationToken cancellationToken)
    {
        var options = new ImportOptions { Paths = [path] };
        if (Importer.WrongPath(options) is { } wrong) throw new UsageException(wrong);
        if (!IsExport(path)) throw new UsageException(Messages.NoBackup(path));
        await using var graph = await GraphStores.OpenAsync(location, domain, cancellationToken);
        if (!await graph.IsEmptyAsync(cancellationToken)) throw new UsageException(Messages.RestoreNeedsEmpty(graph.Location));
        var report = await ImportRuns.RunAsync(options, graph, cancellationToken);
        ImportReports.Write(report, graph, Terminal.Data, Terminal.Talk);
        return (int)report.Outcome;
    }

    /// <summary>Whether a file begins as JSON Lines of records do, or is packed.</summary>
    private static bool IsExport(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[8];
        var read = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        return read.SequenceEqual("{\"type\":"u8) || read is [0x1f, 0x8b, ..];
    }
}
