using Graph.Api.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>
/// Tells acts that strike back: an actor who is meant by an act, or somebody it stands for or who stands for the same, answers with an
/// act of its own. Whom an actor stands for is told by its offices of the day of its own act, and of one who acts on somebody's behalf
/// by that alone.
/// </summary>
internal sealed class Stances
{
    private readonly Act act;
    private readonly StepReader parties;
    private readonly List<StepReader> offices = [];

    /// <summary>Plans the statements.</summary>
    public Stances(Act act, RootPlanning planning)
    {
        this.act = act;
        List<RelationshipField> fields = [act.By, act.Against];
        if (act.OnBehalfOf is not null) fields.Add(act.OnBehalfOf);
        parties = new(planning, fields.ConvertAll(field => (Step)new RelationshipStep(field.Relationship, field.Direction)));

        // Only the first step carries the time of the office.
        var ways = ActRules.OfficeWays(act);
        for (var i = 0; ways.Count > 0 && i < act.Represents.Count; i++)
        {
            var followed = ways.Select(way => way[i]).DistinctBy(field => (field.Relationship, field.Direction)).ToList();
            offices.Add(new(planning, followed.ConvertAll(field => (Step)new RelationshipStep(field.Relationship, field.Direction)
            {
                Carried = i == 0 && field.Relationship.Properties!.Interval is { } interval ? [interval.From, interval.Until] : [],
            })));
        }
    }

    /// <summary>The statements.</summary>
    public IEnumerable<QueryPlan> Queries => [parties.Query, .. offices.Select(step => step.Query)];

    /// <summary>The acts of the counted kind that strike back, among some.</summary>
    /// <param name="run">The run.</param>
    /// <param name="graph">Who answers whom.</param>
    /// <param name="acts">The acts that are asked about.</param>
    /// <param name="all">Every act that is asked about or answered, by key.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<HashSet<long>> StrikingBackAsync(
        TogetherRun run,
        AnswerGraph graph,
        IEnumerable<ThreadAct> acts,
        IReadOnlyDictionary<long, ThreadAct> all,
        CancellationToken cancellationToken)
    {
        var counted = acts.Where(one => one.Kind == act.Counted && graph.AnsweredBy(one.Key).Count > 0).Select(one => one.Key).ToHashSet();
        if (counted.Count == 0) return counted;
        var answered = counted.SelectMany(graph.AnsweredBy).ToHashSet();
        var (by, against, behalf) = (new Sides(), new Sides(), new Sides());
        await parties.ReadAsync(
            run,
            counted.Union(answered),
            step => (step.Number switch { 0 => by, 1 => against, _ => behalf }).Add(step.Near, step.Far),
            cancellationToken);

        var named = counted.Where(one => !behalf.Has(one)).SelectMany(by.Of).Concat(answered.SelectMany(against.Of)).ToHashSet();
        var tenures = await TenuresAsync(run, named, cancellationToken);
        counted.RemoveWhere(one =>
        {
            var standing = by.Of(one).Concat(behalf.Has(one) ? behalf.Of(one) : by.Of(one).SelectMany(actor => StandsFor(actor, one))).ToHashSet();
            return !graph.AnsweredBy(one).Any(other =>
                against.Of(other).Any(actor => standing.Contains(actor) || StandsFor(actor, other).Any(standing.Contains)));
        });
        return counted;

        IEnumerable<long> StandsFor(long actor, long at) => all[at].Day is not { } day || !tenures.TryGetValue(actor, out var held)
            ? []
            : held.Where(tenure => tenure.Holds(day)).Select(tenure => tenure.For);
    }

    private async ValueTask<Dictionary<long, List<Tenure>>> TenuresAsync(TogetherRun run, HashSet<long> actors, CancellationToken cancellationToken)
    {
        var tenures = new Dictionary<long, List<Tenure>>();
        if (offices.Count == 0 || actors.Count == 0) return tenures;
        await offices[0].ReadAsync(
            run,
            actors,
            step =>
            {
                if (!tenures.TryGetValue(step.Near, out var held)) tenures.Add(step.Near, held = []);
                held.Add(new(step.Others[0], step.Others[1], step.Far));
            },
            cancellationToken);
        foreach (var next in offices.Skip(1))
        {
            var sides = new Sides();
            await next.ReadAsync(
                run,
                tenures.Values.SelectMany(held => held.Select(tenure => tenure.For)).Distinct(),
                step => sides.Add(step.Near, step.Far),
                cancellationToken);
            foreach (var (actor, held) in tenures)
                tenures[actor] = [.. held.SelectMany(tenure => sides.Of(tenure.For).Select(to => tenure with { For = to }))];
        }

        return tenures;
    }

    /// <summary>An office, or whom it stands for, for a time.</summary>
    private sealed record Tenure(string? Since, string? Until, long For)
    {
        /// <summary>Days order as text; the last is not one of them.</summary>
        public bool Holds(string day) =>
            (Since is null || string.CompareOrdinal(Since, day) <= 0) && (Until is null || string.CompareOrdinal(day, Until) < 0);
    }

    /// <summary>Where relationships lead from nodes.</summary>
    private sealed class Sides
    {
        private readonly Dictionary<long, List<long>> ends = [];

        public void Add(long node, long end)
        {
            if (!ends.TryGetValue(node, out var known)) ends.Add(node, known = []);
            known.Add(end);
        }

        public bool Has(long node) => ends.ContainsKey(node);

        public IReadOnlyList<long> Of(long node) => ends.TryGetValue(node, out var known) ? known : [];
    }
}
