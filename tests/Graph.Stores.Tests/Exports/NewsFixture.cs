using Graph.Model.Ontologies;
using Graph.Model.Stores;

namespace Graph.Stores.Tests.Exports;

/// <summary>A graph of acts with what formats trip over: markup, formulas, control characters, line ends, scripts, nothing at all.</summary>
public sealed class NewsFixture<TStores> : IAsyncLifetime
    where TStores : Stores, new()
{
    private readonly TStores stores = new();

    public IGraphStore Store { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (!stores.AreAtHand) return;
        await stores.InitializeAsync();
        Store = await stores.OpenEmptyAsync(Ontology.Shipped);
        await using var writer = await Store.OpenWriterAsync(CancellationToken.None);
        Assert.Empty((await writer.WriteAsync(All().Batch, Stores.Now, CancellationToken.None)).Refused);
        await writer.FinishAsync(CancellationToken.None);
    }

    public Task DisposeAsync() => stores.DisposeAsync();

    private static Records All()
    {
        var records = new Records(Ontology.Shipped)
            .Node("Person", ("id", "ada"), ("name", "=1+1"), ("aliases", new[] { "Ада; \"A\"", "艾达", "a, b" }), ("wikidata", "Q1"), ("born", new DateOnly(1900, 1, 2)))
            .Node("Person", ("id", "عادل"), ("name", "-Adel <b>&\"co\"</b>"), ("aliases", new[] { "" }))
            .Node("State", ("id", "utopia"), ("name", "Utopia"), ("iso3", "UTO"), ("wikidata", "Q2"))
            .Node("Organization", ("id", "daily"), ("name", "The Daily"), ("kind", "MEDIA"), ("reliability", "B"))
            .Node("Organization", ("id", "unresolved"), ("name", "unresolved"), ("kind", "OTHER"))
            .Node("Organization", ("id", "ministry"), ("name", "@Ministry"), ("kind", "GOVERNMENT_BODY"))
            .Node("Office", ("id", "minister"), ("title", "Minister\tof\nUtopia"))
            .Node("Claim", ("id", "claim"), ("text", "that it rains"))
            .Node("Event", ("id", "talks"), ("name", "Talks"), ("kind", "TALKS"), ("start", new DateOnly(2025, 6, 2)), ("end", new DateOnly(2025, 6, 4)))
            .Node("Place", ("id", "hall"), ("name", "Hall"), ("latitude", 41.5), ("longitude", -0.25))
            .Node("Dataset", ("id", "hand"), ("name", "By hand"), ("licence", "CC0"))
            .Node("Document", ("id", "article"), ("kind", "ARTICLE"), ("title", "Rain\u0001 and \uFFFE more"), ("url", "https://example.org/?a=1&b=2"), ("language", "en"), ("published", new DateOnly(2025, 6, 3)), ("author", ""))
            .Node("Document", ("id", "digest"), ("kind", "DIGEST"), ("title", "Digest"))
            .Node("Evidence", ("id", "words"), ("quote", "It \"rains\",\r\nhe said 🕊"), ("startOffset", 3), ("endOffset", 9));
        Act(records, "a1", "ACCUSE", new DateOnly(2025, 6, 2), "Person:ada", "State:utopia");
        Act(records, "a2", "ACCUSE", new DateOnly(2025, 6, 1), "Person:ada", "State:utopia");
        Act(records, "a3", "ACCUSE", null, "Person:ada", "Person:عادل");
        Act(records, "a4", "DENY", new DateOnly(2025, 6, 5), "State:utopia", "Person:ada");
        Act(records, "a5", "CRITICIZE", new DateOnly(2025, 6, 5), "Organization:unresolved", "Organization:ministry");
        return records
            .Relationship("MADE", "Person:ada", "Accusation:a1", ("surface", "another name"))
            .Relationship("ON_BEHALF_OF", "Accusation:a1", "State:utopia")
            .Relationship("ALLEGES", "Accusation:a1", "Claim:claim")
            .Relationship("ABOUT", "Accusation:a1", "Event:talks")
            .Relationship("ANSWERS", "Accusation:a4", "Accusation:a1")
            .Relationship("EVIDENCED_BY", "Accusation:a1", "Evidence:words")
            .Relationship("EVIDENCED_BY", "Accusation:a4", "Evidence:words")
            .Relationship("FROM", "Accusation:a1", "Dataset:hand")
            .Relationship("FROM", "Person:ada", "Dataset:hand")
            .Relationship("FROM", "Document:article", "Dataset:hand")
            .Relationship("QUOTED_FROM", "Evidence:words", "Document:digest")
            .Relationship("DIGEST_OF", "Document:digest", "Document:article")
            .Relationship("PUBLISHED_BY", "Document:article", "Organization:daily")
            .Relationship("HELD", "Person:ada", "Office:minister", ("since", new DateOnly(2020, 1, 1)), ("until", new DateOnly(2021, 1, 1)))
            .Relationship("HELD", "Person:ada", "Office:minister", ("since", new DateOnly(2024, 1, 1)))
            .Relationship("OFFICE_OF", "Office:minister", "State:utopia")
            .Relationship("BELONGS_TO", "Organization:ministry", "State:utopia")
            .Relationship("TOOK_PART_IN", "Person:ada", "Event:talks", ("role", "+chair"))
            .Relationship("HELD_AT", "Event:talks", "Place:hall")
            .Relationship("LIES_IN", "Place:hall", "State:utopia");
    }

    private static void Act(Records records, string id, string act, DateOnly? day, string by, string against) => records
        .Node("Accusation", ("id", id), ("act", act), ("matter", "matter of " + id), ("matterTypes", new[] { "CRIME", "OTHER" }), ("saidOn", day),
            ("modality", "ASSERTED"), ("confidence", 0.5), ("method", "CURATED"))
        .Relationship("MADE", by, "Accusation:" + id, ("surface", "one name"))
        .Relationship("AGAINST", "Accusation:" + id, against);
}
