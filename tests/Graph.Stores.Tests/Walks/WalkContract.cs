using Graph.Model.Ontologies;

namespace Graph.Stores.Tests.Walks;

/// <summary>What chains, threads, paths and neighbourhoods are bounded by, refuse, and make of graphs that nobody draws.</summary>
public abstract class WalkContract<TStores> : IAsyncLifetime
    where TStores : Stores, new()
{
    private readonly TStores stores = new();

    public Task InitializeAsync() => stores.AreAtHand ? stores.InitializeAsync() : Task.CompletedTask;

    public Task DisposeAsync() => stores.DisposeAsync();

    [StoreFact]
    public async Task RefusesWhatItsArgumentsMayNotBe()
    {
        var api = await ApiAsync(Actors(3).Act("x", ["a0"], ["a1"]));
        foreach (var (query, sentence) in new[]
        {
            ("""{ accusationChains(from: "nobody", to: "a1") { complete } }""", "`from` of `accusationChains`: no Actor has the id `nobody`; look it up with `actors`."),
            ("""{ accusationChains(from: "a0", to: "") { complete } }""", "`to` of `accusationChains`: no Actor has the id ``; look it up with `actors`."),
            ("""{ accusationChains(from: "a1", to: "a1") { complete } }""", "`from` and `to` of `accusationChains` are both `a1`: give two that differ."),
            ("""{ accusationChains(from: "a0", to: "a1", maxLength: 9) { complete } }""", "`maxLength` of `accusationChains` is 9: it must be from 1 to 8."),
            ("""{ accusationChains(from: "a0", to: "a1", lengths: 0) { complete } }""", "`lengths` of `accusationChains` is 0: it must be from 1 to 3."),
            ("""{ accusationChains(from: "a0", to: "a1", limit: 51) { complete } }""", "`limit` of `accusationChains` is 51: it must be from 1 to 50."),
            ("""{ accusationChains(from: "a0", to: "a1", limit: 0) { complete } }""", "`limit` of `accusationChains` is 0: it must be from 1 to 50."),
            ("{ accusationThreads(limit: 1001) { size } }", "`limit` of `accusationThreads` is 1001: it must be from 0 to 1000."),
            ("{ accusationThreads { acts(limit: 1001) { depth } } }", "`limit` of `acts` is 1001: it must be from 0 to 1000."),
            ("""{ paths(from: { type: Person, id: "a1" }, to: { type: Actor, id: "a1" }) { complete } }""", "`from` of `paths`: no Person has the id `a1`; look it up with `people`."),
            ("""{ paths(from: { type: State, id: "a1" }, to: { type: Actor, id: "a1" }) { complete } }""", "`from` and `to` of `paths` are both `a1`: give two that differ."),
            ("{ neighbourhood(of: []) { nodes { key } } }", "`of` of `neighbourhood` names 0 nodes: it must be from 1 to 50."),
            ("""{ neighbourhood(of: [{ type: Actor, id: "a9" }]) { nodes { key } } }""", "`of` of `neighbourhood`: no Actor has the id `a9`; look it up with `actors`."),
            ("""{ neighbourhood(of: [{ type: Actor, id: "a0" }], depth: 4) { nodes { key } } }""", "`depth` of `neighbourhood` is 4: it must be from 1 to 3."),
            ("""{ neighbourhood(of: [{ type: Actor, id: "a0" }], perRelationship: 201) { nodes { key } } }""", "`perRelationship` of `neighbourhood` is 201: it must be from 1 to 200."),
            (
                """{ neighbourhood(of: [{ type: Accusation, id: "x" }], fold: ACTS) { nodes { key } } }""",
                "`of` of `neighbourhood` names `x`, which `fold: ACTS` leaves out: name another node, or leave `fold` out."),
        })
            Assert.Equal(sentence, await api.RefusalAsync(query));
        Assert.Contains(
            $"no Actor has the id `{new string('x', 60)}…`",
            await api.RefusalAsync("query ($id: ID!) { accusationChains(from: $id, to: \"a1\") { complete } }", new { id = new string('x', 10_000) }),
            StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task TakesNullForWhatStandsWithoutIt()
    {
        var api = await ApiAsync(Actors(3).Act("x", ["a0"], ["a1"]).Act("y", ["a1"], ["a2"]).Answer("y", "x"));
        Assert.Equal(
            """{"chains":[{"length":2}],"complete":true,"bound":null}""",
            (await api.ValueAsync("""{ accusationChains(from: "a0", to: "a2", where: null, acts: null, directed: null, maxLength: null, lengths: null, limit: null) { chains { length } complete bound } }""")).ToString());
        Assert.Equal(
            """[{"size":2,"acts":[{"depth":0},{"depth":1}]}]""",
            (await api.ValueAsync("{ accusationThreads(where: {}, limit: null, offset: null) { size acts(limit: null, offset: null) { depth } } }")).ToString());
        Assert.Equal("[]", (await api.ValueAsync("{ accusationThreads(limit: 0) { size } }")).ToString());
        Assert.Equal("[]", (await api.ValueAsync("{ accusationThreads(offset: 7) { size } }")).ToString());
        Assert.Equal(
            """{"paths":[],"complete":false,"bound":"LENGTH"}""",
            (await api.ValueAsync("""{ paths(from: { type: Actor, id: "a0" }, to: { type: Actor, id: "a2" }, along: []) { paths { length } complete bound } }""")).ToString());
        Assert.Equal(
            """{"nodes":[{"key":"Person:a0"}],"links":[],"cut":[{"node":"Person:a0"},{"node":"Person:a0"}]}""",
            (await api.ValueAsync("""{ neighbourhood(of: [{ type: Actor, id: "a0" }, { type: Person, id: "a0" }], depth: null, along: []) { nodes { key } links { id } cut { node } } }""")).ToString());
    }

    [StoreFact]
    public async Task AnswersAliasesFragmentsAndTypeNamesInTheirOrder()
    {
        var api = await ApiAsync(Actors(3).Act("x", ["a0"], ["a1"]).Act("y", ["a0"], ["a1"]));
        Assert.Equal(
            """{"__typename":"AccusationChains","why":null,"found":[{"path":[{"them":{"id":"a1","__typename":"State"},"n":2,"one":[{"id":"y"}],"none":[],"accuser":{"__typename":"Person"}}]}],"again":[{"length":1}]}""",
            (await api.ValueAsync("""
                query ($one: Int = 1, $yes: Boolean = true) { accusationChains(from: "a0", to: "a1") { __typename why: bound found: chains { ...f length @skip(if: $yes) } again: chains { length } } }
                fragment f on AccusationChain { path: steps { them: accused { id __typename } n: count one: accusations(limit: $one, sort: [{ id: DESC }]) { id } none: accusations(limit: 0) { id } accuser { __typename } } }
                """)).ToString());
    }

    [StoreFact]
    public async Task GoesThroughWhereNodesComeFromWhenAskedAlone()
    {
        var graph = Actors(3).Act("x", ["a0"], ["a1"]).Act("y", ["a1"], ["a2"]);
        graph.Records.Node("Dataset", ("id", "d"), ("name", "D"))
            .Relationship("FROM", "Person:a0", "Dataset:d").Relationship("FROM", "Organization:a2", "Dataset:d").Relationship("FROM", "Accusation:x", "Dataset:d");
        var api = await ApiAsync(graph);
        const string paths = """query ($to: NodeRef!, $along: [RelationshipName!]) { paths(from: { type: Actor, id: "a0" }, to: $to, along: $along) { paths { nodes { id } } } }""";
        Assert.Equal("""{"paths":[{"nodes":[{"id":"a0"},{"id":"x"},{"id":"a1"},{"id":"y"},{"id":"a2"}]}]}""", await PathsAsync("Actor", "a2", "MADE", "AGAINST"));
        Assert.Equal("""{"paths":[{"nodes":[{"id":"a0"},{"id":"a1"},{"id":"a2"}]}]}""", await PathsAsync("Actor", "a2"));
        Assert.Equal("""{"paths":[{"nodes":[{"id":"a0"},{"id":"d"},{"id":"a2"}]}]}""", await PathsAsync("Actor", "a2", "FROM"));
        Assert.Equal("""{"paths":[{"nodes":[{"id":"a0"},{"id":"d"}]}]}""", await PathsAsync("Dataset", "d"));

        const string around = """query ($of: NodeRef!) { neighbourhood(of: [$of], depth: 2, along: [FROM]) { nodes { id } } }""";
        Assert.Equal("""{"nodes":[{"id":"a0"},{"id":"d"}]}""", (await api.ValueAsync(around, new { of = new { type = "Actor", id = "a0" } })).ToString());
        Assert.Equal(
            """{"nodes":[{"id":"d"},{"id":"a0"},{"id":"a2"},{"id":"x"}]}""",
            (await api.ValueAsync(around, new { of = new { type = "Dataset", id = "d" } })).ToString());

        async Task<string> PathsAsync(string type, string id, params string[] along) =>
            (await api.ValueAsync(paths, new { to = new { type, id }, along = along.Length == 0 ? null : along })).ToString();
    }

    [StoreFact]
    public async Task CutsAClique()
    {
        const int size = 40;
        var graph = Actors(size);
        for (var i = 0; i < size; i++) graph.Act($"x{i}", [$"a{i}"], [.. Enumerable.Range(0, size).Where(other => other != i).Select(other => $"a{other}")]);
        var api = await ApiAsync(graph);
        Assert.Equal(
            """{"chains":[{"length":1},{"length":2},{"length":2}],"complete":false,"bound":"LIMIT"}""",
            (await api.ValueAsync("""{ accusationChains(from: "a0", to: "a1", lengths: 3, maxLength: 8, limit: 3) { chains { length } complete bound } }""")).ToString());
        var around = await api.ValueAsync("""{ neighbourhood(of: [{ type: Actor, id: "a0" }], depth: 3, perRelationship: 5, along: [ACCUSED]) { nodes { key } cut { relationship shown total } } }""");
        Assert.All(
            around.GetProperty("cut").EnumerateArray(),
            cut => Assert.Equal(cut.GetProperty("relationship").GetString() == "MADE" ? 1 : size - 1, cut.GetProperty("total").GetInt32()));
    }

    [StoreFact]
    public async Task CountsTheNeighboursOfWhoHasManyAsOfWhoHasFew()
    {
        var graph = Actors(3);
        for (var i = 0; i < 60; i++) graph.Act($"x{i}", ["a0"], [i < 10 ? "a1" : "a2"]);
        var api = await ApiAsync(graph);
        Assert.Equal(
            """[{"node":"Person:a0","relationship":"ACCUSED","shown":1,"total":2},{"node":"Person:a0","relationship":"MADE","shown":0,"total":60},{"node":"State:a1","relationship":"AGAINST","shown":0,"total":10}]""",
            (await api.ValueAsync("""{ neighbourhood(of: [{ type: Actor, id: "a0" }, { type: Actor, id: "a1" }], along: []) { cut { node relationship shown total } } }""")).GetProperty("cut").ToString());
    }

    [StoreFact]
    public async Task EndsInRings()
    {
        const int size = 30;
        var graph = Actors(size);
        for (var i = 0; i < size; i++) graph.Act($"x{i:00}", [$"a{i}"], [$"a{(i + 1) % size}"]);
        for (var i = 0; i < size; i++) graph.Answer($"x{i:00}", $"x{(i + 1) % size:00}");
        graph.Answer("x07", "x07");
        var api = await ApiAsync(graph);
        const string chains = """query ($to: ID!, $directed: Boolean) { accusationChains(from: "a0", to: $to, maxLength: 8, directed: $directed) { chains { length } bound } }""";
        Assert.Equal("""{"chains":[{"length":8}],"bound":null}""", (await api.ValueAsync(chains, new { to = "a8" })).ToString());
        Assert.Equal("""{"chains":[],"bound":"LENGTH"}""", (await api.ValueAsync(chains, new { to = "a9" })).ToString());
        Assert.Equal("""{"chains":[],"bound":"LENGTH"}""", (await api.ValueAsync(chains, new { to = "a29" })).ToString());
        Assert.Equal("""{"chains":[{"length":1}],"bound":null}""", (await api.ValueAsync(chains, new { to = "a29", directed = false })).ToString());

        // Fifteen steps from the root to the far side, more than are followed one by one.
        var thread = Assert.Single((await api.ValueAsync("""{ accusationThreads(where: { id: { eq: "x20" } }) { root { id } size acts { depth } } }""")).EnumerateArray());
        Assert.Equal(("x00", size), (thread.GetProperty("root").GetProperty("id").GetString(), thread.GetProperty("size").GetInt32()));
        Assert.Equal(size / 2, thread.GetProperty("acts").EnumerateArray().Max(act => act.GetProperty("depth").GetInt32()));
    }

    [StoreFact]
    public async Task TellsNoThreadOfAnActThatAnswersItself()
    {
        var api = await ApiAsync(Actors(2).Act("x", ["a0"], ["a1"]).Answer("x", "x"));
        Assert.Equal("[]", (await api.ValueAsync("{ accusationThreads { size } }")).ToString());
    }

    [StoreFact]
    public async Task CountsARelationshipOfANodeToItselfOnce()
    {
        var api = await ApiAsync(Actors(1).Act("x", ["a0"], ["a0"]));
        Assert.Equal(
            """{"nodes":[{"key":"Person:a0","degree":3}],"links":[{"id":"ACCUSED Person:a0 Person:a0","count":1}],"cut":[]}""",
            (await api.ValueAsync("""{ neighbourhood(of: [{ type: Actor, id: "a0" }], fold: ACTS) { nodes { key degree } links { id count } cut { node } } }""")).ToString());
    }

    [StoreFact]
    public async Task StopsWhereTheRequestIsGivenUp()
    {
        var api = await ApiAsync(Actors(3).Act("x", ["a0"], ["a1"]));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => api.AskAsync(
            """{ accusationChains(from: "a0", to: "a1") { complete } }""", cancellationToken: new(canceled: true)));
    }

    [StoreFact]
    public async Task RunsOnAnotherDomainUnderItsNames()
    {
        var store = await stores.OpenEmptyAsync(Castings);
        var api = await GraphApi.OfAsync(store, new Records(Castings)
            .Node("Player", ("id", "ann"), ("name", "Ann")).Node("Player", ("id", "bo"), ("name", "Bo")).Node("Troupe", ("id", "cy"), ("name", "Cy"))
            .Node("Casting", ("id", "one"), ("day", new DateOnly(1950, 1, 1))).Node("Casting", ("id", "two"))
            .Relationship("DECIDED_BY", "Casting:one", "Player:ann").Relationship("GOT_PART", "Player:bo", "Casting:one")
            .Relationship("DECIDED_BY", "Casting:two", "Player:bo").Relationship("GOT_PART", "Troupe:cy", "Casting:two")
            .Relationship("FOLLOWED_BY", "Casting:one", "Casting:two"));
        Assert.Equal(
            """{"chains":[{"steps":[{"caster":{"name":"Ann"},"player":{"name":"Bo"},"count":1,"castings":[{"id":"one"}]},{"caster":{"name":"Bo"},"player":{"name":"Cy"},"count":1,"castings":[{"id":"two"}]}]}],"complete":true}""",
            (await api.ValueAsync("""{ castingChains(from: "ann", to: "cy") { chains { steps { caster { name } player { name } count castings { id } } } complete } }""")).ToString());
        Assert.Equal(
            """{"chains":[{"steps":[{"caster":{"name":"Ann"}},{"caster":{"name":"Bo"}}]}]}""",
            (await api.ValueAsync("""{ castingChains(from: "ann", to: "cy", where: { id: { in: ["one", "two"] } }) { chains { steps { caster { name } } } } }""")).ToString());
        Assert.Equal(
            """[{"root":{"id":"one"},"first":"1950-01-01","last":"1950-01-01","parties":[{"id":"ann"},{"id":"bo"},{"id":"cy"}],"acts":[{"act":{"id":"one"},"answers":[],"depth":0},{"act":{"id":"two"},"answers":[{"id":"one"}],"depth":1}]}]""",
            (await api.ValueAsync("{ castingThreads { root { id } first last parties { id } acts { act { id } answers { id } depth } } }")).ToString());
        Assert.Equal(
            """{"links":[{"id":"CAST_BY Player:bo Player:ann","count":1,"first":"1950-01-01"},{"id":"CAST_BY Troupe:cy Player:bo","count":1,"first":null}]}""",
            (await api.ValueAsync("""{ neighbourhood(of: [{ type: Artist, id: "bo" }], fold: ACTS) { links { id count first } } }""")).ToString());
        Assert.Equal(
            """{"links":[{"id":"CAST_BY Player:bo Player:ann","count":1}]}""",
            (await api.ValueAsync("""{ neighbourhood(of: [{ type: Artist, id: "bo" }], along: [CAST_BY], where: { id: { eq: "one" } }) { links { id count } } }""")).ToString());
        Assert.Contains("Unknown argument \"acts\" on field \"Query.castingChains\".", await api.RefusalAsync("""{ castingChains(from: "ann", to: "cy", acts: []) { complete } }"""), StringComparison.Ordinal);
        Assert.Contains("Cannot query field \"move\" on type \"CastingThreadAct\".", await api.RefusalAsync("{ castingThreads { acts { move } } }"), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task TellsWhatOthersHaveDamaged()
    {
        await using var store = await stores.OpenEmptyAsync(Ontology.Shipped);
        var api = await GraphApi.OfAsync(store, Actors(3).Act("x", ["a0"], ["a1"]).Act("y", ["a1"], ["a2"]).Answer("y", "x").Records);
        await DamageAsync("saidOn", "'soon'");
        await DamageAsync("confidence", "9e999", "'sure'");
        await DamageAsync("matterTypes", "'{'", "1");
        foreach (var (query, sentence) in new[]
        {
            ("{ accusationTimeline(bucket: DAY) { time } }", "the store holds \"soon\" where a day of the years 1 to 9999 belongs. Correct it in the store."),
            ("{ accusationGroups(by: [{ property: ACT }]) { average(of: CONFIDENCE) } }", "and a finite number was promised."),
        })
            Assert.Contains(sentence, await api.RefusalAsync(query), StringComparison.Ordinal);
        Assert.Equal("[]", (await api.ValueAsync("""{ accusationTimeline(where: { saidOn: { lt: "0001-01-01" } }, bucket: DAY, series: MATTER_TYPES) { series } }""")).ToString());

        await stores.DamageAsync(
            store,
            "PRAGMA foreign_keys = 0; INSERT INTO rel_ANSWERS (__start, __end) SELECT __key, 999 FROM Accusation WHERE id = 'x'; INSERT INTO rel_HELD (__start, __end, __identity) SELECT __key, 999, '' FROM Actor WHERE id = 'a0'",
            "MATCH (x:Accusation {id: 'x'}) CREATE (x)-[:ANSWERS]->(:Stranger) WITH 1 AS one MATCH (a:Person {id: 'a0'}) CREATE (a)-[:HELD]->(:Stranger)");
        foreach (var query in new[] { "{ accusationThreads { parties { id } } }", """{ neighbourhood(of: [{ type: Actor, id: "a0" }]) { nodes { caption } } }""" })
            Assert.StartsWith("A node that this field leads to is not there: ", await api.RefusalAsync(query), StringComparison.Ordinal);

        Task DamageAsync(string property, string sql, string? cypher = null) => stores.DamageAsync(
            store, $"UPDATE Accusation SET {property} = {sql} WHERE id = 'x'", $"MATCH (n:Accusation {{id: 'x'}}) SET n.{property} = {cypher ?? sql}");
    }

    private static WalkGraph Actors(int count) => new(count);

    private async Task<GraphApi> ApiAsync(WalkGraph graph) => await GraphApi.OfAsync(await stores.OpenEmptyAsync(Ontology.Shipped), graph.Records);

    // Every relationship points the other way than in the domain that ships; acts are of one kind.
    private static Ontology Castings { get; } = OntologyReader.Read("""
        interface Artist { id: ID! @unique name: String! casts: [Artist!]! @declareRelationship castBy: [Artist!]! @declareRelationship }
        type Player implements Artist @node(labels: ["Player", "Artist"]) {
          id: ID! @unique name: String!
          castBy: [Artist!]! @relationship(type: "CAST_BY", direction: OUT, properties: "Castings")
          casts: [Artist!]! @relationship(type: "CAST_BY", direction: IN, properties: "Castings")
        }
        type Troupe implements Artist @node(labels: ["Troupe", "Artist"]) {
          id: ID! @unique name: String!
          castBy: [Artist!]! @relationship(type: "CAST_BY", direction: OUT, properties: "Castings")
          casts: [Artist!]! @relationship(type: "CAST_BY", direction: IN, properties: "Castings")
        }
        type Casting @node @act(
          by: "casters", against: "players", on: "day", roles: ["caster", "player"], tally: "casts", answers: "follows"
          threads: "castingThreads", chains: "castingChains"
        ) {
          id: ID! @unique day: Date
          casters: [Artist!]! @relationship(type: "DECIDED_BY", direction: OUT)
          players: [Artist!]! @relationship(type: "GOT_PART", direction: IN)
          follows: [Casting!]! @relationship(type: "FOLLOWED_BY", direction: IN)
        }
        type Castings @relationshipProperties { number: Int! earliest: Date latest: Date }
        """).Ontology!;
}

/// <summary>Actors <c>a0</c>, <c>a1</c>, … (a person, a state, an organization, and so on), and what they do.</summary>
internal sealed class WalkGraph
{
    public WalkGraph(int actors)
    {
        for (var i = 0; i < actors; i++)
        {
            if (i % 3 == 2) Records.Node("Organization", ("id", $"a{i}"), ("name", $"Actor {i}"), ("kind", "OTHER"));
            else Records.Node(Type(i), ("id", $"a{i}"), ("name", $"Actor {i}"));
        }
    }

    public Records Records { get; } = new(Ontology.Shipped);

    public WalkGraph Act(string id, string[] by, string[] against)
    {
        Records.Node("Accusation", ("id", id), ("act", "ACCUSE"), ("matter", "Matter"), ("modality", "ASSERTED"), ("method", "CURATED"), ("confidence", 1.0));
        foreach (var actor in by) Records.Relationship("MADE", End(actor), "Accusation:" + id);
        foreach (var actor in against) Records.Relationship("AGAINST", "Accusation:" + id, End(actor));
        return this;
    }

    public WalkGraph Answer(string answer, string to)
    {
        Records.Relationship("ANSWERS", "Accusation:" + answer, "Accusation:" + to);
        return this;
    }

    private static string Type(int actor) => (actor % 3) switch { 0 => "Person", 1 => "State", _ => "Organization" };

    private static string End(string actor) => $"{Type(int.Parse(actor[1..]))}:{actor}";
}

public sealed class SqliteWalks : WalkContract<SqliteStores>;

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jWalks : WalkContract<Neo4jStoresOfTheSecond>;
