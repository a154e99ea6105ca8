using System.Runtime.CompilerServices;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Records;
using Graph.Model.Stores;
using Graph.Model.Text;

namespace Graph.Export;

/// <summary>
/// Counts the acts of each actor against each other actor, as <see cref="TallyRule"/> says, and keeps their days: for all acts the
/// tallies of the store once more, for chosen ones what these come to. What is kept at one time is of one actor.
/// </summary>
/// <param name="store">The graph.</param>
/// <param name="part">Which actors, and which acts.</param>
/// <param name="page">Takes the tallies as relationships.</param>
internal sealed class TallyReader(IGraphStore store, GraphPart part, ExportPage page)
{
    /// <summary>Actors that are read together: most have few acts.</summary>
    private const int ActorsAtOnce = 100;

    /// <summary>Acts of one actor that are read together.</summary>
    private const int ActsAtOnce = 1_000;

    /// <summary>Tallies of a page.</summary>
    private const int TalliesAtOnce = 4_000;

    private readonly TallyRule rule = store.Ontology.Tally!;

    /// <summary>The pages; each is valid until the next is asked for.</summary>
    public async IAsyncEnumerable<ExportPage> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        page.Clear();
        foreach (var type in part.Types.Where(rule.Act.By.Target.ConcreteTypes.Contains))
        {
            var (pages, rest) = Compile(type);
            while (!pages.IsDone)
            {
                var rows = new ActRows(type, store.Ontology, ActsAtOnce);
                await pages.ReadNextAsync(ActorsAtOnce, rows, cancellationToken);
                foreach (var actor in rows.Actors)
                {
                    for (var from = ActsAtOnce; actor.IsUnfinished; from += ActsAtOnce)
                    {
                        var more = new ActRows(type, store.Ontology, ActsAtOnce) { Into = actor };
                        await store.ReadAsync(rest, [.. Values, actor.Id, ActsAtOnce, from], more, cancellationToken);
                    }

                    Add(type, actor);
                    if (page.Records.Count < TalliesAtOnce) continue;
                    yield return page;
                    page.Clear();
                }
            }

            // A page holds relationships of one type of start.
            yield return page;
            page.Clear();
        }
    }

    private IReadOnlyList<object?> Values =>
        [.. part.Acts?.Values ?? [], .. rule.Act is { Kind: not null, Counted: { } counted } ? [counted] : (object?[])[]];

    private (PagesById Pages, ICompiledQuery Further) Compile(NodeType type)
    {
        var (act, parameters, conditions) = (rule.Act, part.Acts?.Parameters.ToList() ?? [], new List<Filter>());
        if (act is { Kind: { } kind, Counted: not null })
        {
            parameters.Add(new(parameters.Count, ScalarKind.Enum));
            conditions.Add(new Comparison(new(Subject.Node, kind), ComparisonOperator.Equal, parameters[^1]));
        }

        if (part.Acts is { } chosen) conditions.Add(chosen.Where);
        var where = conditions.Count == 0 ? null : new AllOf(conditions);
        var id = new PropertyRef(Subject.Node, type.Id);
        Parameter which = new(parameters.Count, ScalarKind.Id), most = new(parameters.Count + 1, ScalarKind.Int),
            offset = new(parameters.Count + 2, ScalarKind.Int);
        var rest = store.Compile(PreparedQuery.Of(new ListQuery(
            type,
            new Comparison(id, ComparisonOperator.Equal, which),
            [new PropertySort(id, Descending: false)],
            Page.Whole,
            new([new PropertyColumn(id), Acts(type, where, new(most, offset))]),
            [.. parameters, which, most, offset])));
        var all = new Parameter(parameters.Count, ScalarKind.Int);
        var pages = new PagesById(
            store,
            type,
            part.Ids(type),
            where: null,
            [new PropertyColumn(id), Acts(type, where, new(all))],
            [.. parameters, all],
            [.. Values, ActsAtOnce]);
        return (pages, rest);
    }

    /// <summary>The acts of an actor: the day of each, and whom it is against.</summary>
    private RelatedListColumn Acts(NodeType actor, Filter? where, Page acts)
    {
        var (act, counterpart) = (rule.Act, rule.Act.Against.Target);
        var made = new RelationshipField
        {
            Name = act.By.Name,
            Relationship = act.By.Relationship,
            Direction = act.By.Direction == Direction.Out ? Direction.In : Direction.Out,
            Source = actor,
            Target = act.Type,
            IsList = true,
        };
        var against = new RelatedListColumn(
            act.Against,
            null,
            [new PropertySort(new(Subject.Node, counterpart.Id), Descending: false)],
            Page.Whole,
            new([new TypeColumn(), new PropertyColumn(new(Subject.Node, counterpart.Id))]));
        return new(
            made,
            where,
            [new PropertySort(new(Subject.Node, act.Type.Id), Descending: false)],
            acts,
            new([new PropertyColumn(new(Subject.Node, act.On)), against]));
    }

    private void Add(NodeType type, ActorTallies actor)
    {
        var records = page.Records;
        foreach (var (id, tally) in actor.Tallies.Where(tally => part.Has(tally.Value.Type, tally.Key))
            .OrderBy(tally => tally.Key, CodePointOrder.Instance))
        {
            Span<Cell> cells =
                [Cell.Of(tally.Acts),
                    .. tally.Days.Count == 0 ? [Cell.Null, Cell.Null] : (ReadOnlySpan<Cell>)[Cell.Of(tally.Days.Min), Cell.Of(tally.Days.Max)]];
            records.AddRelationship(rule.Relationship, type, records.AddText(actor.Id), tally.Type, records.AddText(id), cells, default);
            page.AddDays(tally.Days);
        }
    }
}

/// <summary>The tallies of one actor, by the ids of its counterparts.</summary>
internal sealed class ActorTallies(string id)
{
    public string Id => id;

    /// <summary>The actor may have more acts than have been read.</summary>
    public bool IsUnfinished { get; set; }

    public Dictionary<string, ActorTally> Tallies { get; } = new(StringComparer.Ordinal);
}

/// <summary>Acts against one counterpart.</summary>
internal sealed class ActorTally(NodeType type)
{
    public NodeType Type => type;

    public long Acts { get; set; }

    public SortedSet<DateOnly> Days { get; } = [];
}
