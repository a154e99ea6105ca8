using System.CommandLine;
using System.Text.Json;
using Graph.Api;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Cli.Questions;
using Graph.Model.Ontologies;
using Graph.Server.Stores;

namespace Graph.Cli.Commands;

/// <summary><c>graph path A B</c>: how two actors are connected, by chains of acts or by anything at all.</summary>
internal static class PathCommand
{
    public static Command Create()
    {
        var from = new Argument<string>("A") { Description = "An actor, by id or name" };
        var to = new Argument<string>("B") { Description = "Another" };
        var acts = new ActOptions();
        var either = new Option<bool>("--either-way") { Description = "A step may also go from the accused to the accuser" };
        var any = new Option<bool>("--any") { Description = "Over any relationships of the graph, not only accusations" };
        var longest = Amounts.Of(
            "--max-length", $"The most steps, up to {ActQueries.LongestChain}", least: 1, most: ActQueries.LongestChain, otherwise: 4);
        var limit = Amounts.Limit("How many", otherwise: 5, most: ActQueries.MostChains);
        var (store, ontology) = (SharedOptions.Store(), SharedOptions.Ontology());
        var command = new Command("path", "Show how two actors are connected.") { from, to, either, any, longest, limit, store, ontology };
        foreach (var option in acts.OfActsAlone) command.Add(option);
        command.Validators.Add(result =>
        {
            if (!result.GetValue(any)) return;
            foreach (var option in acts.OfActsAlone)
                if (result.GetResult(option) is { Implicit: false }) result.AddError(Messages.NotWithAny(option.Name));
            if (result.GetValue(either)) result.AddError(Messages.AnyGoesEitherWay);
        });
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            var api = new Client(graph);
            var (isAny, act) = (parsed.GetValue(any), domain.Act);
            if (act is null || (!isAny && act.Chains is null)) throw new UsageException(Messages.NoChains(hasActors: act is not null));
            var steps = parsed.GetValue(longest);
            var names = new Names(api, act.By.Target);
            var (start, end) =
                (await names.IdOfAsync(parsed.GetValue(from)!, cancellationToken), await names.IdOfAsync(parsed.GetValue(to)!, cancellationToken));
            if (start == end) throw new UsageException(Messages.OneActor(start));
            var variables = isAny
                ? new Dictionary<string, object?> { ["from"] = Node(act, start), ["to"] = Node(act, end) }
                : await acts.VariablesAsync(parsed, api, act, act.Chains!, withDays: true, cancellationToken);
            if (!isAny) (variables["from"], variables["to"], variables["directed"]) = (start, end, !parsed.GetValue(either));
            (variables["maxLength"], variables["limit"]) = (steps, parsed.GetValue(limit));
            List<string> arguments = [.. new[] { "acts" }.Where(variables.ContainsKey)];
            var query = isAny ? ActQueries.Paths : ActQueries.Chains(act, arguments);
            if (await api.AskAsync(query, variables, cancellationToken) is not { } answer) return ExitCode.Failed;
            var found = answer.GetProperty("found");
            if (isAny) WritePaths(found.GetProperty("paths"));
            else WriteChains(found.GetProperty("chains"), act);
            Terminal.Print(Messages.HowMany(
                found.GetProperty(isAny ? "paths" : "chains").GetArrayLength(), found.GetProperty("bound").GetString(), steps,
                [
                    .. steps < ActQueries.LongestChain ? ["A greater --max-length"] : Array.Empty<string>(),
                    .. isAny ? [] : parsed.GetValue(either) ? ["--any"] : new[] { "--either-way", "--any" },
                ]));
            return ExitCode.Done;
        });
        return command;
    }

    private static Dictionary<string, object?> Node(Act act, string id) => new(StringComparer.Ordinal) { ["type"] = act.By.Target.Name, ["id"] = id };

    private static void WriteChains(JsonElement chains, Act act)
    {
        foreach (var chain in chains.EnumerateArray())
        {
            foreach (var step in chain.GetProperty("steps").EnumerateArray())
            {
                var count = step.GetProperty("count").GetInt64();
                var ends = ReportLines.Arrow(ReportLines.Caption(step.GetProperty("by")), ReportLines.Caption(step.GetProperty("against")));
                Terminal.Print($"{ends}  {Messages.Acts(count, act)}");
                foreach (var latest in step.GetProperty("latest").EnumerateArray())
                {
                    Terminal.Print($"    {ReportLines.DayAndCaption(latest)}");
                    foreach (var words in ReportLines.Words(latest)) Terminal.Print($"    {words}");
                }
            }

            Terminal.Print("");
        }
    }

    private static void WritePaths(JsonElement paths)
    {
        foreach (var path in paths.EnumerateArray())
        {
            var nodes = path.GetProperty("nodes").EnumerateArray().ToList();
            var line = ReportLines.Caption(nodes[0]);
            foreach (var (step, i) in path.GetProperty("steps").EnumerateArray().Select((step, i) => (step, i)))
            {
                var name = step.GetProperty("relationship").GetString();
                line += step.GetProperty("direction").GetString() == "OUT" ? $" -{name}-> " : $" <-{name}- ";
                line += ReportLines.Caption(nodes[i + 1]);
            }

            Terminal.Print(line);
        }
    }
}
