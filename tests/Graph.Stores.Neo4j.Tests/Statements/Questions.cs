using Graph.Model.Ontologies;
using Graph.Model.Queries;
using static Graph.Model.Queries.ComparisonOperator;

namespace Graph.Stores.Neo4j.Tests.Statements;

/// <summary>Questions as dashboards and readers put them, by name; each has its approved statement in a file of that name.</summary>
internal static class Questions
{
    private static readonly Dictionary<string, Func<Question, LogicalQuery>> All = new()
    {
        ["point"] = q => q.List("Accusation", q.Equal("Accusation", "id", "acc-4242"), [], Page.Whole, new(
        [
            q.Show("Accusation", "id"), q.Show("Accusation", "matter"), q.Show("Accusation", "saidOn"),
            q.Parties("accusers"), q.Parties("accused"),
        ])),
        ["dossier"] = q => q.List("Person", q.Equal("Person", "id", "actor-0"), [], Page.Whole, new(
        [
            q.Show("Person", "name"),
            new RelatedListColumn(q.Field("Person", "made"), null, q.Latest(), new(q.Value(20)), new(
            [
                q.Show("Accusation", "id"), q.Show("Accusation", "matter"), q.Show("Accusation", "saidOn"), q.Parties("accused"), q.Evidence(),
            ])),
        ])),
        ["latest-page"] = q => q.Connection("Accusation", null, new(
            new(q.Latest(), new(q.Value(20), Probe: true), q.Select("Accusation", "id", "matter", "saidOn")), TotalCount: true, [])),
        ["earliest-page"] = q => q.List(
            "Accusation", null, [q.By("Accusation", "saidOn"), q.By("Accusation", "id")], new(q.Value(10), q.Value(5)), q.Select(
                "Accusation",
                "id",
                "saidOn")),
        ["next-page"] = q => q.Connection("Accusation", null, new(
            new(
                q.Latest(),
                new(q.Value(20), After: new([q.Value(new DateOnly(2025, 1, 2), ScalarKind.Date), q.Value("acc-1", ScalarKind.Id)]), Probe: true),
                q.Select("Accusation", "id", "saidOn")),
            TotalCount: false, [])),
        ["next-page-behind-undated"] = q => q.Connection("Accusation", null, new(
            new(
                q.Latest(),
                new(q.Value(20), After: new([null, q.Value("acc-1", ScalarKind.Id)]), Probe: true),
                q.Select("Accusation", "id", "saidOn")),
            TotalCount: false, [])),
        ["previous-page"] = q => q.Connection("Accusation", null, new(
            new(q.Latest(),
                new(
                    q.Value(20),
                    Before: new([q.Value(new DateOnly(2025, 1, 2), ScalarKind.Date), q.Value("acc-1", ScalarKind.Id)]),
                    FromEnd: true,
                    Probe: true),
                q.Select("Accusation", "id", "saidOn")),
            TotalCount: false, [])),
        ["by-name"] = q => q.List("Person", null, [q.By("Person", "name"), q.By("Person", "id")], new(q.Value(10)), q.Select("Person", "id", "name")),
        ["about-an-event"] = q => q.List(
            "Accusation",
            new AllOf([new Exists(q.Field("Accusation", "about"), q.Equal("Event", "name", "Event 3"))]),
            q.Latest(),
            new(q.Value(10)),
            new(
                [q.Show("Accusation", "id"), q.Show("Accusation", "matter"), q.Show("Accusation", "saidOn"), q.Names("accusers"), q.Names(
                    "accused")])),
        ["between-two"] = q => q.List(
            "Accusation",
            new AllOf(
            [
                new Exists(q.Field("Accusation", "accusers"), q.Equal("Actor", "id", "actor-0")),
                new Exists(q.Field("Accusation", "accused"), q.Equal("Actor", "id", "actor-7")),
            ]),
            [q.By("Accusation", "saidOn"), q.By("Accusation", "id")],
            new(q.Value(50)),
            new([q.Show("Accusation", "id"), q.Show("Accusation", "saidOn"), q.Show("Accusation", "matter"), q.Evidence()])),
        ["named-by-surface"] = q => q.List(
            "Accusation",
            new AllOf(
            [
                new Exists(
                    q.Field("Accusation", "accusers"),
                    new AllOf([q.Equal("Actor", "id", "actor-0"), q.Compare(q.OnEdge("Person", "made", "surface"), Equal, "Kyiv")])),
                new Exists(q.Field("Accusation", "accused"), q.Equal("Actor", "id", "actor-7")),
            ]),
            [], Page.Whole, q.Select("Accusation", "id")),
        ["by-a-name-of-any-kind"] = q => q.List(
            "Accusation",
            new Exists(q.Field("Accusation", "accusers"), q.Equal("Actor", "name", "Actor 12")),
            q.Latest(), new(q.Value(10)), q.Select("Accusation", "id")),
        ["at-a-place"] = q => q.List(
            "Accusation",
            new AllOf(
            [
                new Exists(q.Field("Accusation", "about"), new Exists(q.Field("Event", "places"), q.Equal("Place", "name", "Istanbul"))),
                q.Equal("Accusation", "act", "DENY"),
            ]),
            q.Latest(), new(q.Value(10)), q.Select("Accusation", "id")),
        ["count-by-filter"] = q => q.Connection(
            "Accusation",
            new AllOf([q.Compare(q.On("Accusation", "saidOn"), GreaterOrEqual, new DateOnly(2023, 1, 1)), q.Compare(
                q.On("Accusation", "saidOn"),
                Less,
                new DateOnly(2023, 2, 1))]),
            new(null, TotalCount: true, [new(AggregateFunction.CountNodes, null), new(AggregateFunction.Average, q.On("Accusation", "confidence"))])),
        ["who-accuses-most"] = q => q.Connection(
            "Actor",
            new Exists(q.Field("Actor", "accuses"), q.Equal("Actor", "id", "actor-1")),
            new(
                new([q.By("Actor", "name"), q.By("Actor", "id")], new(q.Value(10), Probe: true), new(
                [
                    new TypeColumn(), q.Show("Actor", "id"), q.Show("Actor", "name"),
                    new RelatedConnectionColumn(
                        q.Field("Actor", "accuses"), q.Compare(q.On("Actor", "id"), In, new object[] { "actor-1", "actor-2" }), new(
                            new([q.By("Actor", "id")], new(q.Value(5), Probe: true), new(
                            [
                                q.ShowEdge("accuses", "accusations"), q.ShowEdge("accuses", "first"), q.ShowEdge("accuses", "last"), q.Show(
                                    "Actor",
                                    "name"),
                            ])),
                            TotalCount: true, [])),
                ])),
                TotalCount: true, [])),
        ["busiest-actors"] = q => q.List(
            "Actor", null, [new RelatedCountSort(q.Field("Actor", "accuses"), true), q.By("Actor", "id")],
            new(q.Value(10), After: new([q.Value(400), q.Value("actor-9", ScalarKind.Id)])),
            new([q.Show("Actor", "name"), new RelatedCountColumn(q.Field("Actor", "accuses")), new RelatedCountColumn(q.Field("Actor", "made"))])),
        ["whole-graph-counted"] = q => q.Connection("Actor", null, new(null, TotalCount: true, [new(AggregateFunction.CountNodes, null)])),
        ["texts-aggregated"] = q => q.Connection("Actor", null, new(null, TotalCount: false,
        [
            new(AggregateFunction.Shortest, q.On("Actor", "name")), new(AggregateFunction.Longest, q.On("Actor", "name")),
            new(AggregateFunction.ShortestLength, q.On("Actor", "name")), new(AggregateFunction.AverageLength, q.On("Actor", "name")),
        ])),
        ["related-aggregated"] = q => q.List("Accusation", q.Equal("Accusation", "id", "acc-1"), [], Page.Whole, new(
        [
            new RelatedConnectionColumn(q.Field("Accusation", "evidence"), null, new(null, true,
            [
                new(AggregateFunction.CountNodes, null), new(AggregateFunction.CountEdges, null), new(
                    AggregateFunction.Sum,
                    q.On("Evidence", "startOffset")),
            ])),
            new RelatedConnectionColumn(q.Field("Accusation", "accusers"), null, new(null, true,
            [
                new(AggregateFunction.CountNodes, null), new(AggregateFunction.Longest, q.OnEdge("Person", "made", "surface")),
            ])),
        ])),
        ["aggregated-inside-lists"] = q => q.List("Claim", null, [q.By("Claim", "id")], Page.Whole, new(
        [
            new PropertyColumn(q.On("Claim", "id")),
            new RelatedListColumn(q.Field("Claim", "accusations"), null, [q.By("Accusation", "id")], Page.Whole, new(
            [
                new PropertyColumn(q.On("Accusation", "id")),
                new RelatedConnectionColumn(
                    q.Field("Accusation", "evidence"),
                    null,
                    new(null, false, [new(AggregateFunction.Max, q.On("Evidence", "startOffset"))])),
            ])),
            new RelatedConnectionColumn(
                q.Field("Claim", "accusations"),
                new AggregateComparison(
                    q.Field("Accusation", "evidence"),
                    new(AggregateFunction.Max, q.On("Evidence", "startOffset")),
                    GreaterOrEqual,
                    q.Value(5)),
                new(null, true, [])),
        ])),
        ["filtered-by-aggregates"] = q => q.List(
            "Claim",
            new AllOf(
            [
                new AggregateComparison(q.Field("Claim", "accusations"), new(AggregateFunction.CountNodes, null), GreaterOrEqual, q.Value(12)),
                new AggregateComparison(
                    q.Field("Claim", "accusations"),
                    new(AggregateFunction.Max, q.On("Accusation", "confidence")),
                    Less,
                    q.Value(0.9, ScalarKind.Float)),
                new Not(new ExistsSingle(q.Field("Claim", "accusations"), q.Equal("Accusation", "act", "DENY"))),
            ]),
            [q.By("Claim", "id")], Page.Whole, q.Select("Claim", "id")),
        ["three-valued"] = q => q.List(
            "Person",
            new Not(new AnyOf(
            [
                q.Compare(q.On("Person", "born"), Less, new DateOnly(1975, 1, 1)),
                q.Compare(q.On("Person", "name"), Contains, "é", caseInsensitive: true),
                q.Compare(q.On("Person", "aliases"), Includes, "alias 5"),
                new NullTest(q.On("Person", "wikidata")),
            ])),
            [q.By("Person", "id")], Page.Whole, q.Select("Person", "id")),
        ["instants"] = q => q.List(
            "Accusation",
            new AnyOf(
            [
                q.Compare(q.On("Accusation", "importedAt"), Equal, new DateTimeOffset(2026, 1, 2, 11, 0, 0, TimeSpan.FromHours(1))),
                q.Compare(q.On("Accusation", "importedAt"), Greater, new DateTimeOffset(2026, 1, 8, 10, 0, 0, TimeSpan.Zero)),
                q.Compare(q.On("Accusation", "importedAt"), In, new object[] { new DateTimeOffset(2026, 1, 3, 10, 0, 0, TimeSpan.Zero) }),
            ]),
            [q.By("Accusation", "id")], new(q.Value(5)), q.Select("Accusation", "id")),
        ["kinds-of-actors"] = q => q.List(
            "Actor",
            new AllOf([new TypeTest([q.Node("Person"), q.Node("State")]), new Not(new TypeTest([q.Node("State")])), q.Compare(
                q.On("Actor", "name"),
                StartsWith,
                "A")]),
            [q.By("Actor", "name"), q.By("Actor", "id")],
            new(q.Value(6)),
            new(
            [
                new TypeColumn(), q.Show("Actor", "name"),
                new PropertyColumn(q.On("Person", "born"), [q.Node("Person")]),
                new PropertyColumn(q.On("Organization", "kind"), [q.Node("Organization")]),
                new RelatedListColumn(
                    q.Field("State", "places"),
                    null,
                    [q.By("Place", "id")],
                    Page.Whole,
                    q.Select("Place", "name"),
                    [q.Node("State")]),
            ])),
        ["edges-in-order"] = q => q.List("Office", null, [q.By("Office", "id")], new(q.Value(5)), new(
        [
            new RelatedConnectionColumn(
                q.Field("Office", "holders"),
                new Not(new NullTest(q.OnEdge("Office", "holders", "until"))),
                new(
                    new([new PropertySort(q.OnEdge("Office", "holders", "since"), true), q.By("Person", "id")], new(q.Value(2), FromEnd: true, Probe: true), new(
                    [
                        new PropertyColumn(q.OnEdge("Office", "holders", "since")), q.Show("Person", "name"),
                    ])),
                    TotalCount: true, [])),
        ])),
    };

    public static IEnumerable<string> Titles => All.Keys;

    public static (LogicalQuery Query, IReadOnlyList<object?> Values) Ask(string name)
    {
        var question = new Question(Ontology.Shipped);
        return (All[name](question), question.Values);
    }

    private static PropertyColumn Show(this Question q, string type, string property) => new(q.On(type, property));

    private static PropertyColumn ShowEdge(this Question q, string field, string property) => new(q.OnEdge("Person", field, property));

    private static SortKey[] Latest(this Question q) => [q.By("Accusation", "saidOn", descending: true), q.By("Accusation", "id")];

    private static RelatedListColumn Parties(this Question q, string field) =>
        new(q.Field("Accusation", field), null, [], Page.Whole, new([new TypeColumn(), q.Show("Actor", "name")]));

    private static RelatedListColumn Names(this Question q, string field) =>
        new(q.Field("Accusation", field), null, [], Page.Whole, q.Select("Actor", "name"));

    private static RelatedListColumn Evidence(this Question q) => new(q.Field("Accusation", "evidence"), null, [], Page.Whole, new(
    [
        q.Show("Evidence", "quote"),
        new RelatedOneColumn(q.Field("Evidence", "document"), new(
        [
            q.Show("Document", "title"),
            new RelatedOneColumn(q.Field("Document", "publisher"), q.Select("Organization", "name")),
        ])),
    ]));
}
