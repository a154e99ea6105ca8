using System.CommandLine;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Export;
using Graph.Server.Stores;
using Graph.Stores.Sqlite;

namespace Graph.Cli.Commands;

/// <summary><c>graph backup FILE</c>: an SQLite file is copied while it is used; what Neo4j holds is written as JSON Lines.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The file to write, which must not be there yet; of Neo4j packed where its name ends with .gz",
        };
        var (store, ontology) = (SharedOptions.Store(), SharedOptions.Ontology());
        var command =
            new Command("backup", "Copy the graph into a file that graph restore puts back: an SQLite file as it is, a Neo4j database as JSON Lines.")
        {
            file, store, ontology,
        };
        command.Run(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetValue(file)!;
            if (Path.Exists(path)) throw new UsageException(Messages.BackupIsThere(path));
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            {
                throw new UsageException(Messages.NoOutputFolder(folder));
            }
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            if (graph is SqliteStore embedded)
            {
                await embedded.BackUpAsync(path, cancellationToken);
                Terminal.Say(Messages.BackedUp(graph.Location, path, new FileInfo(path).Length));
                return ExitCode.Done;
            }

            await using var output = OutputFile.Create(path);
            var report = await Exporter.RunAsync(graph, OutputFormats.All[0], output.Stream, cancellationToken);
            await output.KeepAsync();
            Terminal.Say(Messages.Exported(report, output.Name));
            return ExportCommand.Tell(report);
        });
        return command;
    }
}
