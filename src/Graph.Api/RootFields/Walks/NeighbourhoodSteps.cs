using Graph.Api.Planning;
using Graph.Api.RootFields.Acts;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>
/// The steps of a neighbourhood: of each relationship that is looked at the way out and the way in, one after the other, the
/// relationships in the order of their names.
/// </summary>
internal sealed class NeighbourhoodSteps
{
    private readonly RootPlanning planning;
    private readonly Act? act;
    private readonly TallyRule? tally;
    private readonly IReadOnlyList<RelationshipType> types;
    private readonly StepReader? around;
    private readonly StepReader? between;
    private readonly (StepReader Reader, int[] Numbers)? totals;
    private readonly (QueryPlan Plan, Parameter Keys)? acts;
    private readonly (QueryPlan Plan, Parameter Keys)? matching;

    /// <summary>Plans the statements.</summary>
    public NeighbourhoodSteps(RootPlanning planning)
    {
        this.planning = planning;
        (act, tally) = (planning.Ontology.Act, planning.Ontology.Tally);
        IsFolded = ConstantArgument.Name(planning.Field.Arguments, "fold") == "ACTS";
        IsFiltered = act is not null && planning.Begin().Where(act.Type) is not null;
        types = [.. NodeRefs.Along(planning).Where(type => !IsFolded || !IsOfActsOnly(type)).OrderBy(type => type.Name, StringComparer.Ordinal)];
        if (types.Count == 0) return;
        around = new(planning, statement => All(statement, isEach: false));
        var links = Enumerable.Range(0, types.Count).Select(LinkStep).ToArray();
        between = new(planning, statement => [.. Select(links, All(statement, isEach: true))], StepsRead.Between);

        // Of what leads to acts of which only some are there, the neighbours themselves have to be looked at.
        var counted = Enumerable.Range(0, Count).Where(number => !MayLeaveOut(number)).ToArray();
        if (counted.Length > 0)
            totals = (new(planning, statement => [.. Select(counted, All(statement, isEach: false))], StepsRead.Totals), counted);
        if (Enumerable.Range(0, Count).All(number => !MayLeaveOut(number))) return;
        acts = Acts(null);
        if (IsFiltered) matching = Acts(statement => statement.Where(act!.Type));
    }

    /// <summary>Acts are left out.</summary>
    public bool IsFolded { get; }

    /// <summary>Only some acts are there.</summary>
    public bool IsFiltered { get; }

    /// <summary>How many steps there are: two of each relationship.</summary>
    public int Count => 2 * types.Count;

    /// <summary>The statements.</summary>
    public IEnumerable<QueryPlan> Queries =>
        new[] { around?.Query, between?.Query, totals?.Reader.Query, acts?.Plan, matching?.Plan }.OfType<QueryPlan>();

    /// <summary>The relationship of a step.</summary>
    public RelationshipType Type(int number) => types[number / 2];

    /// <summary>The direction of a step.</summary>
    public static Direction DirectionOf(int number) => number % 2 == 0 ? Direction.Out : Direction.In;

    /// <summary>What a step may lead to.</summary>
    public IReadOnlyList<NodeType> EndsOf(int number) => DirectionOf(number) == Direction.Out ? Type(number).Ends : Type(number).Starts;

    /// <summary>A step is of the tally, so that each row says how often and when.</summary>
    public bool IsTally(int number) => Type(number) == tally?.Relationship;

    /// <summary>The neighbours of nodes, by node and step; each once.</summary>
    /// <param name="run">The run.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="named">The nodes that are there whatever they are.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<Dictionary<(long Node, int Step), List<(long Node, long Count)>>> NeighboursAsync(
        TogetherRun run, IReadOnlyCollection<long> nodes, IReadOnlySet<long> named, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(long, int), List<(long Node, long Count)>>();
        if (around is null) return found;
        await around.ReadAsync(
            run,
            nodes,
            row =>
            {
                if (!found.TryGetValue((row.Near, row.Number), out var neighbours)) found.Add((row.Near, row.Number), neighbours = []);
                neighbours.Add((row.Far, IsTally(row.Number) ? CountOf(row) : 0));
            },
            cancellationToken);
        if (acts is not { } all) return found;

        var asked = found.Where(group => MayLeaveOut(group.Key.Item2)).ToList();
        var candidates = asked.SelectMany(group => group.Value).Select(one => one.Node).Distinct().ToList();
        var leftOut = await AmongAsync(run, all, candidates, cancellationToken);
        if (matching is { } some && !IsFolded) leftOut.ExceptWith(await AmongAsync(run, some, [.. leftOut], cancellationToken));
        leftOut.ExceptWith(named);
        foreach (var (group, neighbours) in asked)
            if (neighbours.RemoveAll(one => leftOut.Contains(one.Node)) > 0 && neighbours.Count == 0) found.Remove(group);
        return found;
    }

    /// <summary>How many neighbours nodes have, by node and step, where they have any.</summary>
    public async ValueTask<Dictionary<(long Node, int Step), long>> TotalsAsync(
        TogetherRun run, IReadOnlyCollection<long> nodes, IReadOnlySet<long> named, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(long, int), long>();
        if (acts is not null)
            foreach (var (group, neighbours) in await NeighboursAsync(run, nodes, named, cancellationToken)) found[group] = neighbours.Count;
        else if (totals is { } counted)
            await counted.Reader.ReadAsync(run, nodes, row => found.Add((row.Near, counted.Numbers[row.Number]), row.Far), cancellationToken);
        return found;
    }

    /// <summary>The relationships between nodes, each way out, one row for each of several parallel ones.</summary>
    public ValueTask LinksAsync(TogetherRun run, IReadOnlyCollection<long> nodes, Action<StepRow> take, CancellationToken cancellationToken) =>
        between is null
            ? ValueTask.CompletedTask
            : between.ReadAsync(
                run,
                nodes,
                row =>
                {
                    var isOut = LinkStep(row.Number) % 2 == 0;
                    take(new(2 * row.Number, isOut ? row.Near : row.Far, isOut ? row.Far : row.Near, row.Others));
                },
                cancellationToken);

    /// <summary>How often the acts that a tally counts were done.</summary>
    public static long CountOf(StepRow row) => long.TryParse(row.Others[0], out var count) ? count : 0;

    // From acts, of which each has few relationships, to actors, of which some have thousands.
    private int LinkStep(int type)
    {
        var isIn = act is not null && types[type].Ends.Contains(act.Type) && !types[type].Starts.Contains(act.Type);
        return 2 * type + (isIn ? 1 : 0);
    }

    private bool IsOfActsOnly(RelationshipType type) => type.Starts.All(start => start == act!.Type) || type.Ends.All(end => end == act!.Type);

    private bool MayLeaveOut(int number) =>
        (IsFolded || IsFiltered) && !IsTally(number) && EndsOf(number).Contains(act!.Type);

    private List<Step> All(StatementPlanning statement, bool isEach)
    {
        var steps = new List<Step>();
        for (var number = 0; number < Count; number++)
        {
            var (type, direction) = (Type(number), DirectionOf(number));
            if (!IsTally(number)) steps.Add(new RelationshipStep(type, direction) { IsEach = isEach });
            else if (!IsFiltered) steps.Add(new RelationshipStep(type, direction) { Carried = [tally!.Count, tally.First, tally.Last] });
            else
            {
                var isOut = direction == tally!.Field.Direction;
                steps.Add(new ActStep(act!, isOut ? Direction.Out : Direction.In, Counted(statement)) { IsFigured = true });
            }
        }

        return steps;
    }

    private Filter? Counted(StatementPlanning statement)
    {
        List<Filter> conditions = [statement.Where(act!.Type)!];
        if (ChosenActs.IsCounted(act, statement.Parameters) is { } counted) conditions.Add(counted);
        return Conjunction.AsOne(conditions);
    }

    private static IEnumerable<Step> Select(IEnumerable<int> numbers, List<Step> all) => numbers.Select(number => all[number]);

    private (QueryPlan, Parameter) Acts(Func<StatementPlanning, Filter?>? where)
    {
        var statement = planning.Begin();
        var keys = NodeParts.Keys(statement);
        var query = new LookupQuery(
            keys, [new(act!.Type, new([new NodeKeyColumn()])) { Where = where?.Invoke(statement) }], statement.Parameters.Parameters);
        return (statement.Plan(query, (asked, cost) => cost.Answer(asked, Limits.MaxNeighbourhoodNodes)), keys);
    }

    private static async ValueTask<HashSet<long>> AmongAsync(
        TogetherRun run, (QueryPlan Plan, Parameter Keys) query, IReadOnlyCollection<long> nodes, CancellationToken cancellationToken)
    {
        if (nodes.Count == 0) return [];
        var rows = new KeyRows(isPositioned: true);
        await run.ReadAsync(query.Plan, rows, cancellationToken, (query.Keys, NodeParts.Boxed(nodes)));
        return [.. rows.Keys];
    }
}
