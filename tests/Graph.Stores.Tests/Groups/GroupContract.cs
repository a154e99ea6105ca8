using System.Text.Json;
using Graph.Api;
using Graph.GraphQL.Execution;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Tests.Groups;

/// <summary>What groups a store answers, held against the same groups worked out in plain C#.</summary>
public abstract class GroupContract<TStores>(string language, int graphs, int questions) : IAsyncLifetime
    where TStores : Stores, new()
{
    private readonly TStores stores = new();

    [StoreFact]
    public async Task AreWhatTheirMeaningSays()
    {
        for (var seed = 0; seed < graphs; seed++)
        {
            var graph = PlainGraph.Of(seed);
            var store = await stores.OpenEmptyAsync(StoreTest.Films);
            Assert.Empty((await Stores.WriteAsync(store, graph.ToRecords())).Refused);

            // What the questions would cost in a large graph is no matter here.
            var executor = new RequestExecutor(GraphSchema.Create(store.Ontology, store), new() { Limits = new() { MaxCost = int.MaxValue } });
            var random = new Random(seed);
            for (var i = 0; i < questions; i++)
            {
                var question = GroupQuestion.Of(random);
                using var response = await executor.ExecuteAsync(GraphQLRequest.Of(question.ToString(), null));
                var (expected, found) = (new PlainGroups(graph, question).Rows(), RowsOf(response.ToString()));
                var at = expected.Zip(found).TakeWhile(pair => pair.First == pair.Second).Count();
                Assert.True(
                    expected.SequenceEqual(found),
                    $"{seed}: {question}\nfrom row {at} of {expected.Length} on\nexpected {expected.ElementAtOrDefault(at)}\nfound {found.ElementAtOrDefault(at)}");
            }
        }
    }

    // A way that ends early once looked at all others of its node: some hundred million looks, where there are this many.
    [StoreFact]
    public async Task AreAnsweredInTimeWhereThousandsOfWaysEndEarly()
    {
        const int early = 20_000;
        var store = await stores.OpenEmptyAsync(StoreTest.Films);
        var records = new Records(StoreTest.Films).Node("Player", ("id", "hub"), ("name", "Ada")).Node("Player", ("id", "far"), ("name", "Bo"));
        for (var i = 0; i < early; i++)
        {
            records.Node("Player", ("id", $"p{i}"), ("name", "Cy"));
            records.Relationship("KNOWS", "Player:hub", $"Player:p{i}");
        }

        records.Relationship("KNOWS", $"Player:p{early - 1}", "Player:far").Relationship("KNOWS", "Player:far", "Player:hub");
        Assert.Empty((await Stores.WriteAsync(store, records)).Refused);
        var executor = new RequestExecutor(GraphSchema.Create(store.Ontology, store), new() { Limits = new() { MaxCost = int.MaxValue } });
        const string ways = "{ groups: playerGroups(by: [{ related: { to: KNOWS, then: [KNOWS] } }], limit: 2) { count keys { text } } "
            + "missing: playerGroups(where: { id: { in: [\"hub\", \"p19999\", \"p8\"] } }, by: [{ related: { to: KNOWS, then: [KNOWS, KNOWS] } }, "
            + "{ related: { to: KNOWN_BY } }], sort: [{ key: { at: 0, order: DESC } }], limit: 1) { count keys { text } } }";
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var response = await executor.ExecuteAsync(GraphQLRequest.Of(ways, null), end.Token);
        Assert.Equal(
            """{"data":{"groups":[{"count":19999,"keys":[{"text":null}]},{"count":1,"keys":[{"text":"Ada"}]}]"""
            + ""","missing":[{"count":1,"keys":[{"text":null},{"text":"Ada"}]}]}}""",
            response.ToString());
    }

    [StoreFact]
    public async Task OfWaysThatAllEndEarlyAreSoonFound()
    {
        var records = new Records(StoreTest.Films);
        for (var player = 0; player < 20; player++) records.Node("Player", ("id", $"p{player}"), ("name", "Ada"));
        for (var film = 0; film < 400; film++)
        {
            records.Node("Film", ("id", $"f{film}"), ("title", "Dawn"));
            for (var player = 0; player < 20; player++) records.Relationship("WORKED_ON", $"Player:p{player}", $"Film:f{film}");
        }

        var store = await stores.OpenEmptyAsync(StoreTest.Films);
        Assert.Empty((await Stores.WriteAsync(store, records)).Refused);
        var executor = new RequestExecutor(GraphSchema.Create(store.Ontology, store), new() { Limits = new() { MaxCost = int.MaxValue } });
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        foreach (var then in new[] { "[ARTISTS, AWARDS]", "[ARTISTS, KNOWS]", "[STUDIO]" })
        {
            using var response = await executor.ExecuteAsync(
                GraphQLRequest.Of($"{{ groups: playerGroups(by: [{{ related: {{ to: FILMS, then: {then} }} }}]) {{ keys {{ id }} count }} }}", null),
                enough.Token);
            Assert.Equal(["[[null],20]"], RowsOf(response.ToString()));
        }
    }

    [StoreFact]
    public async Task AreOneStatement()
    {
        var store = await stores.OpenEmptyAsync(StoreTest.Films);
        var film = store.Ontology.FindNodeType("Film")!;
        Parameter[] parameters = [new(0, ScalarKind.Float), new(1, ScalarKind.Int), new(2, ScalarKind.Int)];
        var rating = new ValueFigure(AggregateFunction.Average, film.FindProperty("rating")!);
        var query = new GroupQuery(
            film,
            null,
            [new RelatedKey([film.FindRelationship("artists")!]), new TimeKey(film.FindProperty("released")!, TimeBucket.Month)],
            IncludeMissing: true,
            new FigureComparison(rating, ComparisonOperator.GreaterOrEqual, parameters[0]),
            [new FigureSort(new CountFigure(), true), new KeySort(0, false), new KeySort(1, false)],
            new(parameters[1], parameters[2]),
            [new GroupKeyColumn(0, KeyPart.Value), new GroupKeyColumn(0, KeyPart.Type), new GroupKeyColumn(1, KeyPart.Value), new FigureColumn(new CountFigure()), new FigureColumn(rating), new FigureColumn(new RelatedFigure(film.FindRelationship("awards")!))],
            parameters);
        Approved.Match("groups" + language, store.Compile(PreparedQuery.Of(query)).Statement + "\n");
    }

    public Task InitializeAsync() => stores.AreAtHand ? stores.InitializeAsync() : Task.CompletedTask;

    public Task DisposeAsync() => stores.DisposeAsync();

    private static string[] RowsOf(string response)
    {
        using var json = JsonDocument.Parse(response);
        if (!json.RootElement.TryGetProperty("data", out var data) || json.RootElement.TryGetProperty("errors", out _)) return [response];
        return [.. data.GetProperty("groups").EnumerateArray().Select(row =>
            $"[{string.Join(",", row.EnumerateObject().SelectMany(field => field.Name == "keys"
                ? field.Value.EnumerateArray().Select(key => $"[{string.Join(",", key.EnumerateObject().Select(part => Compact(part.Value)))}]")
                : [Compact(field.Value)]))}]")];
    }

    // Escapes and numbers as the plain rows have them.
    private static string Compact(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => JsonSerializer.Serialize(value.GetString()),
        JsonValueKind.Number => PlainGroups.Json(value.GetDouble()),
        _ => value.GetRawText(),
    };
}

public sealed class SqliteGroups() : GroupContract<SqliteStores>(".sql", graphs: 6, questions: 250);

// Neo4j plans each of these statements for some tens of milliseconds.
[Collection(Neo4jTurns.First)]
public sealed class Neo4jGroups() : GroupContract<Neo4jStores>(".cypher", graphs: 1, questions: 18);
