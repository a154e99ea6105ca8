using System.Text;
using Graph.Import.Feeds;
using Graph.Import.Pipeline;
using Graph.Import.Sources;
using Graph.Model.Merging;

namespace Graph.Import.FollowTheMoney;

/// <summary>
/// The file of a resolver, which is named by an option and read before all others: <see cref="Resolver"/>. It is a source of judgements, by its
/// own name or the one that the user gives.
/// </summary>
internal sealed class ResolverSource : IRecordSource
{
    /// <summary>Ids looked up at once.</summary>
    private const int IdsAtOnce = 10_000;

    /// <summary>The file that options name; null where they name none.</summary>
    public static SourceFile? FileOf(ImportOptions options) =>
        options.ResolverPath is { } path ? new(path, new ResolverSource(), new FileInfo(path) is { Exists: true } file ? file.Length : 0) : null;

    /// <inheritdoc/>
    public string Name => "resolver";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings => [];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> start) => false;

    /// <inheritdoc/>
    public async Task ReadAsync(IReadOnlyList<SourceFile> files, RecordSink sink, CancellationToken cancellationToken)
    {
        foreach (var source in files)
        {
            if (Mergeable.Of(sink.Ontology) is null)
            {
                sink.Reject(source.Path, new(0, 0, EntityMessages.NobodyToJudge()), null);
                continue;
            }

            sink.Sources.Name(source, null);
            using var file = new FeedFile(source, sink);
            while (file.TryRead(out var line))
            {
                if (sink.Resolver.Add(Encoding.UTF8.GetString(line), out var kind) is { } fault)
                {
                    file.Reject("judgement", fault.Item, fault.Sentence, line);
                }
                else file.Tally.Make(kind);
                await file.NoticeAsync(cancellationToken);
            }
        }
    }

    /// <summary>
    /// Finds, when all is read, whom the ids mean that no entity of the run has: an actor of the graph by its id, else the one that has it as
    /// number of Wikidata.
    /// </summary>
    public static async Task FindAsync(RecordSink sink, CancellationToken cancellationToken)
    {
        var resolver = sink.Resolver;
        if (Mergeable.Of(sink.Ontology) is not { } rules) return;
        foreach (var ids in resolver.Open.ToList().Chunk(IdsAtOnce))
        {
            foreach (var id in (await sink.FindAsync(rules.Target, ids)).Keys) resolver.Name(id, id);
        }

        if (rules.Target.FindProperty("wikidata") is not { } wikidata) return;
        var numbers = resolver.Open.Where(id => id is ['Q', .. { Length: > 0 } digits] && digits.All(char.IsAsciiDigit)).ToList();
        foreach (var group in await StoredActors.FindAsync(sink, rules.Target, wikidata.Name, numbers, cancellationToken))
            if (group.ToList() is [var only]) resolver.Name(group.Key, only.Id);
    }
}
