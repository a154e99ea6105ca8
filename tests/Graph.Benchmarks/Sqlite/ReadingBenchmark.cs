using System.Diagnostics;
using Graph.GraphQL.Execution;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite;

namespace Graph.Benchmarks.Sqlite;

/// <summary>The questions of a dashboard put to the store alone, on one thread, beside the figures of the design.</summary>
internal static class ReadingBenchmark
{
    private static readonly Ontology Domain = Ontology.Shipped;

    public static async Task RunAsync(string path, TextWriter output, bool showsStatements)
    {
        await using var store = await SqliteStore.OpenAsync(path, Domain);
        foreach (var (name, goal_ms, query, values) in Questions())
        {
            var compiled = store.Compile(query);
            if (showsStatements) await output.WriteLineAsync(compiled.Statement);
            var rows = new RowCounter();
            for (var i = 0; i < 5; i++) await store.ReadAsync(compiled, values, rows, CancellationToken.None);
            var times = new List<double>();
            rows.Rows = 0;
            var whole = Stopwatch.StartNew();
            while (whole.ElapsedMilliseconds < 1000 && times.Count < 20_000)
            {
                var watch = Stopwatch.StartNew();
                await store.ReadAsync(compiled, values, rows, CancellationToken.None);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            times.Sort();
            var median = times[times.Count / 2];
            await output.WriteLineAsync($"{name,-24} p50 {median,8:0.0000} ms  best {times[0],8:0.0000} ms  goal {goal_ms,6} ms  ratio {times[0] / goal_ms:0.00}  rows {rows.Rows / times.Count} bytes {rows.Bytes}");
        }
    }

    private static IEnumerable<(string Name, double Goal_ms, LogicalQuery Query, object?[] Values)> Questions()
    {
        var (first, second) = (new Parameter(0, ScalarKind.Id), new Parameter(1, ScalarKind.Id));
        var actor = Select(new TypeColumn(), Get("Actor.name"));
        var latest = new SortKey[] { Sort("Accusation.saidOn", descending: true), Sort("Accusation.id") };
        var short3 = new[] { Get("Accusation.id"), Get("Accusation.matter"), Get("Accusation.saidOn") };
        yield return ("point", 0.006, new ListQuery(Type("Accusation"), Is("Accusation.id", first), [Sort("Accusation.id")], Page.Whole, Select([.. short3, List("Accusation.accusers", actor), List("Accusation.accused", actor)]), [first]), ["acc-4242"]);
        yield return ("dossier of an actor", 2, new ListQuery(
            Type("Person"), Is("Person.id", first), [Sort("Person.id")], Page.Whole,
            Select(Get("Person.name"), new RelatedListColumn(
                Field("Person.made"), null, latest, new(Limit: new(1, ScalarKind.Int)),
                Select([.. short3, List("Accusation.accused", actor), List("Accusation.evidence", Select(
                    Get("Evidence.quote"), new RelatedOneColumn(Field("Evidence.document"), Select(Get("Document.title"), Get("Document.url")))))]))), [first]), ["actor-0", 20]);
        yield return ("latest page", 0.03, new ListQuery(Type("Accusation"), null, latest, new(Limit: new(0, ScalarKind.Int), Probe: true), Select(short3), []), [20]);
        yield return ("latest page, connection", 0.03, new ConnectionQuery(Type("Accusation"), null, new(new(latest, new(Limit: new(0, ScalarKind.Int), Probe: true), Select(short3)), true, []), []), [20]);
        yield return ("about an event", 0.3, new ListQuery(
            Type("Accusation"), new Exists(Field("Accusation.about"), Is("Event.name", first)), latest, new(Limit: new(1, ScalarKind.Int)),
            Select([.. short3, List("Accusation.accusers", Select(Get("Actor.name"))), List("Accusation.accused", Select(Get("Actor.name")))]), []), ["Event 3", 10]);
        yield return ("about a rare event", 0.3, new ListQuery(
            Type("Accusation"), new Exists(Field("Accusation.about"), Is("Event.name", first)), latest, new(Limit: new(1, ScalarKind.Int)),
            Select([.. short3, List("Accusation.accusers", Select(Get("Actor.name"))), List("Accusation.accused", Select(Get("Actor.name")))]), []), ["Event 480", 10]);
        yield return ("between two", 3, new ListQuery(
            Type("Accusation"), new AllOf([new Exists(Field("Accusation.accusers"), Is("Actor.id", first)), new Exists(Field("Accusation.accused"), Is("Actor.id", second))]),
            [Sort("Accusation.saidOn"), Sort("Accusation.id")], new(Limit: new(2, ScalarKind.Int)),
            Select([.. short3, List("Accusation.evidence", Select(Get("Evidence.quote"), new RelatedOneColumn(Field("Evidence.document"), Select(Get("Document.title"), new RelatedOneColumn(Field("Document.publisher"), Select(Get("Organization.name")))))))]), []), ["actor-0", "actor-7", 50]);
        yield return ("count by filter", 22, new ConnectionQuery(
            Type("Accusation"),
            new AllOf([Is("Accusation.saidOn", new(0, ScalarKind.Date), ComparisonOperator.GreaterOrEqual), Is("Accusation.saidOn", new(1, ScalarKind.Date), ComparisonOperator.Less)]),
            new(null, true, [new(AggregateFunction.CountNodes, null), new(AggregateFunction.Average, Property("Accusation.confidence"))]), []), [new DateOnly(2023, 1, 1), new DateOnly(2023, 2, 1)]);
        yield return ("who accuses most", 91, new ConnectionQuery(
            Type("Actor"), new Exists(Field("Actor.accuses"), Is("Actor.id", first)),
            new(new([Sort("Actor.name"), Sort("Actor.id")], new(Limit: new(1, ScalarKind.Int), Probe: true), Select(
                new TypeColumn(), Get("Actor.id"), Get("Actor.name"),
                new RelatedConnectionColumn(
                    Field("Actor.accuses"), Is("Actor.id", new(2, ScalarKind.Id, IsList: true), ComparisonOperator.In),
                    new(new([Sort("Actor.id")], new(Limit: new(3, ScalarKind.Int), Probe: true), Select(new PropertyColumn(new(Subject.Edge, Domain.FindRelationship("ACCUSED")!.Properties!.Find("accusations")!)), Get("Actor.name"))), false, [])))), true, []), []), ["actor-1", 10, new object[] { "actor-1", "actor-2" }, 5]);
    }

    private static EntityType Type(string name) => Domain.FindEntity(name)!;

    private static PropertyRef Property(string path) => new(Subject.Node, Type(path.Split('.')[0]).FindProperty(path.Split('.')[1])!);

    private static RelationshipField Field(string path) => Type(path.Split('.')[0]).FindRelationship(path.Split('.')[1])!;

    private static PropertyColumn Get(string path) => new(Property(path));

    private static PropertySort Sort(string path, bool descending = false) => new(Property(path), descending);

    private static Comparison Is(string path, Parameter value, ComparisonOperator comparison = ComparisonOperator.Equal) => new(Property(path), comparison, value);

    private static Selection Select(params Column[] columns) => new(columns);

    private static RelatedListColumn List(string field, Selection selection) => new(Field(field), null, [Sort(Field(field).Target.Name + ".id")], Page.Whole, selection);

    /// <summary>Copies every row, as a response does, and counts.</summary>
    private sealed class RowCounter : IRowConsumer
    {
        private readonly ResponseBuffer buffer = new(64 * 1024);

        public long Rows { get; set; }

        public int Bytes { get; private set; }

        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            buffer.Truncate(0);
            row.WriteScalar(buffer, ScalarKind.String);
            Bytes = buffer.Length;
            Rows++;
        }
    }
}
