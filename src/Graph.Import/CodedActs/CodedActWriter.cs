using Graph.Import.Feeds;
using Graph.Import.Parties;
using Graph.Import.Pipeline;
using Graph.Model.Ontologies;
using Graph.Model.Records;

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
    private readonly FeedLinks links;
    private readonly FeedActors actors;
    private readonly NodeDraft accusation;
    private readonly NodeDraft evidence;
    private readonly NodeDraft document;
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
        links = new(types);
        actors = new(sink, types, links, dataset.Id);
        (accusation, evidence, document) = (new(types.Accusation), new(types.Evidence), new(types.Document));
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
                Write(act, key, isNew: accusationsKnown.Add(key.Accusation), documentsKnown);
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

    private void Write(CodedAct act, ActKeys key, bool isNew, HashSet<string> documentsKnown)
    {
        var batch = sink.Batch;
        var place = new RecordPlace(batch.AddFile(act.Tally.Path), act.Line, 1);
        if (isNew) WriteAccusation(batch, act, key, place);
        act.Tally.Evidence++;
        evidence.Begin(batch, key.Evidence).Set("quote", act.Sentence).Add(place);
        links.Add(batch, "EVIDENCED_BY", (types.Accusation, key.Accusation), (types.Evidence, key.Evidence), place);
        var row = (types.Document, act.RowId);
        if (documentsKnown.Add(act.RowId)) WriteRow(batch, act, key, documentsKnown, place);
        links.Add(batch, "QUOTED_FROM", (types.Evidence, key.Evidence), row, place);
    }

    private void WriteAccusation(RecordBatch batch, CodedAct act, ActKeys key, RecordPlace place)
    {
        act.Tally.Accusations++;
        accusation.Begin(batch, key.Accusation)
            .Set("act", act.Meaning.Act)
            .Set("matter", act.Meaning.Matter)
            .Set("matterTypes", act.Meaning.MatterTypes)
            .Set("saidOn", act.Day)
            .Set("saidOnBasis", act.IsPublicationDay ? "PUBLICATION_DATE" : "STATED")
            .Set("modality", "ASSERTED")
            .Set("confidence", ActConfidence.WithoutMention)
            .Set("method", "CODED")
            .Set("scheme", act.Scheme)
            .Set("code", act.Code)
            .Add(place);
        var self = (types.Accusation, key.Accusation);
        foreach (var party in act.Accusers) links.Add(batch, "MADE", actors.Node(party, place), self, "surface", party.Surface, place);
        foreach (var party in act.Accused) links.Add(batch, "AGAINST", self, actors.Node(party, place), "surface", party.Surface, place);
        links.Add(batch, "FROM", self, (types.Dataset, dataset.Id), place);
    }

    /// <summary>The document that stands for the row, which is a digest of the article.</summary>
    private void WriteRow(RecordBatch batch, CodedAct act, ActKeys key, HashSet<string> documentsKnown, RecordPlace place)
    {
        var (row, article) = ((types.Document, act.RowId), (types.Document, key.Article));
        document.Begin(batch, act.RowId).Set("kind", "DATA_ROW").Set("title", act.RowTitle).Set("published", act.Added).Add(place);
        links.AddSource(batch, row, dataset.Id, place);
        if (act.Article.Identity == act.RowId) return;
        if (documentsKnown.Add(key.Article))
        {
            document.Begin(batch, key.Article)
                .Set("kind", "ARTICLE").Set("title", act.Article.Title).Set("url", act.Article.Url)
                .Set("published", act.Article.Published).Set("language", act.Article.Language)
                .Add(place);
            if (act.Article.Publisher is { } publisher)
                links.Add(batch, "PUBLISHED_BY", article, actors.Node(FeedActors.Publisher(publisher), place), place);
        }

        links.AddSource(batch, article, dataset.Id, place);
        links.Add(batch, "DIGEST_OF", row, article, place);
    }
}
