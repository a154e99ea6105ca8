using System.CommandLine;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Cli.Questions;
using Graph.Model.Merging;
using Graph.Server.Stores;

namespace Graph.Cli.Commands;

/// <summary><c>graph merge A B --because "…"</c>: judges that two actors are one.</summary>
internal static class MergeCommand
{
    public static Command Create()
    {
        var stays = new Argument<string>("A") { Description = "The actor that stays, by id or name" };
        var merged = new Argument<string>("B") { Description = "The actor that is merged into it, by id or name" };
        var because = Because("Why they are one, for those who read it later");
        var (store, ontology, keptDays) = (SharedOptions.Store(), SharedOptions.Ontology(), SharedOptions.KeepChanges());
        var command = new Command("merge", "Judge that two actors are one: the graph shows them as one, and what sources say of each is kept.")
        {
            stays, merged, because, store, ontology, keptDays,
        };
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            if (Mergeable.Of(domain) is not { } rules) throw new UsageException(MergeMessages.NothingToMerge);
            if (parsed.GetValue(because)?.Trim() is not { Length: > 0 } reason) throw new UsageException(MergeMessages.BecauseMissing);
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            var names = new Names(new Client(graph), rules.Target);
            var into = await names.ExactIdOfAsync(parsed.GetValue(stays)!, cancellationToken);
            var id = await names.ExactIdOfAsync(parsed.GetValue(merged)!, cancellationToken);
            if (into == id) throw new UsageException(MergeMessages.IsOne(parsed.GetValue(stays)!, parsed.GetValue(merged)!));
            await using var writer = await graph.OpenWriterAsync(cancellationToken);
            var judgement = new Judgement(id, into, IsSame: true) { Because = reason, At = TimeProvider.System.GetUtcNow() };
            var run = new KeptRun(writer, "merge", parsed.GetValue(keptDays));
            var result = await run.DoAsync(async () =>
            {
                var done = await writer.JudgeAsync([judgement], [], unlessHeld: true, cancellationToken);
                run.Did = run.Did with { Added = done.Added, Rejected = done.Held.Count(one => one.Judgement.Key == judgement.Key) };
                return done;
            });
            if (result.Held.FirstOrDefault(one => one.Judgement.Key == judgement.Key) is { } held)
            {
                Terminal.Say(MergeMessages.Refused(id, into, held.Reason));
                return ExitCode.Failed;
            }

            Terminal.Print(MergeMessages.Merged(id, into, result.Merged));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The option that gives a judgement's reason.</summary>
    public static Option<string?> Because(string description) => new("--because") { Description = description, HelpName = "REASON" };
}
