using System.CommandLine;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Model.Ontologies;
using Graph.Model.Removing;
using Graph.Model.Stores;
using Graph.Server.Stores;
using Spectre.Console;

namespace Graph.Cli.Commands;

/// <summary><c>graph remove</c>: takes out of the graph what a source says, or nodes by their ids.</summary>
internal static class RemoveCommand
{
    private const string Source = "source";

    public static Command Create()
    {
        var kind = new Argument<string>("KIND") { Description = "source, or a type of node such as accusation, actor or dataset" };
        var names = new Argument<string[]>("NAME") { Description = "Names of sources, or ids of nodes", Arity = ArgumentArity.OneOrMore };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would go, by type, with the first twenty, and remove nothing" };
        var store = SharedOptions.Store();
        var ontology = SharedOptions.Ontology();
        var keptDays = SharedOptions.KeepChanges();
        var command = new Command(
            "remove",
            "Take out what a source says, an act with its evidence, a dataset with its acts, or a node to which nothing is attached.")
        {
            kind, names, store, ontology, dryRun, keptDays,
        };
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            var type = TypeOf(domain, parsed.GetValue(kind)!);
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            var rehearses = parsed.GetValue(dryRun);
            await using var writer = rehearses
                ? (await graph.OpenRehearsalAsync(cancellationToken))!
                : await graph.OpenWriterAsync(cancellationToken);
            List<string> named = [.. parsed.GetValue(names)!.Distinct(StringComparer.Ordinal)];
            var run = new KeptRun(writer, "remove", parsed.GetValue(keptDays), type is null ? named : []);
            var (faults, changed) = (0, 0L);
            if (rehearses) await AllAsync();
            else await run.DoAsync(AllAsync);
            if (faults < named.Count) Write(writer.Removed, changed, rehearses, graph.Location);
            return faults > 0 ? ExitCode.Failed : ExitCode.Done;

            async Task<bool> AllAsync()
            {
                foreach (var name in named)
                {
                    var (fault, others) = type is null
                        ? await WithdrawAsync(writer, graph, name, cancellationToken)
                        : (await RemoveAsync(writer, graph, type, name, cancellationToken), 0);
                    changed += others;
                    if (fault is not null)
                    {
                        Terminal.Say(fault);
                        faults++;
                    }

                    run.Did = run.Did with { Removed = writer.Removed.Count, Changed = changed, Rejected = faults };
                }

                return true;
            }
        });
        return command;
    }

    /// <summary>The type that is named, in whatever case; null for sources.</summary>
    private static EntityType? TypeOf(Ontology domain, string kind)
    {
        if (kind.Equals(Source, StringComparison.OrdinalIgnoreCase)) return null;
        return domain.Entities.FirstOrDefault(type => type.Name.Equals(kind, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException(Messages.NoKindToRemove(kind, [Source, .. domain.Entities.Select(type => type.Name.ToLowerInvariant())]));
    }

    private static async Task<(string? Fault, long Changed)> WithdrawAsync(
        IGraphWriter writer, IGraphStore graph, string source, CancellationToken cancellationToken)
    {
        var counts = await writer.CountUnlistedAsync(source, cancellationToken);
        if (counts.Nodes + counts.Relationships == 0) return (Messages.NoSuchSource(source, graph.Location), 0);
        var done = await writer.WithdrawUnlistedAsync([source], TimeProvider.System.GetUtcNow(), cancellationToken);
        return (null, done.Changed);
    }

    private static async Task<string?> RemoveAsync(
        IGraphWriter writer, IGraphStore graph, EntityType type, string id, CancellationToken cancellationToken)
    {
        if (!(await writer.FindAsync(type, [id], cancellationToken)).TryGetValue(id, out var stored))
            return Messages.NoSuchNode(type, id, graph.Location);
        var result = await writer.RemoveAsync(stored, id, cancellationToken);
        if (!result.IsFound) return Messages.NoSuchNode(type, id, graph.Location);
        return result.Attached.Count > 0 ? Messages.StillAttached(stored, id, result.Attached) : null;
    }

    private static void Write(RemovedRecords removed, long changed, bool rehearses, string location)
    {
        if (removed.Count > 0)
        {
            var table = new Table { Border = TableBorder.Rounded }.AddColumn("type").AddColumn(new TableColumn("removed").RightAligned());
            foreach (var (type, count) in removed.ByType) table.AddRow(new Text(type), new Text(Numbers.Grouped(count)));
            Terminal.Data.Write(table);
        }

        if (rehearses)
        {
            foreach (var name in removed.First) Terminal.Print(name);
            if (removed.Count > removed.First.Count) Terminal.Print(Messages.AndMore(removed.Count - removed.First.Count));
            Terminal.Print(Messages.WouldBeRemoved(removed.Count, changed, location));
        }
        else
        {
            Terminal.Print(Messages.WasRemoved(removed.Count, changed, location));
        }
    }
}
