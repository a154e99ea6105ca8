using Graph.Model.Changes;
using Graph.Model.Records;
using Graph.Model.Stores;

namespace Graph.Api.Tests.RootFields;

public sealed class ChangesOfTheGraph
{
    private static readonly DateTimeOffset Then = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly TestApi api = new();

    // Of the first run, which began with an empty graph, only that records are there is kept.
    public ChangesOfTheGraph()
    {
        var (first, second) = (new ChangeRecorder(1, Then) { IsFirst = true }, new ChangeRecorder(2, Then.AddHours(1)));
        var batch = new RecordBatch();
        var type = api.Store.Ontology.FindNodeType("State")!;
        var cells = new Cell[type.Properties.Count];
        cells[type.Id.Ordinal] = batch.AddText("utopia");
        batch.AddNode(type, cells, default);
        first.Added(batch, batch.Nodes[0], 0, Cell.Null);
        second.Changed(new(RecordKind.Node, "State", "utopia"), new("""{"name":"Utopia"}""", null), new("""{"name":"U \"topia\"","iso3":"UTO"}""", "1"));
        second.Changed(new(RecordKind.Node, "State", "utopia"), new("""{"name":"U"}""", "1"), new("""{"name":"U"}""", "2"));
        second.Removed(
            new(RecordKind.Relationship, "MADE", "utopia", "a1") { StartType = "State", EndType = "Accusation" }, new("""{"surface":"it"}""", null));
        api.Store.Changes = [Chunk(first, 1), Chunk(second, 2)];
    }

    [Fact]
    public void AreToldInOrderWithWhatIsDifferent() => Assert.Equal(
        """{"data":{"changes":{"nodes":[{"run":"1","at":"2026-01-02T03:04:05.000Z","kind":"ADDED","type":"State","id":"utopia","start":null,"values":null},{"run":"2","at":"2026-01-02T04:04:05.000Z","kind":"CHANGED","type":"State","id":"utopia","start":null,"values":[{"name":"iso3","from":null,"to":"\"UTO\""},{"name":"name","from":"\"Utopia\"","to":"\"U \\\"topia\\\"\""}]},{"run":"2","at":"2026-01-02T04:04:05.000Z","kind":"REMOVED","type":"MADE","id":null,"start":{"__typename":"ChangedNode","id":"utopia","type":"State"},"values":[{"name":"surface","from":"\"it\"","to":null}]}],"pageInfo":{"hasNextPage":false}}}}""",
        api.Ask("{ changes { nodes { run at kind type id start { __typename id type } values { name from to } } pageInfo { hasNextPage } } }"));

    [Fact]
    public void AreToldAPageAtATimeAndByType()
    {
        var (one, end) = (ChangeCursor.Of(1, api.Store.Changes[0]), ChangeCursor.Of(4, api.Store.Changes[1]));
        Assert.Equal(
            """{"data":{"a":{"edges":[{"cursor":"ONE","node":{"kind":"ADDED"}}],"next":"ONE","end":"END","pageInfo":{"hasNextPage":true,"hasPreviousPage":false,"startCursor":"ONE","endCursor":"ONE"}},"b":{"nodes":[{"kind":"CHANGED"}],"next":"END"},"c":{"nodes":[{"type":"MADE","end":{"id":"a1"}}],"next":"END"},"d":{"nodes":[],"next":"END"}}}"""
                .Replace("ONE", one.ToString(), StringComparison.Ordinal).Replace("END", end.ToString(), StringComparison.Ordinal),
            api.Ask(
                "query ($s: String) { a: changes(first: 1) { edges { cursor node { kind } } next end pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } "
                    + "b: changes(since: $s, first: 1, types: [Actor]) { nodes { kind } next } c: changes(types: [MADE]) { nodes { type end { id } } next } "
                    + "d: changes(types: [Document, AGAINST]) { nodes { id } next } }",
                $$"""{"s":"{{one}}"}"""));
    }

    [Fact]
    public void ACursorThatMissesSomethingIsRefusedWithHowToBeginAnew()
    {
        var (one, all) = (ChangeCursor.Of(1, api.Store.Changes[0]), api.Store.Changes);
        api.Store.Changes = [all[1]];
        AssertLost("The changes after this cursor are not kept any more.", one.ToString());
        AssertLost("The changes after this cursor are not kept any more.", "0.00000000");
        AssertLost("This cursor is not of this graph", "2.00000001");
        AssertLost("This cursor is not of this graph", "99.00000001");
        Assert.Contains("\\\"tomorrow\\\" is no cursor of changes", api.Ask("""{ changes(since: "tomorrow") { next } }"""), StringComparison.Ordinal);

        // Whoever has seen everything goes on, and whoever begins anew does so with what is kept.
        Assert.Contains("\"nodes\":[]", api.Ask($$"""{ changes(since: "{{ChangeCursor.Of(4, all[1])}}") { nodes { id } } }"""), StringComparison.Ordinal);
        Assert.Contains("CHANGED", api.Ask("{ changes { nodes { kind } } }"), StringComparison.Ordinal);

        void AssertLost(string sentence, string cursor)
        {
            var answer = api.Ask($$"""{ changes(since: "{{cursor}}") { next } }""");
            Assert.Contains(sentence, answer, StringComparison.Ordinal);
            Assert.Contains("Export the graph anew", answer, StringComparison.Ordinal);
            Assert.Contains("CHANGES_LOST", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("first: 0")]
    [InlineData("first: 1001")]
    public void AreRefusedOutOfBounds(string arguments) =>
        Assert.Contains("`first`", api.Ask($"{{ changes({arguments}) {{ next }} }}"), StringComparison.Ordinal);

    [Fact]
    public void WhatIsDamagedIsToldWithoutAnAddress()
    {
        api.Store.Changes = [api.Store.Changes[0] with { Data = "no chunk"u8.ToArray() }];
        Assert.Contains("STORE_DAMAGED", api.Ask("{ changes { nodes { id } } }"), StringComparison.Ordinal);
        api.Store.Fault = new(StoreFault.Unavailable, "The server at secret is away.");
        Assert.DoesNotContain("secret", api.Ask("{ changes { next } }"), StringComparison.Ordinal);
    }

    private static ChangeChunk Chunk(ChangeRecorder recorder, long first) => Assert.Single(recorder.Take()) with { First = first };
}
