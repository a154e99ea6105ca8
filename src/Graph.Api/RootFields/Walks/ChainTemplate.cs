using System.Text;
using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.Api.RootFields.Acts;
using Graph.GraphQL;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>The chains that a search has found.</summary>
/// <param name="Chains">Of each its steps: the keys of who acts and of whom the act is against.</param>
/// <param name="Bound">Why there may be more; null where there are none.</param>
internal sealed record FoundChains(IReadOnlyList<(long Actor, long Counterpart)[]> Chains, SearchBound? Bound);

/// <summary>What is selected of chains: statements for their steps, all steps at once, and the JSON around what these answer.</summary>
internal sealed class ChainTemplate
{
    private readonly Act act;
    private readonly RootPlanning planning;
    private readonly TallyRule? tally;
    private readonly double expected;
    private readonly List<QueryPlan> queries = [];
    private readonly List<Func<Run, CancellationToken, ValueTask>> parts = [];
    private readonly Template<Run> template;

    /// <summary>Plans the statements.</summary>
    /// <param name="act">The acts.</param>
    /// <param name="planning">The root field.</param>
    /// <param name="tally">The tally that counts just the acts that are meant; null where there is none.</param>
    /// <param name="expected">How many steps there may be, for the cost.</param>
    public ChainTemplate(Act act, RootPlanning planning, TallyRule? tally, double expected)
    {
        (this.act, this.planning, this.tally, this.expected) = (act, planning, tally, expected);
        template = Template<Run>.Of(planning.Field, part => part.Definition.Name switch
        {
            "chains" => Chains(part),
            "complete" => (run, output) => output.WriteBoolean(run.Found.Bound is null),
            _ => (run, output) => SearchTypes.Write(run.Found.Bound, output),
        });
    }

    /// <summary>The statements.</summary>
    public IReadOnlyList<QueryPlan> Queries => queries;

    /// <summary>Reads what is selected of the steps, and writes the value.</summary>
    public async ValueTask WriteAsync(TogetherRun run, FoundChains found, CancellationToken cancellationToken)
    {
        var chains = new Run(run, found);
        foreach (var part in parts) await part(chains, cancellationToken);
        template.Write(chains, run.Execution.Output);
    }

    private ValueWriter<Run> Chains(PlannedField chains)
    {
        var chain = Template<(Run Run, int Chain)>.Of(chains, part => part.Definition.Name == "length"
            ? (item, output) => output.WriteInt64(item.Run.Found.Chains[item.Chain].Length)
            : Steps(chains, part));
        return (run, output) => chain.WriteAll(run.Found.Chains.Select((_, i) => (run, i)), output);
    }

    private ValueWriter<(Run Run, int Chain)> Steps(PlannedField chains, PlannedField steps)
    {
        var step = Template<(Run Run, int Position)>.Of(steps, part =>
        {
            var name = part.Definition.Name;
            var values = name != "count" ? Fragments(PathOf, name, part) : tally is null ? Counts() : Counts(tally);
            return (item, output) => output.WriteRaw(item.Run.Values[values][item.Position]);

            IEnumerable<object> PathOf(Run run, int position)
            {
                var (chain, at) = run.Places[position];
                return [.. run.Together.Execution.Path, chains.ResponseKey, chain, steps.ResponseKey, at, part.ResponseKey];
            }
        });
        return (item, output) =>
        {
            var (first, length) = (item.Run.First[item.Chain], item.Run.Found.Chains[item.Chain].Length);
            step.WriteAll(Enumerable.Range(first, length).Select(position => (item.Run, position)), output);
        };
    }

    private int Fragments(Func<Run, int, IEnumerable<object>> pathOf, string name, PlannedField part)
    {
        if (name == act.Type.Plural) return Acts(pathOf, part);
        var isActor = name == act.Actor;
        var nodes = NodeParts.Of(planning, isActor ? act.By.Target : act.Against.Target, part, expected);
        return Add(nodes.Query, (run, token) => nodes.ReadAsync(
            run.Together,
            [.. run.Steps.Select(step => isActor ? step.Actor : step.Counterpart)],
            position => pathOf(run, position),
            token));
    }

    private int Acts(Func<Run, int, IEnumerable<object>> pathOf, PlannedField part)
    {
        var (statement, columns) = (planning.Begin(), new List<Column>());
        var (sort, page) = (SortPlanner.Nodes(act.Type, part.Arguments), statement.Selections.Pages.List(part));
        var list = Pieces.Nested(PieceKind.List, part, [], statement.Selections.Nodes(act.Type, part, 1, columns));
        var (query, given) = Between(statement, countsActs: false, new(sort, page, new(columns)));
        var fragments = new Fragments(query, list);
        return Add(query, (run, token) => fragments.ReadAsync(run.Together, run.Steps.Length, position => pathOf(run, position), token, given(run)));
    }

    private int Counts()
    {
        var (query, given) = Between(planning.Begin(), countsActs: true, null);
        return Add(query, async (run, token) =>
        {
            var counts = new Numbers(run.Steps.Length);
            if (run.Steps.Length > 0) await run.Together.ReadAsync(query, counts, token, given(run));
            return counts.Values;
        });
    }

    /// <summary>The statement of the acts of all steps, and the values that a run gives it.</summary>
    private (QueryPlan Query, Func<Run, (Parameter Parameter, object? Value)[]> Given) Between(
        StatementPlanning statement, bool countsActs, EdgeSelection? acts)
    {
        var (actors, counterparts) = (NodeParts.Keys(statement), NodeParts.Keys(statement, "counterparts"));
        var where = ChosenActs.Where(act, planning.Field, statement);
        var query = statement.Plan(
            new BetweenQuery(act, actors, counterparts, where, countsActs, acts, statement.Parameters.Parameters),
            (asked, cost) => cost.Between(asked, expected));
        return (query, run =>
        [
            (actors, NodeParts.Boxed(run.Steps.Select(step => step.Actor))),
            (counterparts, NodeParts.Boxed(run.Steps.Select(step => step.Counterpart))),
        ]);
    }

    private int Counts(TallyRule kept)
    {
        var isOut = kept.Field.Direction == Direction.Out;
        var step = new RelationshipStep(kept.Relationship, Direction.Out) { Carried = [kept.Count] };
        var tallies = new StepReader(planning, [step], StepsRead.Between);
        return Add(tallies.Query, async (run, token) =>
        {
            var counts = new Dictionary<(long, long), byte[]>();
            await tallies.ReadAsync(
                run.Together,
                run.Steps.SelectMany(pair => new[] { pair.Actor, pair.Counterpart }).Distinct(),
                row => counts[isOut ? (row.Near, row.Far) : (row.Far, row.Near)] = Encoding.UTF8.GetBytes(row.Others[0] ?? ""),
                token);
            return [.. run.Steps.Select(pair => counts.GetValueOrDefault(pair) ?? throw new GraphQLException(ApiMessages.ChangedWhileRead))];
        });
    }

    private int Add(QueryPlan query, Func<Run, CancellationToken, ValueTask<byte[][]>> read)
    {
        queries.Add(query);
        var index = parts.Count;
        parts.Add(async (run, token) => run.Values.Add(index, await read(run, token)));
        return index;
    }

    /// <summary>Takes the numbers of acts, as JSON.</summary>
    private sealed class Numbers(int count) : IRowConsumer
    {
        public byte[][] Values { get; } = new byte[count][];

        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            row.EnterList();
            row.MoveNext();
            var position = row.ReadInt64();
            row.MoveNext();
            row.Skip();
            row.MoveNext();
            using var number = new ResponseBuffer(32);
            number.WriteInt64(row.ReadInt64());
            Values[position] = number.ToArray(0);
            row.LeaveList();
        }
    }

    /// <summary>The chains of one run, their steps one after the other, and what was read of these.</summary>
    private sealed class Run
    {
        public Run(TogetherRun together, FoundChains found)
        {
            (Together, Found) = (together, found);
            Steps = [.. found.Chains.SelectMany(chain => chain)];
            Places = [.. found.Chains.SelectMany((chain, i) => chain.Select((_, at) => (i, at)))];
            var first = 0;
            First = [.. found.Chains.Select(chain => (first += chain.Length) - chain.Length)];
        }

        public TogetherRun Together { get; }

        public FoundChains Found { get; }

        public (long Actor, long Counterpart)[] Steps { get; }

        /// <summary>Of each step its chain, and its place there.</summary>
        public (int Chain, int At)[] Places { get; }

        /// <summary>Where the steps of each chain begin.</summary>
        public int[] First { get; }

        /// <summary>What was read of each step, by part.</summary>
        public Dictionary<int, byte[][]> Values { get; } = [];
    }
}
