using Graph.Import.CodedActs;
using Graph.Import.Feeds;
using Graph.Import.Pipeline;
using Graph.Model.Records;

namespace Graph.Import.Gdelt;

/// <summary>
/// Writes mentions: each article of an event that is in the graph is a piece of evidence, and the surest of them says how sure
/// the accusation is.
/// </summary>
/// <param name="sink">Takes the records.</param>
/// <param name="types">The types.</param>
/// <param name="dataset">The feed.</param>
/// <param name="events">The events of the run.</param>
internal sealed class MentionWriter(RecordSink sink, FeedTypes types, FeedDataset dataset, EventIndex events)
{
    /// <summary>Mentions looked up at once.</summary>
    private const int MentionsAtOnce = 10_000;

    private readonly List<Mention> pending = [];
    private readonly FeedLinks links = new(types);
    private readonly NodeDraft evidence = new(types.Evidence);
    private readonly NodeDraft document = new(types.Document);
    private readonly StoredActs stored = new(sink, types);
    private readonly MentionConfidence confidence = new(types.Accusation);
    private FeedActors? actors;

    /// <summary>So many mentions wait that they shall be written.</summary>
    public bool IsFull => pending.Count >= MentionsAtOnce;

    /// <summary>Takes a mention.</summary>
    public void Add(Mention mention) => pending.Add(mention);

    /// <summary>Writes the mentions that wait.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (pending.Count == 0) return;
        var known = await EventsAsync(cancellationToken);
        var sound = pending.Where(mention => Take(mention, known)).ToList();
        pending.Clear();
        if (sound.Count == 0) return;

        var wanted = sound.Select(mention => ActKeys.OfEvidence(known[mention.Event].Accusation, mention.Article!.Identity)).ToList();
        var have = (await sink.FindAsync(types.Evidence, wanted.ToHashSet(StringComparer.Ordinal))).Keys.ToHashSet(StringComparer.Ordinal);
        var open = Enumerable.Range(0, sound.Count).Where(i => !have.Contains(wanted[i])).ToList();
        var articles = sound.Select(mention => ActKeys.OfArticle(mention.Article!)).ToHashSet(StringComparer.Ordinal);
        var documents = (await sink.FindAsync(types.Document, articles)).Keys.ToHashSet(StringComparer.Ordinal);
        var quotes = await stored.QuotesAsync(open.Select(i => known[sound[i].Event].Evidence).Distinct(), cancellationToken);
        actors ??= new(sink, types, links, dataset.Id);
        await actors.PrepareAsync(
            open.Select(i => sound[i].Article!.Publisher).OfType<string>().Select(FeedActors.Publisher),
            cancellationToken);
        for (var i = 0; i < sound.Count; i++)
        {
            var (mention, (accusation, first)) = (sound[i], known[sound[i].Event]);
            confidence.Note(accusation, mention, events.Find(mention.Event) is not null);
            if (have.Add(wanted[i])) Write(mention, accusation, wanted[i], quotes.GetValueOrDefault(first) ?? mention.Article!.Title, documents);
            else
            {
                mention.Tally.Repeats++;
                if (mention.Article is { Language: not null, Url: not null }) WriteLanguage(mention);
            }

            if (sink.IsFull) await sink.SendAsync();
        }

        if (sink.Batch.Count > 0) await sink.SendAsync();
        await confidence.WriteAsync(sink, stored, cancellationToken);
    }

    /// <summary>What the events have become that the mentions speak of: those of the run, and those of earlier ones.</summary>
    private async Task<Dictionary<long, (string Accusation, string Evidence)>> EventsAsync(CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, (string, string)>();
        var others = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var number in pending.Select(mention => mention.Event).Distinct())
        {
            if (events.Find(number) is { } known) found.Add(number, known);
            else others.Add($"gdelt-{number}", number);
        }

        if (others.Count == 0) return found;
        var documents = await sink.FindAsync(types.Document, others.Keys);
        foreach (var (document, act) in await stored.OfRowsAsync(documents.Keys, cancellationToken)) found[others[document]] = act;
        return found;
    }

    private static bool Take(Mention mention, Dictionary<long, (string Accusation, string Evidence)> known)
    {
        if (!known.ContainsKey(mention.Event))
        {
            mention.Tally.LeaveOut("of an event not in the graph");
            return false;
        }

        if (mention.Fault is { } fault)
        {
            mention.File.Reject(fault.Reason, mention.Line, fault.Cell, fault.Sentence, fault.Line);
            return false;
        }

        mention.Tally.Taken++;
        return true;
    }

    private void Write(Mention mention, string accusation, string id, string quote, HashSet<string> documents)
    {
        mention.Tally.Evidence++;
        var batch = sink.Batch;
        var place = new RecordPlace(batch.AddFile(mention.Tally.Path), mention.Line, 1);
        var article = ActKeys.OfArticle(mention.Article!);
        var row = $"gdelt-{mention.Event}-{article[(article.LastIndexOf('-') + 1)..]}";
        evidence.Begin(batch, id).Set("quote", quote).Add(place);
        links.Add(batch, "EVIDENCED_BY", (types.Accusation, accusation), (types.Evidence, id), place);
        document.Begin(batch, row).Set("kind", "DATA_ROW").Set("title", $"GDELT mention of event {mention.Event}").Set("published", mention.Day)
            .Add(place);
        links.AddSource(batch, (types.Document, row), dataset.Id, place);
        links.Add(batch, "QUOTED_FROM", (types.Evidence, id), (types.Document, row), place);
        if (documents.Add(article)) WriteArticle(mention, article, place);
        else if (mention.Article is { Language: not null, Url: not null }) WriteLanguage(mention);
        links.AddSource(batch, (types.Document, article), dataset.Id, place);
        links.Add(batch, "DIGEST_OF", (types.Document, row), (types.Document, article), place);
    }

    private void WriteArticle(Mention mention, string id, RecordPlace place)
    {
        Article(mention, id).Add(place);
        if (mention.Article!.Publisher is { } publisher)
            links.Add(sink.Batch, "PUBLISHED_BY", (types.Document, id), actors!.Node(FeedActors.Publisher(publisher), place), place);
    }

    /// <summary>
    /// Adds the language to an article that an event has named already: all else that the feed says of it follows from its address.
    /// </summary>
    private void WriteLanguage(Mention mention)
    {
        var place = new RecordPlace(sink.Batch.AddFile(mention.Tally.Path), mention.Line, 1);
        Article(mention, ActKeys.OfArticle(mention.Article!)).Add(place);
    }

    private NodeDraft Article(Mention mention, string id) => document.Begin(sink.Batch, id)
        .Set("kind", "ARTICLE").Set("title", mention.Article!.Title).Set("url", mention.Article.Url).Set("language", mention.Article.Language);
}
