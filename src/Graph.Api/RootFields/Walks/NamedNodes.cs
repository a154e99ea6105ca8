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
    private readonly IReadOnlyList<IReadOnlyList<QueryPlan>> alone = [];

    /// <summary>Plans the statements.</summary>
    /// <param name="planning">The root field.</param>
    /// <param name="argument">The argument.</param>
    /// <param name="given">What it names: inputs of <see cref="NodeRefs.Input"/>.</param>
    public NamedNodes(RootPlanning planning, string argument, IEnumerable<PlannedObject> given)
    {
        (this.argument, field, ontology) = (argument, planning.Field.Definition.Name, planning.Ontology);
        this.given = [.. given.Select(node => (NodeRefs.TypeOf(planning, node), NamedNode.Leaf(node, "id").Source))];
        Queries =
        [
            .. this.given.GroupBy(node => node.Type, node => node.Id).SelectMany(ids => Each(ids.Key, [.. ids])),
        ];
        if (this.given.Count > 1) alone = [.. this.given.Select(node => Each(node.Type, [node.Id]))];

        List<QueryPlan> Each(EntityType type, IReadOnlyList<PlannedSource> ids) =>
            [.. NodeNames.Alike(ontology, type.ConcreteTypes).Select(like => Find(planning, like, ids))];
    }

    /// <summary>The statements.</summary>
    public IReadOnlyList<QueryPlan> Queries { get; }

    /// <summary>Finds the nodes: their names by their keys.</summary>
    /// <exception cref="GraphQLException">There is no such node.</exception>
    public async ValueTask<Dictionary<long, NodeName>> FindAsync(TogetherRun run, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(Queries, run, cancellationToken);
        for (var i = 0; i < given.Count; i++)
        {
            var (type, source) = given[i];
            var id = (string)source.Resolve(run.Execution.Variables)!;
            if (found.Values.Any(name => name.Id == id && type.ConcreteTypes.Contains(name.Type))) continue;

            // Another node may stand for the one that is named: whatever is found by its id alone.
            var byIt = given.Count == 1 ? found : await ReadAsync(alone[i], run, cancellationToken);
            if (!byIt.Values.Any(name => type.ConcreteTypes.Contains(name.Type)))
                throw new GraphQLException(ApiMessages.NoSuchNode(argument, field, type, id));
        }

        return found;
    }

    private async ValueTask<Dictionary<long, NodeName>> ReadAsync(
        IReadOnlyList<QueryPlan> queries, TogetherRun run, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, NodeName>();
        using var rows = new Rows(ontology, found);
        foreach (var query in queries) await run.ReadAsync(query, rows, cancellationToken);
        return found;
    }

    private static QueryPlan Find(RootPlanning planning, EntityType type, IReadOnlyList<PlannedSource> ids)
    {
        var statement = planning.Begin();
        var list = statement.Parameters.Add(new IdsSource(ids), ScalarKind.Id, isList: true);
        var named = new Comparison(new(Subject.Node, type.Id), ComparisonOperator.In, list);
        var query = new ListQuery(type, named, [], Page.Whole, NodeNames.Keyed(type), statement.Parameters.Parameters);
        return statement.Plan(query, (asked, cost) => cost.Find(type, asked.Where, [], Page.Whole));
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
