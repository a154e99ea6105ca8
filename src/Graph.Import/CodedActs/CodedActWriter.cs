using Graph.Import.Feeds;
using Graph.Import.Parties;
using Graph.Import.Pipeline;
using Graph.Model.Ontologies;

namespace Graph.Import.CodedActs;

/// <summary>
/// Writes the acts of coded feeds: rows of one day, code and parties are one accusation, each article of them one piece of
/// evidence. What the graph has already is left as it is, so that a second import writes nothing.
/// </summary>
internal sealed class CodedActWriter
{
    /// <summary>Acts looked up at once: some thirteen records each.</summary>
    private const int ActsAtOnce = 1_000;

    private readonly RecordSink sink;
    private readonly FeedTypes types;
    private readonly FeedDataset dataset;
    private readonly FeedActors actors;
    private readonly CodedActRecords records;
    private readonly Action<CodedAct, string, string>? settled;
    private readonly List<CodedAct> pending = [];
    private bool hasDataset;

    /// <param name="sink">Takes the records.</param>
    /// <param name="types">The types.</param>
    /// <param name="dataset">The feed.</param>
    /// <param name="settled">Told of each act, the ids of its accusation and evidence; may be null.</param>
    public CodedActWriter(RecordSink sink, FeedTypes types, FeedDataset dataset, Action<CodedAct, string, string>? settled)
    {
        (this.sink, this.types, this.settled) = (sink, types, settled);
        this.dataset = dataset with { Licence = sink.Options.Licence ?? dataset.Licence };
        var links = new FeedLinks(types);
        actors = new(sink, types, links, dataset.Id);
        records = new(sink, types, dataset.Id, links, actors);
    }

    /// <summary>So many acts wait that they shall be written.</summary>
    public bool IsFull => pending.Count >= ActsAtOnce;

    /// <summary>Takes an act.</summary>
    public void Add(CodedAct act) => pending.Add(act);

    /// <summary>Writes the acts that wait.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (pending.Count == 0) return;
        var keys = pending.Select(act => new ActKeys(dataset.Id, act)).ToList();
        var evidenceKnown = await KnownAsync(types.Evidence, keys.Select(key => key.Evidence));
        var open = Enumerable.Range(0, pending.Count).Where(i => !evidenceKnown.Contains(keys[i].Evidence)).ToList();
        var accusationsKnown = await KnownAsync(types.Accusation, open.Select(i => keys[i].Accusation));
        var documentsKnown = await KnownAsync(types.Document, open.SelectMany(i => new[] { keys[i].Article, pending[i].RowId }));
        await actors.PrepareAsync(open.SelectMany(i => PartiesOf(pending[i])), cancellationToken);
        if (open.Count > 0) await AddDatasetAsync();
        for (var i = 0; i < pending.Count; i++)
        {
            var (act, key) = (pending[i], keys[i]);
            if (evidenceKnown.Add(key.Evidence))
            {
                records.Write(act, key, isNew: accusationsKnown.Add(key.Accusation), documentsKnown);
                if (sink.IsFull) await sink.SendAsync();
            }
            else act.Tally.Repeats++;

            settled?.Invoke(act, key.Accusation, key.Evidence);
        }

        pending.Clear();
        if (sink.Batch.Count > 0) await sink.SendAsync();
    }

    private static IEnumerable<Party> PartiesOf(CodedAct act)
    {
        foreach (var party in act.Accusers) yield return party;
        foreach (var party in act.Accused) yield return party;
        if (act.Article.Publisher is { } publisher) yield return FeedActors.Publisher(publisher);
    }

    private async Task<HashSet<string>> KnownAsync(NodeType type, IEnumerable<string> ids)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0) return wanted;
        var found = await sink.FindAsync(type, wanted);
        wanted.RemoveWhere(id => !found.ContainsKey(id));
        return wanted;
    }

    private async Task AddDatasetAsync()
    {
        if (hasDataset) return;
        hasDataset = true;
        if ((await sink.FindAsync(types.Dataset, [dataset.Id])).Count > 0) return;
        var first = pending[0];
        new NodeDraft(types.Dataset).Begin(sink.Batch, dataset.Id)
            .Set("name", dataset.Name).Set("url", dataset.Url).Set("licence", dataset.Licence)
            .Add(new(sink.Batch.AddFile(first.Tally.Path), first.Line, 1));
    }
}
