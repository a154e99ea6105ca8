using System.Text.Json;
using Graph.Import.Feeds;
using Graph.Import.Pipeline;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Import.Wikidata;

/// <summary>Writes humans and the offices that they held. Offices are written last, when all labels of the run are known.</summary>
internal sealed class ItemWriter(RecordSink sink, FeedTypes types)
{
    /// <summary>Persons looked up at once.</summary>
    private const int PersonsAtOnce = 1_000;

    /// <summary>Labels of other items kept, some 100 bytes each: a whole dump has a hundred million.</summary>
    private const int MaxLabels = 200_000;

    private static readonly FeedDataset Dataset = new("wikidata", "Wikidata", "https://www.wikidata.org/", "CC0");

    private readonly List<Item> pending = [];
    private readonly Dictionary<string, string> labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Path, int Line)> offices = new(StringComparer.Ordinal);
    private readonly List<(string Person, Tenure Tenure, FileTally Tally, int Line)> tenures = [];
    private readonly FeedLinks links = new(types);
    private readonly NodeDraft person = new(types.Domain.Person);
    private readonly NodeDraft office = new(types.Domain.Office);
    private bool hasDataset;
    private bool isFull;

    /// <summary>So many persons wait that they shall be written.</summary>
    public bool IsFull => pending.Count >= PersonsAtOnce;

    /// <summary>Some offices have no label, and there were more labels than are kept.</summary>
    public bool LacksLabels => isFull && offices.Keys.Any(id => !labels.ContainsKey(id));

    /// <summary>Takes an item.</summary>
    public void Add(Item item)
    {
        if (item.IsHuman)
        {
            pending.Add(item);
            return;
        }

        item.Tally.LeaveOut("no human");
        if (item.Label is not { } label) return;
        if (labels.Count < MaxLabels || offices.ContainsKey(item.Id)) labels[item.Id] = label;
        else isFull = true;
    }

    /// <summary>Takes the label of an item where it is an office that lacks one.</summary>
    public void NoteLabel(JsonElement json)
    {
        if (Item.Name(json) is { } item && offices.ContainsKey(item.Id)) labels.TryAdd(item.Id, item.Label);
    }

    /// <summary>Writes the persons that wait.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (pending.Count == 0) return;
        var actors =
            await StoredActors.FindAsync(sink, sink.Ontology.FindEntity("Actor")!, "wikidata", pending.Select(item => item.Id), cancellationToken);
        await AddDatasetAsync();
        foreach (var item in pending)
        {
            Write(item, [.. actors[item.Id]]);
            if (sink.IsFull) await sink.SendAsync();
        }

        pending.Clear();
    }

    /// <summary>Writes the offices and who held them.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        foreach (var (number, (path, line)) in offices)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (id, place) = (IdOf(number), new RecordPlace(sink.Batch.AddFile(path), line, 1));
            office.Begin(sink.Batch, id).Set("title", labels.GetValueOrDefault(number) ?? number).Add(place);
            links.AddSource(sink.Batch, (types.Domain.Office, id), Dataset.Id, place);
            if (sink.IsFull) await sink.SendAsync();
        }

        foreach (var (holder, tenure, tally, line) in tenures)
        {
            var place = new RecordPlace(sink.Batch.AddFile(tally.Path), line, 1);
            links.Add(
                sink.Batch,
                "HELD",
                (types.Domain.Person, holder),
                (types.Domain.Office, IdOf(tenure.Office)),
                (tenure.Since, tenure.Until),
                place);
            if (sink.IsFull) await sink.SendAsync();
        }

        if (sink.Batch.Count > 0) await sink.SendAsync();
    }

    private static string IdOf(string number) => "wikidata-" + number.ToLowerInvariant();

    private void Write(Item item, IReadOnlyList<(NodeType Type, string Id)> actors)
    {
        item.Tally.Taken++;
        item.Tally.Make("Person");
        var place = new RecordPlace(sink.Batch.AddFile(item.Tally.Path), item.Line, 1);
        var same = actors is [var only] && only.Type == types.Domain.Person ? only.Id : null;
        var id = same ?? IdOf(item.Id);
        if (id == IdOf(item.Id))
        {
            person.Begin(sink.Batch, id).Set("name", item.Label ?? item.Id).Set("aliases", item.Aliases).Set("wikidata", item.Id)
                .Set("born", item.Born)
                .Add(place);
        }

        links.AddSource(sink.Batch, (types.Domain.Person, id), Dataset.Id, place);
        foreach (var tenure in item.Tenures)
        {
            item.Tally.Make("HELD");
            offices.TryAdd(tenure.Office, (item.Tally.Path, item.Line));
            tenures.Add((id, tenure, item.Tally, item.Line));
        }
    }

    private async Task AddDatasetAsync()
    {
        if (hasDataset) return;
        hasDataset = true;
        if ((await sink.FindAsync(types.Dataset, [Dataset.Id])).Count > 0) return;
        new NodeDraft(types.Dataset).Begin(sink.Batch, Dataset.Id)
            .Set("name", Dataset.Name).Set("url", Dataset.Url).Set("licence", sink.Options.Licence ?? Dataset.Licence)
            .Add(new(sink.Batch.AddFile(pending[0].Tally.Path), pending[0].Line, 1));
    }
}
