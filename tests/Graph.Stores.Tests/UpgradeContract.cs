using System.Text.RegularExpressions;
using Graph.Model.Ontologies;
using Graph.Model.Stores;

namespace Graph.Stores.Tests;

/// <summary>A graph from before bodies belonged to anything, actors to datasets, and texts were kept gains that, and keeps what it holds.</summary>
public abstract partial class UpgradeContract<TStores> : StoreTest, IAsyncLifetime
    where TStores : Stores, new()
{
    private readonly TStores stores = new();
    private IGraphStore store = null!;

    protected override IGraphStore Store => store;

    public Task InitializeAsync() => stores.InitializeAsync();

    public Task DisposeAsync() => stores.DisposeAsync();

    [StoreFact]
    public async Task AGraphFromBeforeKeepsEverythingAndTakesBodiesAndDatasets()
    {
        var before = Before();
        store = await stores.OpenEmptyAsync(before);
        await Stores.WriteAsync(
            store,
            new Records(before)
                .Node("State", ("id", "s"), ("name", "Borduria"))
                .Node("Organization", ("id", "m"), ("name", "Ministry"), ("kind", "GOVERNMENT_BODY"), ("aliases", new[] { "The ministry" }))
                .Node("Person", ("id", "p"), ("name", "Ilić"))
                .Node("Document", ("id", "d"), ("kind", "DIGEST"), ("title", "Digest"), ("textHash", "abc"))
                .Node("Office", ("id", "o"), ("title", "Minister"))
                .Node("Dataset", ("id", "d1"), ("name", "Gazette"), ("licence", "CC0"))
                .Node("Dataset", ("id", "d2"), ("name", "Herald"))
                .Node(
                    "Accusation",
                    ("id", "a"), ("act", "ACCUSE"), ("matter", "War"), ("saidOn", new DateOnly(2025, 6, 2)), ("modality", "ASSERTED"), ("confidence", 1.0), ("method", "CURATED"))
                .Relationship("HELD", "Person:p", "Office:o", ("since", new DateOnly(2020, 1, 1)), ("until", new DateOnly(2024, 5, 1)))
                .Relationship("OFFICE_OF", "Office:o", "Organization:m")
                .Relationship("MADE", "Organization:m", "Accusation:a", ("surface", "it"))
                .Relationship("FROM", "Accusation:a", "Dataset:d1")
                .Relationship("AGAINST", "Accusation:a", "State:s"));
        await using (var writer = await store.OpenWriterAsync(CancellationToken.None)) await writer.FinishAsync(CancellationToken.None);
        var held = await EverythingAsync();
        store = await stores.ReopenAsync(store, Ontology.Shipped);
        Assert.Equal(held, await EverythingAsync());
        Assert.Equal(
            ["""["m","Ministry",["The ministry"],[[["s",1,"2025-06-02"]],null,null]]""", """["p","Ilić",[],[[],null,null]]""", """["s","Borduria",[],[[],null,null]]"""],
            held[..3]);

        await Stores.WriteAsync(store, new Records(Ontology.Shipped).Relationship("BELONGS_TO", "Organization:m", "State:s"));
        Assert.Equal(["m"], await IdsAsync("Organization", Some("Organization.belongsTo", Is("Actor.id", "s"))));
        Assert.Equal(["s"], await IdsAsync("State", Some("State.bodies")));
        Assert.Equal(held, await EverythingAsync());
        await AnActHasOneDatasetAndAnActorSeveralAsync();
        await ADocumentTakesItsTextAsync();
    }

    private async Task AnActHasOneDatasetAndAnActorSeveralAsync()
    {
        Assert.Equal(["d1"], await IdsAsync("Dataset", Some("Dataset.accusations")));
        var both = await Stores.WriteAsync(
            store,
            new Records(Ontology.Shipped)
                .Relationship("FROM", "State:s", "Dataset:d1")
                .Relationship("FROM", "State:s", "Dataset:d2")
                .Relationship("FROM", "Person:p", "Dataset:d2"));
        Assert.Equal(new WriteCounts(3, 0, 0), both.Relationships);
        var moved = await Stores.WriteAsync(
            store,
            new Records(Ontology.Shipped)
                .Relationship("FROM", "Accusation:a", "Dataset:d2")
                .Relationship("FROM", "Person:p", "Dataset:d2")
                .Relationship("FROM", "Person:p", "Dataset:d1"));
        Assert.Equal(new WriteCounts(1, 1, 1), moved.Relationships);
        Assert.Equal(["d2"], await IdsAsync("Dataset", Some("Dataset.accusations")));
        Assert.Equal(["a"], await IdsAsync("Accusation", Some("Accusation.dataset", Is("Dataset.id", "d2"))));
        Assert.Equal(["p", "s"], (await IdsAsync("Actor", Some("Actor.datasets", Is("Dataset.id", "d1")))).Order(StringComparer.Ordinal));
        Assert.Equal(["d1", "d2"], (await IdsAsync("Dataset", Some("Dataset.actors", Is("Actor.id", "s")))).Order(StringComparer.Ordinal));
    }

    private async Task ADocumentTakesItsTextAsync()
    {
        await Stores.WriteAsync(
            store, new Records(Ontology.Shipped).Node("Document", ("id", "d"), ("kind", "DIGEST"), ("title", "Digest"), ("textHash", "abc"), ("text", "Война")));
        Assert.Equal(
            ["""["Digest","abc","Война"]"""],
            await ReadAsync("Document", null, [Up("Document.id")], Select(Get("Document.title"), Get("Document.textHash"), Get("Document.text"))));
    }

    private async Task<string[]> EverythingAsync() =>
    [
        .. await ReadAsync(
            "Actor",
            null,
            [Up("Actor.id")],
            Select(
                Get("Actor.id"),
                Get("Actor.name"),
                Get("Actor.aliases"),
                Connection("Actor.accuses", new([], Whole, Select(Get("Actor.id"), Get("ACCUSED.accusations"), Get("ACCUSED.last")))))),
        .. await ReadAsync(
            "Accusation", null, [Up("Accusation.id")], Select([.. store.Ontology.FindNodeType("Accusation")!.Properties.Select(property => Get($"Accusation.{property.Name}"))])),
        .. await ReadAsync(
            "Office",
            null,
            [Up("Office.id")],
            Select(
                Get("Office.title"),
                Connection("Office.holders", new([], Whole, Select(Get("Person.id"), Get("HELD.since"), Get("HELD.until")))),
                List("Office.of", [], Select(Get("Actor.id"))))),
    ];

    /// <summary>
    /// The ontology that shipped before: without what belongs to something and the texts of documents, and where only acts name their dataset.
    /// </summary>
    private static Ontology Before()
    {
        var lines = Ontology.Shipped.Text.Split('\n')
            .Where(line => !line.Contains("BELONGS_TO", StringComparison.Ordinal) && line.Trim() is not ("belongsTo: \"belongsTo\"" or "upTo: \"State\""))
            .Where(line => !(line.Contains("\"FROM\"", StringComparison.Ordinal) && line.Contains('[', StringComparison.Ordinal)) || line.Contains("accusations:", StringComparison.Ordinal))
            .Where(line => !line.Contains("datasets", StringComparison.Ordinal) && !line.Contains("eliab", StringComparison.Ordinal));
        var ontology = OntologyReader.Read(KeptText().Replace(string.Join('\n', lines), "")).Ontology!;
        Assert.Null(ontology.FindRelationship("BELONGS_TO"));
        Assert.Null(ontology.FindNodeType("Document")!.FindProperty("text"));
        return ontology;
    }

    [GeneratedRegex(@"^  text: String @excerpt\([^)]*\)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex KeptText();
}
