using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Benchmarks.Sqlite;

/// <summary>A question as the API would put it.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="Goal_ms">The figure of the design for one thread, in milliseconds.</param>
/// <param name="Query">The logical query.</param>
/// <param name="Values">The values of its parameters.</param>
internal sealed record Question(string Name, double Goal_ms, LogicalQuery Query, object?[] Values);

/// <summary>The questions of a dashboard.</summary>
internal static class Questions
{
    private static readonly Ontology Domain = Ontology.Shipped;

    public static IEnumerable<Question> All()
    {
        var (first, second) = (new Parameter(0, ScalarKind.Id), new Parameter(1, ScalarKind.Id));
        var actor = Select(new TypeColumn(), Get("Actor.name"));
        var latest = new SortKey[] { Sort("Accusation.saidOn", descending: true), Sort("Accusation.id") };
        var short3 = new[] { Get("Accusation.id"), Get("Accusation.matter"), Get("Accusation.saidOn") };
        yield return new("point", 0.006, new ListQuery(
            Type("Accusation"),
            Is("Accusation.id", first),
            [Sort("Accusation.id")],
            Page.Whole,
            Select([.. short3, List("Accusation.accusers", actor), List("Accusation.accused", actor)]),
            [first]), ["acc-4242"]);
        yield return new("dossier of an actor", 2, new ListQuery(
            Type("Person"), Is("Person.id", first), [Sort("Person.id")], Page.Whole,
            Select(Get("Person.name"), new RelatedListColumn(
                Field("Person.made"), null, latest, new(Limit: new(1, ScalarKind.Int)),
                Select([.. short3, List("Accusation.accused", actor), List("Accusation.evidence", Select(
                    Get("Evidence.quote"), new RelatedOneColumn(
                        Field("Evidence.document"),
                        Select(Get("Document.title"), Get("Document.url")))))]))), [first]), ["actor-0", 20]);
        yield return new(
            "latest page",
            0.03,
            new ListQuery(Type("Accusation"), null, latest, new(Limit: new(0, ScalarKind.Int), Probe: true), Select(short3), []),
            [20]);
        yield return new("latest page, connection", 0.03, new ConnectionQuery(
            Type("Accusation"),
            null,
            new(new(latest, new(Limit: new(0, ScalarKind.Int), Probe: true), Select(short3)), true, []),
            []), [20]);
        yield return new("about an event", 0.3, new ListQuery(
            Type("Accusation"), new Exists(Field("Accusation.about"), Is("Event.name", first)), latest, new(Limit: new(1, ScalarKind.Int)),
            Select(
                [.. short3, List("Accusation.accusers", Select(Get("Actor.name"))), List(
                    "Accusation.accused",
                    Select(Get("Actor.name")))]), []), ["Event 3", 10]);
        yield return new("about a rare event", 0.3, new ListQuery(
            Type("Accusation"), new Exists(Field("Accusation.about"), Is("Event.name", first)), latest, new(Limit: new(1, ScalarKind.Int)),
            Select(
                [.. short3, List("Accusation.accusers", Select(Get("Actor.name"))), List(
                    "Accusation.accused",
                    Select(Get("Actor.name")))]), []), ["Event 480", 10]);
        yield return new("between two", 3, new ListQuery(
            Type("Accusation"), new AllOf(
                [new Exists(Field("Accusation.accusers"), Is("Actor.id", first)), new Exists(Field("Accusation.accused"), Is("Actor.id", second))]),
            [Sort("Accusation.saidOn"), Sort("Accusation.id")], new(Limit: new(2, ScalarKind.Int)),
            Select([.. short3, List("Accusation.evidence", Select(Get("Evidence.quote"), new RelatedOneColumn(
                Field("Evidence.document"),
                Select(
                    Get("Document.title"),
                    new RelatedOneColumn(Field("Document.publisher"), Select(Get("Organization.name")))))))]), []), ["actor-0", "actor-7", 50]);
        yield return new("count by filter", 22, new ConnectionQuery(
            Type("Accusation"),
            new AllOf([Is("Accusation.saidOn", new(0, ScalarKind.Date), ComparisonOperator.GreaterOrEqual), Is(
                "Accusation.saidOn",
                new(1, ScalarKind.Date),
                ComparisonOperator.Less)]),
            new(
                null,
                true,
                [new(AggregateFunction.CountNodes, null), new(AggregateFunction.Average, Property("Accusation.confidence"))]), []), [new DateOnly(
                    2023,
                    1,
                    1), new DateOnly(2023, 2, 1)]);
        yield return new("who accuses most", 91, new ConnectionQuery(
            Type("Actor"), new Exists(Field("Actor.accuses"), Is("Actor.id", first)),
            new(new([Sort("Actor.name"), Sort("Actor.id")], new(Limit: new(1, ScalarKind.Int), Probe: true), Select(
                new TypeColumn(), Get("Actor.id"), Get("Actor.name"),
                new RelatedConnectionColumn(
                    Field("Actor.accuses"), Is("Actor.id", new(2, ScalarKind.Id, IsList: true), ComparisonOperator.In),
                    new(new([Sort("Actor.id")], new(Limit: new(3, ScalarKind.Int), Probe: true), Select(
                        new PropertyColumn(new(Subject.Edge, Domain.FindRelationship("ACCUSED")!.Properties!.Find("accusations")!)),
                        Get("Actor.name"))), false, [])))), true, []), []), ["actor-1", 10, new object[] { "actor-1", "actor-2" }, 5]);
    }

    private static EntityType Type(string name) => Domain.FindEntity(name)!;

    private static PropertyRef Property(string path) => new(Subject.Node, Type(path.Split('.')[0]).FindProperty(path.Split('.')[1])!);

    private static RelationshipField Field(string path) => Type(path.Split('.')[0]).FindRelationship(path.Split('.')[1])!;

    private static PropertyColumn Get(string path) => new(Property(path));

    private static PropertySort Sort(string path, bool descending = false) => new(Property(path), descending);

    private static Comparison Is(string path, Parameter value, ComparisonOperator comparison = ComparisonOperator.Equal) =>
        new(Property(path), comparison, value);

    private static Selection Select(params Column[] columns) => new(columns);

    private static RelatedListColumn List(string field, Selection selection) =>
        new(Field(field), null, [Sort(Field(field).Target.Name + ".id")], Page.Whole, selection);
}
