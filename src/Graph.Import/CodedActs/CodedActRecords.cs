using Graph.Import.Feeds;
using Graph.Import.Pipeline;
using Graph.Model.Records;

namespace Graph.Import.CodedActs;

/// <summary>The records of a coded act: its accusation, its evidence, and the documents that this is quoted from.</summary>
/// <param name="sink">Takes the records.</param>
/// <param name="types">The types.</param>
/// <param name="dataset">The id of the feed's dataset.</param>
/// <param name="links">Makes relationships.</param>
/// <param name="actors">Those who act, and publishers.</param>
internal sealed class CodedActRecords(RecordSink sink, FeedTypes types, string dataset, FeedLinks links, FeedActors actors)
{
    private readonly NodeDraft accusation = new(types.Accusation);
    private readonly NodeDraft evidence = new(types.Evidence);
    private readonly NodeDraft document = new(types.Document);

    /// <summary>Writes an act that the graph does not have.</summary>
    /// <param name="act">The act.</param>
    /// <param name="key">The ids of its records.</param>
    /// <param name="isNew">No row before it was of its accusation.</param>
    /// <param name="documentsKnown">Documents that need not be written; takes those that are.</param>
    public void Write(CodedAct act, ActKeys key, bool isNew, HashSet<string> documentsKnown)
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
        links.Add(batch, "FROM", self, (types.Dataset, dataset), place);
    }

    /// <summary>The document that stands for the row, which is a digest of the article.</summary>
    private void WriteRow(RecordBatch batch, CodedAct act, ActKeys key, HashSet<string> documentsKnown, RecordPlace place)
    {
        var (row, article) = ((types.Document, act.RowId), (types.Document, key.Article));
        document.Begin(batch, act.RowId).Set("kind", "DATA_ROW").Set("title", act.RowTitle).Set("published", act.Added).Add(place);
        links.AddSource(batch, row, dataset, place);
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

        links.AddSource(batch, article, dataset, place);
        links.Add(batch, "DIGEST_OF", row, article, place);
    }
}
