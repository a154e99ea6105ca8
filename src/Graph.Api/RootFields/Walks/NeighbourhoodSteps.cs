using Graph.Api.Planning;
using Graph.Api.RootFields.Acts;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>
/// The steps of a neighbourhood: of each relationship that is there the way out and the way in, one after the other, the
/// relationships in the order of their names. Only some of them are walked; links and totals are of all.
/// </summary>
internal sealed class NeighbourhoodSteps
{
    private readonly RootPlanning planning;
    private readonly bool areDaysTold;
    private readonly Act? act;
    private readonly TallyRule? tally;
    private readonly IReadOnlyList<RelationshipType> types;
    private readonly ChosenSteps? walked;
    private readonly ChosenSteps? all;
    private readonly ChosenSteps? links;
    private readonly NeighbourReader? strongest;
    private readonly IReadOnlyList<NeighbourReader?>? strongestOfNamed;
    private readonly (QueryPlan Plan, Parameter Keys)? acts;
    private readonly (QueryPlan Plan, Parameter Keys)? matching;

    /// <summary>Plans the statements.</summary>
    /// <param name="planning">The root field.</param>
    /// <param name="named">The nodes where the walk begins.</param>
    /// <param name="isCutTold">What is left out is told, for which all relationships of the nodes are counted.</param>
    /// <param name="areDaysTold">The days of links are told.</param>
    public NeighbourhoodSteps(RootPlanning planning, NamedNodes named, bool isCutTold, bool areDaysTold)
    {
        (this.planning, this.areDaysTold) = (planning, areDaysTold);
        (act, tally) = (planning.Ontology.Act, planning.Ontology.Tally);
        IsFolded = ConstantArgument.Name(planning.Field.Arguments, "fold") == "ACTS";
        IsFiltered = act is not null && planning.Begin().Where(act.Type) is not null;
        types =
        [
            .. planning.Ontology.RelationshipTypes.Where(type => !IsFolded || !IsOfActsOnly(type)).OrderBy(type => type.Name, StringComparer.Ordinal),
        ];
        var along = NodeRefs.Along(planning);
        var numbers = Enumerable.Range(0, Count).ToArray();
        int[] walks = [.. numbers.Where(number => along.Contains(Type(number)))];
        WalksAll = walks.Length == Count;

        // Of what leads to acts of which only some are there, the neighbours themselves have to be looked at, and with a filter the acts
        // that are counted.
        var whole = numbers.Where(number => !IsFiltered && !MayLeaveOut(number)).ToHashSet();
        IsWhole = whole.Count == Count;
        if (walks.Where(whole.Contains).ToArray() is { Length: > 0 } wholly)
        {
            strongest = new(planning, wholly, NeighboursOver);
            if (walks.All(whole.Contains)) strongestOfNamed = OfNamed(named, wholly);
        }

        var linking = Enumerable.Range(0, types.Count).Select(LinkStep).ToLookup(whole.Contains);
        if (linking[true].Any()) Surrounding = new(planning, isCutTold ? [.. numbers.Where(whole.Contains)] : [], [.. linking[true]], NeighboursOver);
        links = Choose(linking[false], StepsRead.Between);
        walked = Choose(walks.Where(number => !whole.Contains(number)));
        if (isCutTold) all = Choose(numbers.Where(number => !whole.Contains(number)));
        if (!numbers.Any(MayLeaveOut)) return;
        acts = Acts(null);
        if (IsFiltered) matching = Acts(statement => statement.Where(act!.Type));
    }

    /// <summary>Acts are left out.</summary>
    public bool IsFolded { get; }

    /// <summary>Only some acts are there.</summary>
    public bool IsFiltered { get; }

    /// <summary>Every neighbour over every step is there, so that the store says which are the strongest.</summary>
    public bool IsWhole { get; }

    /// <summary>All steps are walked, so that what is walked says how many neighbours there are.</summary>
    public bool WalksAll { get; }

    /// <summary>How many steps there are: two of each relationship.</summary>
    public int Count => 2 * types.Count;

    /// <summary>The statements.</summary>
    public IEnumerable<QueryPlan> Queries =>
        new[]
        {
            strongest?.Query, Surrounding?.Query, walked?.Reader.Query, all?.Reader.Query, links?.Reader.Query, acts?.Plan, matching?.Plan,
        }.Concat((strongestOfNamed ?? []).Select(one => one?.Query)).OfType<QueryPlan>();

    /// <summary>The relationship of a step.</summary>
    public RelationshipType Type(int number) => types[number / 2];

    /// <summary>The direction of a step.</summary>
    public static Direction DirectionOf(int number) => number % 2 == 0 ? Direction.Out : Direction.In;

    /// <summary>What a step may lead to.</summary>
    public IReadOnlyList<NodeType> EndsOf(int number) => DirectionOf(number) == Direction.Out ? Type(number).Ends : Type(number).Starts;

    /// <summary>What a step may lead from.</summary>
    private IReadOnlyList<NodeType> StartsOf(int number) => DirectionOf(number) == Direction.Out ? Type(number).Starts : Type(number).Ends;

    /// <summary>The walk itself tells of a link over a step all that is told of links.</summary>
    public bool TellsLinks(int number) => !areDaysTold || !IsTally(number);

    /// <summary>A step is of the tally, so that each row says how often and when.</summary>
    public bool IsTally(int number) => Type(number) == tally?.Relationship;

    /// <summary>
    /// What reads the strongest neighbours of the nodes where the walk begins, and these, by their names: one for each of
    /// <see cref="NamedNodes.Starts"/>, or null for nodes that have none. Null as a whole where they are asked by their keys, as not every neighbour
    /// is there over what is walked.
    /// </summary>
    public IReadOnlyList<NeighbourReader?>? StrongestOfNamed => strongestOfNamed;

    /// <summary>
    /// What reads how many neighbours nodes have, where it is told what is cut, and the relationships between some: of steps over which every
    /// neighbour is there. Null: there is no such step.
    /// </summary>
    public SurroundingReader? Surrounding { get; }

    /// <summary>The strongest neighbours of nodes over what is walked, of steps over which every one is there.</summary>
    /// <param name="run">The run.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="most">How many over each step.</param>
    /// <param name="known">What is known of nodes; it gains those that are found.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public ValueTask<List<NodeNeighbours>> StrongestAsync(
        TogetherRun run, IReadOnlyCollection<long> nodes, int most, Dictionary<long, NodeName> known, CancellationToken cancellationToken) =>
        strongest?.ReadAsync(run, nodes, most, known, cancellationToken) ?? ValueTask.FromResult(new List<NodeNeighbours>());

    /// <summary>The neighbours of nodes over what else is walked, by node and step; each once.</summary>
    /// <param name="run">The run.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="named">The nodes that are there whatever they are.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public ValueTask<Dictionary<(long Node, int Step), List<(long Node, long Count)>>> NeighboursAsync(
        TogetherRun run, IReadOnlyCollection<long> nodes, IReadOnlySet<long> named, CancellationToken cancellationToken) =>
        NeighboursAsync(walked, run, nodes, named, cancellationToken);

    private async ValueTask<Dictionary<(long Node, int Step), List<(long Node, long Count)>>> NeighboursAsync(
        ChosenSteps? steps, TogetherRun run, IReadOnlyCollection<long> nodes, IReadOnlySet<long> named, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(long, int), List<(long Node, long Count)>>();
        if (steps is null) return found;
        await steps.ReadAsync(
            run,
            nodes,
            row =>
            {
                if (!found.TryGetValue((row.Near, row.Number), out var neighbours)) found.Add((row.Near, row.Number), neighbours = []);
                neighbours.Add((row.Far, IsTally(row.Number) ? CountOf(row) : 0));
            },
            cancellationToken);
        if (acts is not { } anyAct) return found;

        var asked = found.Where(group => MayLeaveOut(group.Key.Item2)).ToList();
        var candidates = asked.SelectMany(group => group.Value).Select(one => one.Node).Distinct().ToList();
        var leftOut = await AmongAsync(run, anyAct, candidates, cancellationToken);
        if (matching is { } some && !IsFolded) leftOut.ExceptWith(await AmongAsync(run, some, [.. leftOut], cancellationToken));
        leftOut.ExceptWith(named);
        foreach (var (group, neighbours) in asked)
            if (neighbours.RemoveAll(one => leftOut.Contains(one.Node)) > 0 && neighbours.Count == 0) found.Remove(group);
        return found;
    }

    /// <summary>The number of neighbours of nodes over the other steps, where it is told what is cut.</summary>
    public async ValueTask CountRestAsync(
        TogetherRun run,
        IReadOnlyCollection<long> nodes,
        IReadOnlySet<long> named,
        Dictionary<(long Node, int Step), long> totals,
        CancellationToken cancellationToken)
    {
        if (nodes.Count == 0) return;
        foreach (var (group, neighbours) in await NeighboursAsync(all, run, nodes, named, cancellationToken)) totals[group] = neighbours.Count;
    }

    /// <summary>The relationships between nodes over the other steps.</summary>
    public ValueTask LinkRestAsync(TogetherRun run, IReadOnlyCollection<long> nodes, Action<StepRow> take, CancellationToken cancellationToken) =>
        links is null || nodes.Count == 0 ? ValueTask.CompletedTask : links.ReadAsync(run, nodes, take, cancellationToken);

    /// <summary>A step seen from where its relationship leads from.</summary>
    public static StepRow Out(StepRow row) => DirectionOf(row.Number) == Direction.Out ? row : row with { Near = row.Far, Far = row.Near };

    /// <summary>How often the acts that a tally counts were done.</summary>
    public static long CountOf(StepRow row) => TextReader.CountOf(row.Others[0]);

    // From acts, of which each has few relationships, to actors, of which some have thousands.
    private int LinkStep(int type)
    {
        var isIn = act is not null && types[type].Ends.Contains(act.Type) && !types[type].Starts.Contains(act.Type);
        return 2 * type + (isIn ? 1 : 0);
    }

    private bool IsOfActsOnly(RelationshipType type) => type.Starts.All(start => start == act!.Type) || type.Ends.All(end => end == act!.Type);

    private bool MayLeaveOut(int number) =>
        (IsFolded || IsFiltered) && !IsTally(number) && EndsOf(number).Contains(act!.Type);

    private NeighbourStep NeighboursOver(int number) => new(Type(number), DirectionOf(number), null, new NeighboursTold.Number())
    {
        Strength = IsTally(number) ? tally!.Count : null,
        Carried = IsTally(number) ? Figures : [],
    };

    // Each is asked for those relationships only that a node of its type may have.
    private List<NeighbourReader?> OfNamed(NamedNodes named, int[] numbers) =>
    [
        .. from one in named.Starts
           let own = numbers.Where(number => StartsOf(number).Any(one.Type.ConcreteTypes.Contains)).ToArray()
           select own.Length > 0 ? new NeighbourReader(planning, own, NeighboursOver, one.Start) : null,
    ];

    private ChosenSteps? Choose(IEnumerable<int> chosen, StepsRead read = StepsRead.FromNodes)
    {
        int[] numbers = [.. chosen];
        if (numbers.Length == 0) return null;
        var isEach = read == StepsRead.Between;
        return new(new(planning, statement => [.. numbers.Select(number => StepOf(number, statement, isEach))], read), numbers);
    }

    private Step StepOf(int number, StatementPlanning statement, bool isEach)
    {
        var (type, direction) = (Type(number), DirectionOf(number));
        if (!IsTally(number)) return new RelationshipStep(type, direction) { IsEach = isEach };
        if (!IsFiltered) return new RelationshipStep(type, direction) { Carried = Figures };
        var isOut = direction == tally!.Field.Direction;
        return new ActStep(act!, isOut ? Direction.Out : Direction.In, Counted(statement)) { IsFigured = true };
    }

    private IReadOnlyList<Property> Figures => areDaysTold ? [tally!.Count, tally.First, tally.Last] : [tally!.Count];

    private Filter? Counted(StatementPlanning statement)
    {
        List<Filter> conditions = [statement.Where(act!.Type)!];
        if (ChosenActs.IsCounted(act, statement.Parameters) is { } counted) conditions.Add(counted);
        return Conjunction.AsOne(conditions);
    }

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

    /// <summary>Some of the steps, read by their numbers among all.</summary>
    private sealed record ChosenSteps(StepReader Reader, int[] Numbers)
    {
        public ValueTask ReadAsync(TogetherRun run, IReadOnlyCollection<long> nodes, Action<StepRow> take, CancellationToken cancellationToken) =>
            Reader.ReadAsync(run, nodes, row => take(row with { Number = Numbers[row.Number] }), cancellationToken);
    }
}
