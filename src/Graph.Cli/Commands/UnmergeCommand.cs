using System.CommandLine;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Model.Merging;
using Graph.Model.Text;
using Graph.Server.Stores;

namespace Graph.Cli.Commands;

/// <summary><c>graph unmerge A</c>: takes back that an actor is one with another.</summary>
internal static class UnmergeCommand
{
    /// <summary>How many merged actors are listed where none is meant.</summary>
    private const int Listed = 10;

    public static Command Create()
    {
        var merged = new Argument<string>("A") { Description = "The actor that is merged into another, by the id or name that it had" };
        var because = MergeCommand.Because("Why they are not one: no import merges them again, whatever its files say");
        var (store, ontology, keptDays) = (SharedOptions.Store(), SharedOptions.Ontology(), SharedOptions.KeepChanges());
        var command = new Command("unmerge", "Take back that two actors are one: each is again what its sources say of it.")
        {
            merged, because, store, ontology, keptDays,
        };
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            var records = await graph.JudgedAsync(cancellationToken);
            var member = Find(records, parsed.GetValue(merged)!);
            var about = records.Judgements.Where(one => one.IsSame && (one.Id == member.Raw.Id || one.Other == member.Raw.Id)).ToList();
            List<Judgement> byHand = [.. about.Where(one => one.Source is null)], apart = [];
            if (parsed.GetValue(because)?.Trim() is { Length: > 0 } reason)
                apart.AddRange(about.Select(one => one with
                {
                    IsSame = false,
                    Because = reason,
                    At = TimeProvider.System.GetUtcNow(),
                    Source = null,
                }));
            else if (about.Find(one => one.Source is not null) is { } said)
            {
                throw new UsageException(MergeMessages.SaidBySources(member.Raw.Id, said));
            }
            await using var writer = await graph.OpenWriterAsync(cancellationToken);
            var run = new KeptRun(writer, "unmerge", parsed.GetValue(keptDays));
            await run.DoAsync(async () =>
            {
                var done = await writer.JudgeAsync(apart, byHand, unlessHeld: false, cancellationToken);
                run.Did = run.Did with { Added = done.Added, Removed = done.Removed };
                return done;
            });
            Terminal.Print(apart.Count > 0
                ? MergeMessages.JudgedApart(member.Raw.Id, member.Canonical)
                : MergeMessages.Apart(member.Raw.Id, member.Canonical));
            return ExitCode.Done;
        });
        return command;
    }

    private static Member Find(MergedRecords records, string written)
    {
        var merged = records.Members.Where(member => member.IsMerged).OrderBy(member => member.Raw.Id, StringComparer.Ordinal).ToList();
        if (merged.Count == 0) throw new UsageException(MergeMessages.NothingMerged);
        if (merged.Find(member => member.Raw.Id == written) is { } exact) return exact;
        if (merged.FindAll(member => member.Canonical == written) is { Count: > 0 } others)
            throw new UsageException(MergeMessages.StandsFor(written, IdsOf(others), others.Count));
        var called = CaseFolding.FoldName(written);
        return merged.Where(member => member.Names.Any(name => CaseFolding.FoldName(name) == called)).ToList() switch
        {
            [var only] => only,
            [] => throw new UsageException(MergeMessages.NotMerged(written, IdsOf(merged), merged.Count)),
            var several => throw new UsageException(MergeMessages.SeveralMerged(written, IdsOf(several), several.Count)),
        };

        static IReadOnlyList<string> IdsOf(IEnumerable<Member> members) => [.. members.Take(Listed).Select(member => member.Raw.Id)];
    }
}
