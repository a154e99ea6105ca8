using Graph.Api.Planning;
using Graph.GraphQL;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>A node that an argument names by its id.</summary>
internal sealed class NamedNode
{
    private readonly string argument;
    private readonly string field;
    private readonly EntityType type;
    private readonly PlannedSource id;

    /// <summary>Plans the search for the node.</summary>
    /// <param name="planning">The root field.</param>
    /// <param name="argument">The argument.</param>
    /// <param name="type">What the node is.</param>
    /// <param name="id">Its id.</param>
    public NamedNode(RootPlanning planning, string argument, EntityType type, PlannedLeaf id)
    {
        (this.argument, field, this.type, this.id) = (argument, planning.Field.Definition.Name, type, id.Source);
        var statement = planning.Begin();
        var named = new Comparison(new(Subject.Node, type.Id), ComparisonOperator.Equal, statement.Parameters.Add(id, ScalarKind.Id));
        var query = new ListQuery(type, named, [], Page.Whole, new([new NodeKeyColumn()]), statement.Parameters.Parameters);
        Query = statement.Plan(query, (asked, cost) => cost.Find(type, asked.Where, [], Page.Whole));
    }

    /// <summary>What arguments or an input name, where the schema demands it.</summary>
    public static PlannedLeaf Leaf(PlannedObject given, string name) =>
        given.TryGet(name, out var id) && id is PlannedLeaf leaf ? leaf : throw new InvalidOperationException($"There is no `{name}`.");

    /// <summary>The statement.</summary>
    public QueryPlan Query { get; }

    /// <summary>What it may be.</summary>
    public IReadOnlyList<NodeType> Types => type.ConcreteTypes;

    /// <summary>It may be one that only says where others come from.</summary>
    public bool MayBeProvenance => type.ConcreteTypes.Any(concrete => concrete.IsProvenance);

    /// <summary>The id that was given.</summary>
    public string Id(TogetherRun run) => (string)id.Resolve(run.Execution.Variables)!;

    /// <summary>Finds the node's key.</summary>
    /// <exception cref="GraphQLException">There is no such node.</exception>
    public async ValueTask<long> FindAsync(TogetherRun run, CancellationToken cancellationToken)
    {
        var rows = new KeyRows();
        await run.ReadAsync(Query, rows, cancellationToken);
        return rows.Keys is [var key, ..] ? key : throw new GraphQLException(ApiMessages.NoSuchNode(argument, field, type, Id(run)));
    }
}
