using Graph.Api.Planning;
using Graph.Api.RootFields.Acts;
using Graph.GraphQL;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Text;

namespace Graph.Api.RootFields.Walks;

/// <summary>
/// A search for chains: both ends are found, steps are read layer by layer, chains are put together in order, and what is selected of
/// their steps is read at the end.
/// </summary>
internal sealed class ChainPlan
{
    private readonly RootPlanning planning;
    private readonly bool isDirected;
    private readonly (CountArgument MaxLength, CountArgument Lengths, CountArgument Limit) bounds;
    private readonly (NamedNode From, NamedNode To) ends;
    private readonly ArcQueries arcs;
    private readonly NodeNames names;
    private readonly ChainTemplate template;

    /// <summary>Plans the statements.</summary>
    public ChainPlan(Act act, RootPlanning planning)
    {
        this.planning = planning;
        var field = planning.Field;
        isDirected = ConstantArgument.IsTrue(field.Arguments, "directed");
        bounds = (
            new(field, "maxLength", 1, Limits.MaxChainLength, 4),
            new(field, "lengths", 1, Limits.MaxChainLengths, 1),
            new(field, "limit", 1, Limits.MaxChains, Limits.MaxChains));
        ends = (End("from", act.By.Target), End("to", act.Against.Target));
        var tally = ChosenActs.AreTallied(act, planning) ? planning.Ontology.Tally : null;
        arcs = new(
            planning,
            (statement, isBackwards) => isDirected
                ? [Step(statement, isBackwards ? Direction.In : Direction.Out)]
                : [Step(statement, Direction.Out), Step(statement, Direction.In)],
            (bounds.MaxLength.Expected + 1) / 2);
        names = new(planning, [.. act.By.Target.ConcreteTypes.Union(act.Against.Target.ConcreteTypes)]);
        template = new(act, planning, tally, bounds.MaxLength.Expected * bounds.Limit.Expected);

        NamedNode End(string argument, EntityType type) => new(planning, argument, type, NamedNode.Leaf(field.Arguments, argument));

        // Seen from who acts, a tally leads the way of its field.
        Step Step(StatementPlanning statement, Direction direction) => tally is null
            ? new ActStep(act, direction, ChosenActs.Where(act, field, statement))
            : new RelationshipStep(tally.Relationship, direction == tally.Field.Direction ? Direction.Out : Direction.In);
    }

    /// <summary>The plan.</summary>
    public TogetherPlan Together() => planning.Together(
        [ends.From.Query, ends.To.Query, .. arcs.Queries, .. names.Queries, .. template.Queries],
        AnswerAsync);

    private async ValueTask AnswerAsync(TogetherRun run, CancellationToken cancellationToken)
    {
        var variables = run.Execution.Variables;
        var (maxLength, lengths, limit) = (bounds.MaxLength.In(variables), bounds.Lengths.In(variables), bounds.Limit.In(variables));
        var (from, to) = (0L, 0L);
        await run.SideBySideAsync(
            cancellationToken,
            async one => from = await ends.From.FindAsync(one, cancellationToken),
            async one => to = await ends.To.FindAsync(one, cancellationToken));
        if (from == to) throw new GraphQLException(ApiMessages.SameEnds(run.Execution.Path[0].ToString()!, ends.From.Id(run)));

        var budget = new SearchBudget(TimeProvider.System, cancellationToken);
        var arrows = new HashSet<(long, long)>();
        var graph = new SearchGraph(from, to, ReadAsync, budget);
        var (walks, bound) = await new SimpleWalks(graph, OrderAsync, budget).FindAsync(maxLength, lengths, limit);
        var chains = walks.Select(walk => walk.Select(arc => AsShown(arc)).ToArray()).ToList();
        await template.WriteAsync(run, new(chains, bound), cancellationToken);

        // Undirected, a step is shown as somebody acted.
        (long, long) AsShown(Arc arc) => isDirected || arrows.Contains((arc.From, arc.To)) ? (arc.From, arc.To) : (arc.To, arc.From);

        ValueTask<bool> ReadAsync(IReadOnlyList<long> nodes, bool isBackwards, List<Arc> found, int most) => arcs.ReadAsync(
            run,
            nodes,
            isBackwards,
            (label, near, far) =>
            {
                found.Add(isBackwards ? new(far, near, 0) : new(near, far, 0));
                if (!isDirected) arrows.Add(label == 0 ? (near, far) : (far, near));
            },
            budget,
            cancellationToken,
            most);

        async ValueTask<IComparer<Arc>> OrderAsync(IReadOnlyCollection<long> nodes)
        {
            var ids = await names.ReadAsync(run, nodes, cancellationToken);
            return Comparer<Arc>.Create((x, y) => CodePointOrder.Instance.Compare(ids[x.To].Id, ids[y.To].Id));
        }
    }
}
