using System.Diagnostics;
using System.Text.Json;
using Graph.Api.Streams;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Responses;
using Graph.Model.Changes;
using Graph.Model.Stores;

namespace Graph.Api.Tests.RootFields;

public sealed class ChangesAsTheyHappen : IAsyncDisposable
{
    private static readonly DateTimeOffset Then = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly RecordingStore store = new(Domains.Accusations);
    private readonly List<IAsyncEnumerator<GraphQLResponse>> open = [];
    private ChangeStreams streams = null!;
    private RequestExecutor executor = null!;
    private long last;

    public ChangesAsTheyHappen() => Begin(times: 100);

    private void Begin(int times, DateTimeOffset? now = null)
    {
        streams = new(store, time: new QuickTime(times, now ?? Then), most: 8);
        executor = new(GraphSchema.Create(store.Ontology, store, new() { Changes = streams }));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in open) await one.DisposeAsync();
        await streams.DisposeAsync();
    }

    [Fact]
    public async Task AreToldOnceInTheirOrderWithTheNodeAsItIs()
    {
        Keep(1, Added("a0"));
        var (events, _) = await ListenAsync("""subscription { accusationsChanged { kind id run cursor values { name from to } node { id matter } } }""");
        store.Rows = ["""["a1","a1","breaking its word"]"""];
        Keep(2, Added("a1"), new(Node("a2"), State("one"), State("two")), new(Node("a3"), State("gone"), null), new(new(RecordKind.Node, "State", "s1"), null, State("no act")));
        Assert.Equal(
            [
                """{"kind":"ADDED","id":"a1","run":"2","cursor":"C2","values":[{"name":"matter","from":null,"to":"\"a1\""}],"node":{"id":"a1","matter":"breaking its word"}}""",
                """{"kind":"CHANGED","id":"a2","run":"2","cursor":"C3","values":[{"name":"matter","from":"\"one\"","to":"\"two\""}],"node":null}""",
                """{"kind":"REMOVED","id":"a3","run":"2","cursor":"C4","values":[{"name":"matter","from":"\"gone\"","to":null}],"node":null}""",
            ],
            await NextAsync(events, 3));
        Assert.Equal(["a1", "a2"], Assert.Single(store.Readings).Values.OfType<IReadOnlyList<object?>>().Single());
    }

    [Fact]
    public async Task AreToldWhenTheirRunHasEndedOrIsOverOtherwise()
    {
        var (events, _) = await ListenAsync("subscription { changed(types: [Accusation]) { id run } }");
        var began = Stopwatch.StartNew();
        Keep(1, isOver: false, Added("a1"));
        var next = NextAsync(events, 1);
        await Task.Delay(100);
        // Where the machine stood still for as long as a run may be quiet by the quick clock, the run was taken for one that was killed.
        var isTold = next.IsCompleted;
        if (began.Elapsed < Limits.QuietRun / 100) Assert.False(isTold, "An unfinished run was told.");
        Keep(2, Added("a2"));
        Assert.Equal(["""{"id":"a1","run":"1"}"""], await next);
        Assert.Equal(["""{"id":"a2","run":"2"}"""], await NextAsync(events, 1));

        // It was killed, and nothing comes after it.
        Keep(3, isOver: false, Added("a3"));
        Assert.Equal(["""{"id":"a3","run":"3"}"""], await NextAsync(events, 1));
    }

    [Fact]
    public async Task OfARunAtWorkAreToldWholeToWhoeverComesMeanwhile()
    {
        Begin(times: 20);
        const string From = "subscription($from: String) { changed(from: $from) { id } }";
        Keep(1, Added("a0"));
        Keep(2, isOver: false, Added("a1"), Added("a2"));
        Keep(2, isOver: false, Added("a3"));
        var (before, within) = (ChangeCursor.Of(1, store.Changes[0]).ToString(), ChangeCursor.Of(2, store.Changes[1]).ToString());
        var (events, from) = await ListenAsync(From);
        Assert.Equal(before, from);
        var (again, _) = await ListenAsync(From, $$"""{"from":"{{before}}"}""");
        var (between, _) = await ListenAsync(From, $$"""{"from":"{{within}}"}""");
        Task<List<string>>[] told = [NextAsync(events, 4), NextAsync(again, 4), NextAsync(between, 3)];
        await Task.Delay(300);
        Assert.DoesNotContain(told, one => one.IsCompleted);
        Keep(2, Added("a4"));
        Assert.Equal(["""{"id":"a1"}""", """{"id":"a2"}""", """{"id":"a3"}""", """{"id":"a4"}"""], await told[0]);
        Assert.Equal(await told[0], await told[1]);
        Assert.Equal((await told[0])[1..], await told[2]);
    }

    [Fact]
    public async Task OfARunThatWasKilledLongAgoAreNoNews()
    {
        Begin(times: 100, Then.AddHours(1));
        Keep(1, isOver: false, Added("a0"));
        var (events, from) = await ListenAsync("subscription { changed { id } }");
        Assert.Equal(ChangeCursor.Of(1, store.Changes[0]).ToString(), from);
        Keep(2, Added("a1"));
        Assert.Equal(["""{"id":"a1"}"""], await NextAsync(events, 1));
    }

    [Fact]
    public async Task ThoseWhoAskTheSameAreAnsweredTogetherAndOthersByThemselves()
    {
        const string Of = "subscription($name: String) { accusationsChanged(where: { accused: { some: { name: { eq: $name } } } }, kinds: [ADDED]) { id } }";
        var listeners = new List<IAsyncEnumerator<GraphQLResponse>>();
        foreach (var name in (string[])["Utopia", "Utopia", "Utopia", "Atlantis"]) listeners.Add((await ListenAsync(Of, $$"""{"name":"{{name}}"}""")).Events);
        while (streams.Groups > 2) await Task.Delay(10);
        store.Rows = ["""["a2",null]"""];
        Keep(1, Added("a1"), Added("a2"), new(Node("a4"), State("one"), State("two")));
        foreach (var listener in listeners) Assert.Equal(["""{"id":"a2"}"""], await NextAsync(listener, 1));
        Assert.Equal(2, store.Readings.Count);
        Assert.Equal(4, streams.Listeners);
    }

    [Fact]
    public async Task ThoseWhoseConditionsDifferByTheFractionOfASecondAreAnsweredByThemselves()
    {
        foreach (var since in (string[])["2026-01-02T03:04:05.1Z", "2026-01-02T03:04:05.2Z"])
            await ListenAsync("subscription($since: DateTime) { accusationsChanged(where: { importedAt: { gte: $since } }) { id } }", $$"""{"since":"{{since}}"}""");
        Keep(1, Added("a1"));
        for (var waited = 0; waited < 3_000 && store.Readings.Count < 2; waited++) await Task.Delay(10);
        Assert.Equal([100, 200], store.Readings.Select(one => one.Values.OfType<DateTimeOffset>().Single().Millisecond).Order());
    }

    [Fact]
    public async Task GoOnFromACursorAndFromTheLastEventThatWasSeen()
    {
        Keep(1, Added("a1"), Added("a2"));
        Keep(2, Added("a3"));
        const string All = """subscription { changed(from: "0.00000000") { id } }""";
        var (events, from) = await ListenAsync(All);
        Assert.Equal("0.00000000", from);
        Assert.Equal(["""{"id":"a1"}""", """{"id":"a2"}""", """{"id":"a3"}"""], await NextAsync(events, 3));
        (events, _) = await ListenAsync(All, lastEventId: ChangeCursor.Of(2, store.Changes[0]).ToString());
        Assert.Equal(["""{"id":"a3"}"""], await NextAsync(events, 1));
    }

    [Fact]
    public async Task WhoDoesNotReadIsEndedWithTheCursorToGoOnFromAndMissesNothing()
    {
        const int Many = 3 * Limits.WaitingChanges;
        Keep(1, [.. Enumerable.Range(0, Many).Select(number => Added($"a{number}"))]);
        var seen = new List<string>();
        var (from, ended) = ("0.00000000", 0);
        while (seen.Count < Many)
        {
            var (events, _) = await ListenAsync($$"""subscription { changed(from: "{{from}}") { id } }""");
            string? id = from;
            while (seen.Count < Many)
            {
                if (ended == 0 && seen.Count % Limits.WaitingChanges == 0) await Task.Delay(500);
                Assert.True(await events.MoveNextAsync());
                if (events.Current.Status == ResponseStatus.RequestError) break;
                id = events.Current.EventId;
                if (events.Current.Length > 0) seen.Add(events.Current.ToString());
            }

            if (seen.Count == Many) break;
            ended++;
            from = CursorOf(events.Current.ToString());
            Assert.Equal(id, from);
            Assert.False(await events.MoveNextAsync());
        }

        Assert.True(ended > 0, "Nobody was too slow.");
        Assert.Equal(Enumerable.Range(0, Many).Select(number => $"{{\"data\":{{\"changed\":{{\"id\":\"a{number}\"}}}}}}"), seen);
    }

    private static string CursorOf(string refusal)
    {
        var error = JsonDocument.Parse(refusal).RootElement.GetProperty("errors")[0];
        var cursor = error.GetProperty("extensions").GetProperty("cursor").GetString()!;
        Assert.Equal("STREAM_TOO_SLOW", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains($"Subscribe again from: \"{cursor}\"", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        return cursor;
    }

    [Fact]
    public async Task EndWithASentenceWhereTheHistoryIsAnother()
    {
        Keep(1, Added("a1"));
        var (events, _) = await ListenAsync("subscription { changed { id } }");
        store.Changes = [store.Changes[0] with { At = Then.AddHours(7) }];
        Assert.True(await events.MoveNextAsync());
        Assert.Contains("CHANGES_LOST", events.Current.ToString(), StringComparison.Ordinal);
        Assert.Contains("Export the graph anew", events.Current.ToString(), StringComparison.Ordinal);
        Assert.False(await events.MoveNextAsync());
        Assert.Contains("CHANGES_LOST", await RefusalAsync("""subscription { changed(from: "9.00000009") { id } }"""), StringComparison.Ordinal);
        foreach (var none in (string[])["tomorrow", "1.00000001\\u0000"])
            Assert.Contains("is no cursor of changes", await RefusalAsync($$"""subscription { changed(from: "{{none}}") { id } }"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GoOnOverAShortOutage()
    {
        Begin(times: 20);
        var (events, _) = await ListenAsync("subscription { changed { id } }");
        store.Fault = new(StoreFault.Unavailable, "The server at secret is away.");
        await Task.Delay(100);
        store.Fault = null;
        Keep(1, Added("a1"));
        Assert.Equal(["""{"id":"a1"}"""], await NextAsync(events, 1));
    }

    [Fact]
    public async Task EndOverALongOutageWithTheCursor()
    {
        Keep(1, Added("a1"));
        var (events, from) = await ListenAsync("subscription { changed { id } }");
        store.Fault = new(StoreFault.Unavailable, "The server at secret is away.");
        Assert.True(await events.MoveNextAsync());
        Assert.Contains("STORE_UNAVAILABLE", events.Current.ToString(), StringComparison.Ordinal);
        Assert.Contains($"\"cursor\":\"{from}\"", events.Current.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", events.Current.ToString(), StringComparison.Ordinal);
        Assert.False(await events.MoveNextAsync());
    }

    [Fact]
    public async Task AreToldToSoManyAndNoMore()
    {
        for (var i = 0; i < 4; i++) await ListenAsync("subscription { changed { id } }");
        Assert.Contains("TOO_MANY_REQUESTS", await RefusalAsync("subscription { changed { id } }"), StringComparison.Ordinal);
        await open[0].DisposeAsync();
        Assert.Equal(3, streams.Listeners);
        await ListenAsync("subscription { changed { id } }");
        Assert.Contains(
            "Ask `changes` for them from time to time.",
            new TestApi().AskForStream("subscription { changed { id } }"),
            StringComparison.Ordinal);
    }

    private static ChangedRecord Node(string id) => new(RecordKind.Node, "Accusation", id);

    private static RecordState State(string matter) => new($$"""{"matter":"{{matter}}"}""", null);

    private static RecordChange Added(string id) => new(Node(id), null, State(id));

    private void Keep(long run, params RecordChange[] changes) => Keep(run, isOver: true, changes);

    private void Keep(long run, bool isOver, params RecordChange[] changes)
    {
        var recorder = new ChangeRecorder(run, Then.AddMinutes(run));
        foreach (var change in changes)
        {
            if (change.To is { } to) recorder.Changed(change.Record, change.From!, to);
            else recorder.Removed(change.Record, change.From!);
        }

        store.Runs = [new() { Id = run, Command = "import", StartedAt = Then, EndedAt = isOver ? Then : null }, .. store.Runs];
        foreach (var chunk in recorder.Take())
        {
            store.Changes = [.. store.Changes, chunk with { First = last + 1 }];
            last += chunk.Count;
        }
    }

    /// <summary>Begins a stream, and waits until it has begun.</summary>
    private async Task<(IAsyncEnumerator<GraphQLResponse> Events, string? From)> ListenAsync(string document, string? variables = null, string? lastEventId = null)
    {
        var response = await executor.ExecuteAsync(GraphQLRequest.Of(document, variables) with { StreamsAllowed = true, LastEventId = lastEventId });
        Assert.True(response.Events is not null, response.ToString());
        var events = response.Events.GetAsyncEnumerator();
        open.Add(events);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal(0, events.Current.Length);
        return (events, events.Current.EventId);
    }

    private async Task<string> RefusalAsync(string document)
    {
        using var response = await executor.ExecuteAsync(GraphQLRequest.Of(document) with { StreamsAllowed = true });
        Assert.Null(response.Events);
        return response.ToString();
    }

    /// <summary>The next events with data, whose cursors are those that clients are given as their ids.</summary>
    private static async Task<List<string>> NextAsync(IAsyncEnumerator<GraphQLResponse> events, int count)
    {
        var found = new List<string>();
        while (found.Count < count)
        {
            Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60)));
            using var response = events.Current;
            if (response.Length == 0) continue;
            Assert.Equal(ResponseStatus.Success, response.Status);
            var cursor = ChangeCursor.Parse(response.EventId!)!.Value;
            found.Add(JsonDocument.Parse(response.Body).RootElement.GetProperty("data").EnumerateObject().Single().Value.GetRawText()
                .Replace(response.EventId!, $"C{cursor.Number}", StringComparison.Ordinal));
        }

        return found;
    }
}
