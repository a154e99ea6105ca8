using System.CommandLine;
using System.Globalization;
using System.Text;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.GraphQL.Json;
using Graph.Model.Changes;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Model.Values;
using Graph.Server.Stores;

namespace Graph.Cli.Commands;

/// <summary><c>graph changes</c>: what has changed, as JSON Lines, for those who keep a copy.</summary>
internal static class ChangesCommand
{
    /// <summary>Changes read at once.</summary>
    private const int PageChanges = 1_000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static Command Create()
    {
        var since = new Option<string?>("--since")
        {
            Description = "After which place: a cursor that a line or --end has given [default: all that is kept]",
            HelpName = "CURSOR",
        };
        var types = new Option<string[]>("--type")
        {
            Description = "Only records of this type of node or relationship; may be given several times",
            HelpName = "TYPE",
            AllowMultipleArgumentsPerToken = true,
        };
        var end = new Option<bool>("--end")
        {
            Description = "Print the cursor after everything that has changed by now, and nothing else: take it before an export",
        };
        var follow = new Option<bool>("--follow") { Description = "Go on with what changes from now on, until Ctrl+C" };
        var (store, ontology) = (SharedOptions.Store(), SharedOptions.Ontology());
        var command = new Command("changes", "Write what has changed as JSON Lines, in order, each with the cursor to go on from.")
        {
            since, types, end, follow, store, ontology,
        };
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            var place = parsed.GetValue(since) is { } text
                ? ChangeCursor.Parse(text) ?? throw new UsageException(Model.Changes.ChangeMessages.NoCursor(text))
                : (ChangeCursor?)null;
            var chosen = parsed.GetValue(types) is { Length: > 0 } names ? TypesOf(domain, names) : null;
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            if (parsed.GetValue(end))
            {
                Terminal.Exact.WriteLine((await ChangeFeed.EndAsync(graph, cancellationToken)).ToString());
                return ExitCode.Done;
            }

            try
            {
                await WriteAsync(graph, place, chosen, parsed.GetValue(follow), cancellationToken);
                return ExitCode.Done;
            }
            catch (ChangesLostException lost)
            {
                Terminal.Say(lost.Message);
                return ExitCode.Failed;
            }
        });
        return command;
    }

    private static async Task WriteAsync(
        IGraphStore graph, ChangeCursor? place, HashSet<string>? types, bool follows, CancellationToken cancellationToken)
    {
        while (true)
        {
            var page = await ChangeFeed.ReadAsync(graph, place, types, PageChanges, cancellationToken);
            foreach (var told in page.Changes) Terminal.Exact.WriteLine(Line(told));
            await Terminal.Exact.FlushAsync(cancellationToken);
            place = page.Next;
            if (page.HasMore) continue;
            if (!follows) return;
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    private static HashSet<string> TypesOf(Ontology domain, string[] names)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (domain.FindEntity(name) is { } entity) found.UnionWith(entity.ConcreteTypes.Select(type => type.Name));
            else if (domain.FindRelationship(name) is not null) found.Add(name);
            else
            {
                throw new UsageException(Cli.ChangeMessages.NoType(
                    name, domain.Entities.Select(type => type.Name).Concat(domain.RelationshipTypes.Select(type => type.Name))));
            }
        }

        return found;
    }

    private static string Line(ToldChange told)
    {
        using var json = new ResponseBuffer();
        var record = told.Change.Record;
        Text("{\"cursor\":", told.Cursor.ToString());
        json.WriteRaw(told.Run == 0 ? ",\"run\":null"u8 : Encoding.UTF8.GetBytes($",\"run\":{told.Run.ToString(CultureInfo.InvariantCulture)}"));
        Text(",\"at\":", TimeText.Of(told.At));
        Text(",\"kind\":", told.Change.From is null ? "added" : told.Change.To is null ? "removed" : "changed");
        Text(",\"type\":", record.Type);
        if (record.End is null)
        {
            Text(",\"id\":", record.Start);
        }
        else
        {
            Text(",\"start\":{\"type\":", record.StartType);
            Text(",\"id\":", record.Start);
            Text("},\"end\":{\"type\":", record.EndType);
            Text(",\"id\":", record.End);
            json.WriteByte((byte)'}');
        }

        json.WriteRaw(",\"values\":"u8);
        if (told.Values is null) json.WriteNull();
        else Values(told.Values, json);
        json.WriteByte((byte)'}');
        return json.ToString();

        void Text(string before, string text)
        {
            json.WriteRaw(Encoding.UTF8.GetBytes(before));
            json.WriteString(text);
        }
    }

    private static void Values(IReadOnlyList<ChangedValue> values, ResponseBuffer json)
    {
        json.WriteByte((byte)'{');
        foreach (var (place, (name, from, to)) in values.Index())
        {
            if (place > 0) json.WriteByte((byte)',');
            json.WriteString(name);
            json.WriteRaw(Encoding.UTF8.GetBytes($":{{\"from\":{from ?? "null"},\"to\":{to ?? "null"}}}"));
        }

        json.WriteByte((byte)'}');
    }
}
