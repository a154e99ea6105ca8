using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Tests.Walks;

/// <summary>What the questions of walks become in each store, kept in files beside this one.</summary>
public sealed class StatementsOfWalks : IAsyncLifetime
{
    private static readonly Act Act = Ontology.Shipped.Act!;
    private static readonly Parameter Keys = new(0, ScalarKind.BigInt, IsList: true);
    private static readonly Parameter Others = new(1, ScalarKind.BigInt, IsList: true);
    private static readonly Parameter Limit = new(2, ScalarKind.Int);
    private static readonly Parameter Number = new(3, ScalarKind.Float);
    private static readonly IReadOnlyList<Parameter> Parameters = [Keys, Others, Limit, Number];

    private readonly SqliteStores stores = new();

    public static TheoryData<string> Names =>
    [
        "steps-along-relationships", "steps-across-acts", "steps-between", "steps-between-tallied", "component", "component-named",
        "neighbours", "neighbours-named", "neighbours-counted", "neighbours-linked", "lookup", "acts-between",
    ];

    public Task InitializeAsync() => stores.InitializeAsync();

    public Task DisposeAsync() => stores.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ArePrintedAlike(string name)
    {
        var query = PreparedQuery.Of(Ask(name));
        var store = await stores.OpenEmptyAsync(Ontology.Shipped);
        Approved.Match(name + ".sql", store.Compile(query).Statement + "\n");
        Approved.Match(name + ".cypher", new QueryCompiler(Ontology.Shipped).Compile(query).Statement + "\n");
    }

    private static LogicalQuery Ask(string name)
    {
        var (answers, tally) = (Act.Answers!.Relationship, Ontology.Shipped.Tally!);
        var sure = new Comparison(new(Subject.Node, Act.Type.FindProperty("confidence")!), ComparisonOperator.Greater, Number);
        var tallied = new RelationshipStep(tally.Relationship, Direction.Out) { Carried = [tally.Count, tally.First, tally.Last] };
        return name switch
        {
            "steps-along-relationships" => new StepQuery(
                [new RelationshipStep(answers, Direction.Out), new RelationshipStep(Act.By.Relationship, Direction.In), tallied], Keys, Limit,
                    Parameters),
            "steps-across-acts" => new StepQuery(
                [new ActStep(Act, Direction.Out, sure), new ActStep(Act, Direction.In, null) { IsFigured = true }], Keys, Limit, Parameters),
            "steps-between" => new StepQuery([new RelationshipStep(Act.By.Relationship, Direction.Out) { IsEach = true }], Keys, Limit, Parameters) { To = Others },
            "steps-between-tallied" => new StepQuery([tallied], Keys, Limit, Parameters) { To = Others },
            "component" => new ComponentQuery(answers, [Act.Type.Id, Act.On], Keys, null, Parameters),
            "component-named" => new ComponentQuery(
                answers,
                [Act.Type.Id, Act.On, Act.Kind!],
                null,
                new(Act.Type, new Comparison(new(Subject.Node, Act.Type.Id), ComparisonOperator.Equal, Number)),
                Parameters),
            "neighbours-counted" => new NeighbourQuery(
                [.. Around(new NeighboursTold.Number()), new(tally.Relationship, Direction.In, Keys, new NeighboursTold.Number())], Parameters),
            "neighbours-linked" => new NeighbourQuery(Around(new NeighboursTold.Links(Others)), Parameters),
            "neighbours-named" => new NeighbourQuery(
                [
                    new(Act.By.Relationship, Direction.In, null, new NeighboursTold.Strongest(Limit)),
                    new(answers, Direction.Out, null, new NeighboursTold.Strongest(Limit)),
                ],
                Parameters)
            {
                Start = new(Act.Type, new Comparison(new(Subject.Node, Act.Type.Id), ComparisonOperator.Equal, Number)),
                Named = new([new NodeKeyColumn(), new TypeColumn(), new DegreeColumn()]),
            },
            "neighbours" => new NeighbourQuery(Around(new NeighboursTold.Strongest(Limit)), Parameters),
            "lookup" => new LookupQuery(
                Keys,
                [
                    new(Act.By.Target, new([new TypeColumn(), new PropertyColumn(new(Subject.Node, Act.By.Target.Id))])),
                    new(Act.Type, new([new NodeKeyColumn(), new PropertyColumn(new(Subject.Node, Act.Type.Id))])) { Where = sure },
                    new(Ontology.Shipped.FindNodeType("Place")!, new([new DegreeColumn()])),
                ],
                Parameters),
            _ => new BetweenQuery(
                Act,
                Keys,
                Others,
                sure,
                CountsActs: true,
                new([new PropertySort(new(Subject.Node, Act.Type.Id), false)], new(Limit), new([new PropertyColumn(new(Subject.Node, Act.Type.Id))])),
                Parameters),
        };

        NeighbourStep[] Around(NeighboursTold told) =>
        [
            new(Act.By.Relationship, Direction.Out, Keys, told),
            new(answers, Direction.In, Others, told),
            new(tally.Relationship, Direction.Out, Keys, told) { Strength = tally.Count, Carried = [tally.Count] },
            new(Ontology.Shipped.FindRelationship("TOOK_PART_IN")!, Direction.In, Others, told),
        ];
    }
}
