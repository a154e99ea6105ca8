using System.CommandLine;
using System.Text.Json;
using Graph.Api;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Cli.Questions;
using Graph.Model.Ontologies;
using Graph.Server.Stores;

namespace Graph.Cli.Commands;

/// <summary><c>graph threads</c>: who answered whom, act by act.</summary>
internal static class ThreadsCommand
{
    public static Command Create()
    {
        var acts = new ActOptions();
        var limit = Amounts.Limit("How many", otherwise: 5, most: ActQueries.MostThreads - 1);
        var (store, ontology) = (SharedOptions.Store(), SharedOptions.Ontology());
        var command = new Command("threads", "Show who answered whom: acts that hang together by answers, the longest threads first.")
        {
            limit, store, ontology,
        };
        foreach (var option in acts.OfAnyKind) command.Add(option);
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            var api = new Client(graph);
            if (domain.Act is not { Threads: { } field } act) throw new UsageException(Messages.NotOffered("threads", "threads"));
            var variables = await acts.VariablesAsync(parsed, api, act, field, withDays: true, cancellationToken);
            var most = parsed.GetValue(limit);

            // One more tells whether there are more.
            variables["limit"] = most + 1;
            var hasMoves = api.Has(field, "acts", "move");
            if (await api.AskAsync(ActQueries.Threads(act, hasMoves), variables, cancellationToken) is not { } answer) return ExitCode.Failed;
            var threads = answer.GetProperty("rows").EnumerateArray().ToList();
            foreach (var thread in threads.Take(most)) Write(thread, act, hasMoves);
            Terminal.Print(threads.Count == 0 ? Messages.NoThread : Messages.ThreadsShown(Math.Min(threads.Count, most), threads.Count > most));
            if (threads.Count == 0) await api.SayWhereEmptyAsync(cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(JsonElement thread, Act act, bool hasMoves)
    {
        var size = thread.GetProperty("size").GetInt64();
        Terminal.Print(Messages.ThreadHead(size, act, thread.GetProperty("first").GetString(), thread.GetProperty("last").GetString()));
        var members = thread.GetProperty("acts").EnumerateArray().ToList();
        var numbers = members.Select((member, i) => KeyValuePair.Create(IdOf(member.GetProperty("act")), i + 1)).ToDictionary();
        var width = Numbers.Exact(members.Count).Length;
        foreach (var (member, i) in members.Select((member, i) => (member, i)))
        {
            var one = member.GetProperty("act");
            var answered = member.GetProperty("answers").EnumerateArray().Select(IdOf).ToList();
            var known = answered.Where(numbers.ContainsKey).Select(id => numbers[id]).Order().ToList();
            List<string> about =
            [
                .. hasMoves && member.GetProperty("move").GetString() is { } move ? [move] : Array.Empty<string>(),
                .. answered.Count > 0 ? [Messages.Answering(known, answered.Count - known.Count)] : Array.Empty<string>(),
            ];
            Terminal.Print($"{Numbers.Exact(i + 1).PadLeft(width + 2)}  {ReportLines.DayOf(one)}  {Ends(one)}  {string.Join(", ", about)}".TrimEnd());
            var margin = new string(' ', width + 4);
            Terminal.Print(margin + ReportLines.Caption(one));
            foreach (var words in ReportLines.Words(one)) Terminal.Print(margin + words);
        }

        if (size > members.Count) Terminal.Print($"  {Messages.AndMore(size - members.Count)}");
        Terminal.Print("");
    }

    private static string Ends(JsonElement act) => ReportLines.Arrow(Names(act, "by"), Names(act, "against"));

    private static string Names(JsonElement act, string end) =>
        act.GetProperty(end).EnumerateArray().Select(ReportLines.Caption).ToList() is { Count: > 0 } names
            ? string.Join(", ", names)
            : Messages.NobodyNamed;

    private static string IdOf(JsonElement act) => act.GetProperty("id").GetString()!;
}
