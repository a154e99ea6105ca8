using Graph.Api.Planning;
using Graph.GraphQL;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>Reads what people know nodes by, by a statement for each group of types.</summary>
internal sealed class NodeNames
{
    private readonly Ontology ontology;
    private readonly List<(EntityType Type, QueryPlan Plan, Parameter Keys)> groups = [];

    /// <summary>Plans the statements.</summary>
    /// <param name="planning">The root field.</param>
    /// <param name="types">What the nodes may be.</param>
    /// <param name="hasDegrees">Whether the numbers of their relationships are asked for.</param>
    public NodeNames(RootPlanning planning, IReadOnlyCollection<NodeType> types, bool hasDegrees = false)
    {
        ontology = planning.Ontology;
        foreach (var type in Alike(ontology, types))
        {
            var statement = planning.Begin();
            var keys = NodeParts.Keys(statement);
            var query = new LookupQuery(keys, [new(type, Selected(type, hasDegrees))], statement.Parameters.Parameters);
            groups.Add((type, statement.Plan(query, (asked, cost) => cost.Answer(asked, 1)), keys));
        }
    }

    /// <summary>The statements.</summary>
    public IEnumerable<QueryPlan> Queries => groups.Select(group => group.Plan);

    /// <summary>Reads the names of nodes.</summary>
    /// <param name="run">The run.</param>
    /// <param name="nodes">Their keys.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="possible">What a node may be, where that is known; otherwise any of the types.</param>
    /// <exception cref="GraphQLException">A node is not there any more.</exception>
    public async ValueTask<Dictionary<long, NodeName>> ReadAsync(
        TogetherRun run,
        IReadOnlyCollection<long> nodes,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<long, IReadOnlyList<NodeType>>? possible = null)
    {
        var names = new Dictionary<long, NodeName>();
        if (possible is not null)
            await run.SideBySideAsync(
                cancellationToken,
                [
                    .. groups.Select(group =>
                        (Func<TogetherRun, ValueTask>)(one => AskAsync(one, group, [.. nodes.Where(node => MayBe(node, group))]))),
                ]);

        // Those of which nothing is known, and those that are not what a relationship of their type leads to.
        foreach (var group in groups) await AskAsync(run, group, [.. nodes.Where(node => !names.ContainsKey(node))]);
        return names.Count == nodes.Count ? names : throw new GraphQLException(ApiMessages.ChangedWhileRead);

        async ValueTask AskAsync(TogetherRun one, (EntityType Type, QueryPlan Plan, Parameter Keys) group, long[] asked)
        {
            if (asked.Length == 0) return;
            using var rows = new Rows(ontology, asked, names);
            await one.ReadAsync(group.Plan, rows, cancellationToken, (group.Keys, NodeParts.Boxed(asked)));
        }

        bool MayBe(long node, (EntityType Type, QueryPlan, Parameter) group) =>
            possible.TryGetValue(node, out var types) && types.Any(group.Type.ConcreteTypes.Contains);
    }

    /// <summary>Types as they are asked at once: an interface over whole families where all its types are known by one property.</summary>
    public static IReadOnlyList<EntityType> Alike(Ontology ontology, IReadOnlyCollection<NodeType> types)
    {
        var groups = new List<EntityType>();
        foreach (var family in types.GroupBy(type => type.Family))
        {
            var face = ontology.FindInterfaceOver([.. family]);
            if (face is not null && face.Implementations.All(type => type.Caption.Name == face.Caption.Name)) groups.Add(face);
            else groups.AddRange(family);
        }

        return groups;
    }

    /// <summary>What <see cref="NodeNameReader"/> reads.</summary>
    public static Selection Keyed(EntityType type) => new([new NodeKeyColumn(), .. Selected(type, hasDegrees: true).Columns]);

    private static Selection Selected(EntityType type, bool hasDegrees) => new(
    [
        new TypeColumn(),
        new PropertyColumn(new(Subject.Node, type.Id)),
        new PropertyColumn(new(Subject.Node, type.Caption)),
        .. hasDegrees ? new Column[] { new DegreeColumn() } : [],
    ]);

    private sealed class Rows(Ontology ontology, long[] nodes, Dictionary<long, NodeName> names) : IRowConsumer, IDisposable
    {
        private readonly NodeNameReader reader = new(ontology);

        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            row.EnterList();
            row.MoveNext();
            var node = nodes[row.ReadInt64()];
            row.MoveNext();
            row.EnterList();
            row.MoveNext();
            if (row.ReadNull())
            {
                // Of no type of the ontology: not there.
                row.LeaveList();
                row.LeaveList();
                return;
            }

            names.TryAdd(node, reader.Rest(ref row));
            row.LeaveList();
        }

        public void Dispose() => reader.Dispose();
    }
}
