using Graph.Api.Serving;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <summary>
/// What a logical query may cost a store, told before it runs: how often it looks at a node or relationship for its
/// conditions, orders and counts. The unit is the price of answering one object, about 8 µs.
/// </summary>
/// <remarks>
/// The prices are measured in SQLite on a graph of 100,000 accusations, where a million take single-digit seconds. What an
/// index answers costs only what it finds.
/// </remarks>
internal sealed partial class QueryCost
{
    /// <summary>Nodes that share a value of an indexed property, such as a day or a name.</summary>
    private const double NodesOfAValue = 100;

    /// <summary>The part of a type's nodes in a range of an indexed property.</summary>
    private const double PartInARange = 0.1;

    /// <summary>The least that a relationship to many is taken to lead to: most lead to one or two nodes.</summary>
    private const double RelatedNodes = 3;

    /// <summary>
    /// How many more relationships than the average a node has to which a relationship led: most ways lead to the few that
    /// everybody speaks of.
    /// </summary>
    private const double Busier = 6;

    /// <summary>Relationships of a node that an index finds: those who are asked for by name are the busiest.</summary>
    private const double RelatedToAFoundNode = 50;

    // A condition takes 0.15 µs a node, a relationship followed 0.25 µs more, ordering 1.5 µs, counting 0.6 µs, and an index alone
    // counts 100,000 nodes in a millisecond.
    internal const double Hop = 0.03;
    private const double Condition = 0.02;
    private const double Ordering = 0.2;
    private const double Counting = 0.08;
    private const double CountingAll = 0.001;
    private const double Aggregate = 0.05;
    private const double Grouping = 0.12;

    // Stores keep it beside the node.
    private const double Degree = Hop;

    // A word that stands in a hundred thousand nodes is found there in 20 ms; the best ten of them in 58 more.
    private const double FindingWord = 0.025;
    private const double OrderingHit = 0.07;

    // A text of 10,000 characters is read, written as JSON and cut in 0.1 ms.
    private const double Passage = 12;

    /// <summary>The part of all nodes in which a common word stands.</summary>
    private const double PartWithAWord = 0.25;

    private readonly GraphSizes sizes;
    private readonly Func<Parameter, object?> values;
    private AnswerSize? size;
    private FieldCost? told;
    private double dearest;
    private string? dearestClause;

    /// <summary>Weighs nothing yet; the kinds of root field say what there is to weigh.</summary>
    /// <param name="sizes">How many nodes there are.</param>
    /// <param name="values">The value of a limit, an offset or a list of values.</param>
    public QueryCost(GraphSizes sizes, Func<Parameter, object?> values)
    {
        this.sizes = sizes;
        this.values = values;
    }

    /// <summary>What the engine is told.</summary>
    public FieldCost Told => told ??= new(Finding, Dearest)
    {
        Objects = size is null ? null : Math.Round(size.Objects),
        Advice = size is null ? null : size.Advice,
    };

    /// <summary>The cost of conditions, orders and counts.</summary>
    public double Finding { get; private set; }

    /// <summary>How many rows are answered, nested ones included.</summary>
    public double Rows { get; private set; }

    /// <summary>What costs most, and how to ask for less.</summary>
    public string? Dearest => dearestClause;

    /// <summary>Weighs how the nodes of a root are found; the number that is left for orders, counts and answers.</summary>
    public double Find(EntityType type, Filter? where, IReadOnlyList<SortKey> sort, Page page)
    {
        var ordered = !sort.All(key => key is PropertySort { Property.Property: { IsUnique: true } or { IsIndexed: true } });
        var all = sizes.Of(type);
        var looked = where is not null && Narrowed(where, all) is { } few ? Math.Min(all, few)
            : where is null && !ordered && Limit(page) is { } limit ? Math.Min(all, limit + (Number(page.Offset) ?? 0))
            : all;
        if (where is not null) Add(Weigh(where, looked), ApiMessages.DearConditions(type, Conditions(where)));
        if (ordered) Order(sort, looked, type.Plural);
        return looked;
    }

    private void Order(IReadOnlyList<SortKey> sort, double rows, string list)
    {
        foreach (var key in sort)
        {
            if (key is RelatedCountSort related) Add(rows * Related(related.Field) * Hop, ApiMessages.DearCountSort(related.Field, list));
            else if (key is RelatedSort one) Add(rows * (Ordering + Steps(one)), ApiMessages.DearRelatedSort(one.Field, list));
            else if (key is PropertySort { Property.Property: { IsUnique: false, IsIndexed: false } property })
                Add(rows * Ordering, ApiMessages.DearSort(property, list));
        }
    }

    /// <summary>What the value of a key of a related node costs for one row.</summary>
    private double Steps(SortKey key) => key switch
    {
        RelatedSort related => Hop + Steps(related.Key),
        RelatedCountSort count => Related(count.Field) * Hop,
        _ => 0,
    };

    /// <summary>Weighs a search: for a word that is common, as nobody knows before how many nodes have it.</summary>
    public void Search(SearchQuery query)
    {
        var found = PartWithAWord * query.Types.Sum(sizes.Of);
        var counts = (query.TotalCount ? 1 : 0) + (query.Facets ? 1 : 0);
        Add(found * (counts * FindingWord + (query.Hits is null ? 0 : OrderingHit)), ApiMessages.DearSearch);
        if (query.Hits is not { } hits) return;
        var rows = Math.Min(found, Limit(hits.Page) ?? Limits.MaxRowsWithoutLimit);
        foreach (var selection in hits.Nodes.SelectMany(nodes => nodes)) Answer(selection, rows / query.Types.Count);
    }

    /// <summary>Weighs figures about whole types, which are kept or stand at the end of an index.</summary>
    public void Overview(OverviewQuery query)
    {
        foreach (var total in query.Figures.OfType<NodeTotal>()) CountAll(total.Type);
        Rows += query.Figures.OfType<LatestValue>().Count();
    }

    /// <summary>Weighs the count of all nodes of a type.</summary>
    public void CountAll(EntityType type) => Add(sizes.Of(type) * CountingAll, ApiMessages.DearCounts);

    /// <summary>Weighs a walk from one node, layer by layer, as far as it may go.</summary>
    /// <param name="query">One step.</param>
    /// <param name="layers">How many steps are taken one after the other.</param>
    public void Walk(StepQuery query, int layers)
    {
        var (reached, total) = (1.0, 0.0);
        for (var layer = 0; layer < layers && total < Limits.MaxExpansions; layer++) total += reached *= query.Steps.Sum(Neighbours);
        total = Math.Min(total, Limits.MaxExpansions);
        Add(total * Hop + query.Steps.OfType<ActStep>().Sum(step => Weigh(step.Where, total)), ApiMessages.DearSteps);
    }

    /// <summary>Weighs finding what hangs together with a node.</summary>
    public void Walk(ComponentQuery _) => Add(RelatedNodes * Hop, ApiMessages.DearSteps);

    /// <summary>Weighs one step from a node to its neighbours, with what is answered of the strongest.</summary>
    public void Walk(NeighbourQuery query)
    {
        // A way that is asked of several groups of nodes goes from as many nodes as one that is asked of all.
        var ways = query.Steps.DistinctBy(step => (step.Relationship, step.Direction, step.Told)).Count();
        Add(ways * RelatedNodes * Hop, ApiMessages.DearSteps);
    }

    /// <summary>Weighs what is answered of a number of nodes, and finding the acts between as many pairs of actors.</summary>
    public void Between(BetweenQuery query, double pairs)
    {
        var looked = pairs * Math.Max(RelatedNodes, sizes.Of(query.Act.Type) / sizes.Of(query.Act.By.Target));
        Add(looked * Hop + Weigh(query.Where, looked), ApiMessages.DearSteps);
        if (query.Acts is { } acts) Answer(acts.Selection, pairs * (Limit(acts.Page) ?? RelatedNodes));
    }

    /// <summary>Weighs what is answered of a number of nodes that are known.</summary>
    public void Answer(LookupQuery query, double nodes)
    {
        foreach (var lookup in query.Among)
        {
            if (lookup.Where is not null) Add(Weigh(lookup.Where, nodes), ApiMessages.DearConditions(lookup.Type, Conditions(lookup.Where)));
            Answer(lookup.Selection, nodes / query.Among.Count);
        }
    }

    /// <summary>Weighs conditions on a number of nodes that are known, and what is answered of them.</summary>
    public void Answer(EntityType type, Filter? where, Selection selection, double nodes)
    {
        if (where is not null) Add(Weigh(where, nodes), ApiMessages.DearConditions(type, Conditions(where)));
        Answer(selection, nodes);
    }

    /// <summary>Weighs the count and the figures over a number of rows.</summary>
    public void Count(ConnectionSelection connection, double rows) =>
        Add(rows * (Counting + connection.Aggregates.Count * Aggregate), ApiMessages.DearCounts);

    /// <summary>
    /// Takes all that a field answers, so that its objects are counted by the graph's own degrees rather than assumed; null while
    /// these are not known.
    /// </summary>
    public AnswerSize? Sized() => sizes.HasDegrees ? size ??= new(sizes, values) : null;

    /// <summary>Weighs what is answered of a page of the nodes that were found.</summary>
    public void Answer(Selection selection, Page page, double found) => Answer(selection, Math.Min(found, Limit(page) ?? Limits.MaxRowsWithoutLimit));

    private void Answer(Selection selection, double rows)
    {
        Rows += rows;
        foreach (var column in selection.Columns)
        {
            switch (column)
            {
                case PropertyColumn { Property.Property.Excerpt: not null } text:
                    Add(rows * Passage, ApiMessages.DearPassages(text.Property.Property));
                    break;
                case DegreeColumn:
                    Finding += rows * Degree;
                    break;
                case RelatedCountColumn count:
                    Finding += rows * Related(count.Field) * Hop;
                    break;
                case RelatedKeyColumn key:
                    Finding += rows * Steps(key.Key);
                    break;
                case RelatedOneColumn one:
                    Answer(one.Selection, rows);
                    break;
                case RelatedListColumn list:
                    Nested(list.Field, list.Along is null ? list.Where : new AllOf([list.Along, .. Conjunction.Of(list.Where)]), list.Sort, rows);
                    Answer(list.Selection, Answered(list.Field, list.Page, rows));
                    break;
                case RelatedConnectionColumn { Connection: var connection } related:
                    Nested(related.Field, related.Where, connection.Edges?.Sort ?? [], rows);
                    if (connection.TotalCount || connection.Aggregates.Count > 0) Count(connection, rows * Related(related.Field));
                    if (connection.Edges is { } edges) Answer(edges.Selection, Answered(related.Field, edges.Page, rows));
                    break;
            }
        }
    }

    private double Neighbours(Step step) => step is ActStep { Act: var act }
        ? Math.Max(RelatedNodes, sizes.Of(act.Type) / sizes.Of(act.By.Target))
        : RelatedNodes;

    /// <summary>A limit is reached by few nodes that were asked for by name, and hardly by many.</summary>
    private double Answered(RelationshipField field, Page page, double rows)
    {
        var related = Math.Max(rows * Related(field), RelatedToAFoundNode);
        return Limit(page) is { } limit ? Math.Min(rows * limit, related) : related;
    }

    private void Nested(RelationshipField field, Filter? where, IReadOnlyList<SortKey> sort, double rows)
    {
        var related = rows * Related(field);
        if (where is not null) Add(Weigh(where, related, arrived: true), ApiMessages.DearConditions(field, Conditions(where)));
        Order([.. sort.Where(key => key is not PropertySort)], related, field.Name);
    }

    private double? Limit(Page page) => Number(page.Limit);

    private double? Number(Parameter? parameter) => parameter is not null && values(parameter) is int number ? Math.Max(0, number) : null;

    private void Add(double cost, string clause)
    {
        Finding += cost;
        if (cost <= dearest) return;
        dearest = cost;
        dearestClause = clause;
    }
}
