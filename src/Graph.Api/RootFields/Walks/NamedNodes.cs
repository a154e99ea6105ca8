using Graph.Api.Planning;
using Graph.GraphQL;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>
/// Nodes that an argument names by their types and ids, found with what people know them by: a statement for each type that is named.
/// </summary>
internal sealed class NamedNodes
{
    private readonly string argument;
    private readonly string field;
    private readonly Ontology ontology;
    private readonly IReadOnlyList<(EntityType Type, PlannedSource Id)> given;
    private readonly IReadOnlyList<(EntityType Type, IReadOnlyList<PlannedSource> Ids)> groups;
    private readonly IReadOnlyList<IReadOnlyList<QueryPlan>> alone = [];

    /// <summary>Plans the statements.</summary>
    /// <param name="planning">The root field.</param>
    /// <param name="argument">The argument.</param>
    /// <param name="given">What it names: inputs of <see cref="NodeRefs.Input"/>.</param>
    public NamedNodes(RootPlanning planning, string argument, IEnumerable<PlannedObject> given)
    {
        (this.argument, field, ontology) = (argument, planning.Field.Definition.Name, planning.Ontology);
        this.given = [.. given.Select(node => (NodeRefs.TypeOf(planning, node), NamedNode.Leaf(node, "id").Source))];
        groups = [.. this.given.GroupBy(node => node.Type, node => node.Id).SelectMany(ids => Groups(ids.Key, [.. ids]))];
        Queries = [.. groups.Select(group => Find(planning, group))];
        if (this.given.Count > 1)
            alone = [.. this.given.Select(node => Groups(node.Type, [node.Id]).Select(group => Find(planning, group)).ToList())];

        IEnumerable<(EntityType, IReadOnlyList<PlannedSource>)> Groups(EntityType type, IReadOnlyList<PlannedSource> ids) =>
            NodeNames.Alike(ontology, type.ConcreteTypes).Select(like => (like, ids));
    }

    /// <summary>The statements.</summary>
    public IReadOnlyList<QueryPlan> Queries { get; }

    /// <summary>What is named, type by type, for statements that start there.</summary>
    public IEnumerable<(EntityType Type, Func<StatementPlanning, NamedStart> Start)> Starts =>
        groups.Select(group => (group.Type, (Func<StatementPlanning, NamedStart>)(statement => Start(statement, group))));

    /// <summary>Finds the nodes: their names by their keys.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="others">Of each of <see cref="Starts"/> another statement that tells the nodes, or null; none: there is no other.</param>
    /// <exception cref="GraphQLException">There is no such node.</exception>
    public async ValueTask<Dictionary<long, NodeName>> FindAsync(
        TogetherRun run,
        CancellationToken cancellationToken,
        IReadOnlyList<Func<TogetherRun, Dictionary<long, NodeName>, ValueTask>?> others)
    {
        var found = await ReadAsync(Queries, run, cancellationToken, others);
        for (var i = 0; i < given.Count; i++)
        {
            var (type, source) = given[i];
            var id = (string)source.Resolve(run.Execution.Variables)!;
            if (found.Values.Any(name => name.Id == id && type.ConcreteTypes.Contains(name.Type))) continue;

            // Another node may stand for the one that is named: whatever is found by its id alone.
            var byIt = given.Count == 1 ? found : await ReadAsync(alone[i], run, cancellationToken, []);
            if (!byIt.Values.Any(name => type.ConcreteTypes.Contains(name.Type)))
                throw new GraphQLException(ApiMessages.NoSuchNode(argument, field, type, id));
        }

        return found;
    }

    private async ValueTask<Dictionary<long, NodeName>> ReadAsync(
        IReadOnlyList<QueryPlan> queries,
        TogetherRun run,
        CancellationToken cancellationToken,
        IReadOnlyList<Func<TogetherRun, Dictionary<long, NodeName>, ValueTask>?> others)
    {
        var found = new Dictionary<long, NodeName>();
        using var rows = new Rows(ontology, found);
        await run.SideBySideAsync(cancellationToken, [.. queries.Select((query, i) => (Func<TogetherRun, ValueTask>)(one => Read(one, query, i)))]);
        return found;

        ValueTask Read(TogetherRun one, QueryPlan query, int i) =>
            others.ElementAtOrDefault(i) is { } other ? other(one, found) : one.ReadAsync(query, rows, cancellationToken);
    }

    private static QueryPlan Find(RootPlanning planning, (EntityType Type, IReadOnlyList<PlannedSource> Ids) group)
    {
        var statement = planning.Begin();
        var (type, where) = Start(statement, group);
        var query = new ListQuery(type, where, [], Page.Whole, NodeNames.Keyed(type), statement.Parameters.Parameters);
        return statement.Plan(query, (asked, cost) => cost.Find(type, asked.Where, [], Page.Whole));
    }

    private static NamedStart Start(StatementPlanning statement, (EntityType Type, IReadOnlyList<PlannedSource> Ids) group)
    {
        var id = new PropertyRef(Subject.Node, group.Type.Id);
        if (group.Ids is [var one])
            return new(group.Type, new Comparison(id, ComparisonOperator.Equal, statement.Parameters.Add(new RequestSource(one), ScalarKind.Id)));
        var list = statement.Parameters.Add(new IdsSource(group.Ids), ScalarKind.Id, isList: true);
        return new(group.Type, new Comparison(id, ComparisonOperator.In, list));
    }

    /// <summary>Several ids of the request as one list.</summary>
    private sealed record IdsSource(IReadOnlyList<PlannedSource> Ids) : ConvertedSource
    {
        public override object? Resolve(CoercedVariables variables) => Ids.Select(id => id.Resolve(variables)).ToArray();
    }

    private sealed class Rows(Ontology ontology, Dictionary<long, NodeName> found) : IRowConsumer, IDisposable
    {
        private readonly NodeNameReader names = new(ontology);

        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            var (key, name) = names.Read(ref row);
            found.TryAdd(key, name);
        }

        public void Dispose() => names.Dispose();
    }
}
