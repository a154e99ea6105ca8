using Graph.Api.Sdl;
using Graph.Api.Serving;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <summary>
/// How many objects an answer has, as the graph's own degrees tell: a list that is reached along a relationship holds what
/// nodes have to which one leads, and never more than any node has or its limit allows. Objects are counted as the engine does:
/// one for each node, edge and connection. A list is ordered before its limit takes a part of it, so that nodes which a limit
/// leaves out count for what looking at them costs.
/// </summary>
internal sealed class AnswerSize(GraphSizes sizes, Func<Parameter, object?> values)
{
    /// <summary>Nodes that meet a condition which no index answers: as many as the engine takes a list to have that nothing is known of.</summary>
    private const double NodesOfACondition = 10;

    private readonly List<Place> places = [];

    /// <summary>The objects of the answer.</summary>
    public double Objects { get; private set; }

    /// <summary>Adds the list of a root field.</summary>
    /// <param name="name">What the field is called.</param>
    /// <param name="type">The nodes' type.</param>
    /// <param name="where">The condition on them.</param>
    /// <param name="page">Which of them are answered.</param>
    /// <param name="selection">What is answered of each.</param>
    /// <param name="isConnection">Whether each node has an edge, and all of them a connection.</param>
    public void Add(string name, EntityType type, Filter? where, Page page, Selection selection, bool isConnection = false)
    {
        var all = sizes.Of(type);
        var found = Math.Min(all, where is null ? all : Found(where, all) ?? NodesOfACondition);
        var rows = Math.Min(Limit(page) ?? Limits.MaxRowsWithoutLimit, found);
        Objects += List(name, 0, isConnection, 1, (rows, rows), selection);
    }

    /// <summary>Adds the connection of a root field of which no edges are asked for.</summary>
    public void AddConnection() => Objects++;

    /// <summary>
    /// How to ask for less, as a clause: the innermost list for which a limit is enough, with that limit; where no limit of one
    /// list is, the list that holds most.
    /// </summary>
    /// <param name="allowed">The most objects.</param>
    public string Advice(double allowed)
    {
        foreach (var place in places.OrderByDescending(place => place.Depth).ThenByDescending(place => place.Objects))
        {
            // What is below a list grows with it; what it is taken from is looked at whatever its limit.
            var looking = place.Related * QueryCost.Hop;
            var each = (place.Objects - looking) / place.Items;
            var limit = Math.Floor((allowed - (Objects - place.Objects) - looking) / (each * place.Parents));
            if (limit >= 1 && limit < place.Items / place.Parents) return ApiMessages.SmallerList(place.Name, place.Argument, limit);
        }

        return ApiMessages.LargestList(places.OrderByDescending(place => place.Items).ThenBy(place => place.Depth).Select(place => place.Name)
            .FirstOrDefault(""));
    }

    private double List(string name, int depth, bool isConnection, double parents, (double Items, double Related) size, Selection selection)
    {
        var (items, related) = size;
        var objects = items * (isConnection ? 2 : 1) + (related - items) * QueryCost.Hop + Of(selection, name, depth, isLedTo: depth > 0, items);
        if (items > 0) places.Add(new(name, depth, isConnection ? "first" : "limit", parents, items, related, objects));
        return objects + (isConnection ? parents : 0);
    }

    private double Of(Selection selection, string name, int depth, bool isLedTo, double rows)
    {
        var objects = 0.0;
        foreach (var column in selection.Columns)
        {
            objects += column switch
            {
                RelatedOneColumn one => rows + Of(one.Selection, $"{name}.{one.Field.Name}", depth, isLedTo: true, rows),
                RelatedListColumn { Field: var field } list =>
                    List($"{name}.{field.Name}", depth + 1, isConnection: false, rows, Items(field, list.Where ?? list.Along, list.Page),
                        list.Selection),
                RelatedConnectionColumn { Field: var field, Connection.Edges: { } edges } related =>
                    List($"{name}.{ApiNames.ConnectionField(field)}", depth + 1, isConnection: true, rows, Items(field, related.Where, edges.Page),
                        edges.Selection),
                RelatedConnectionColumn => rows,
                _ => 0,
            };
        }

        return objects;

        // Few nodes may be the busiest of all, and are so when they are asked for by name.
        (double Items, double Related) Items(RelationshipField field, Filter? where, Page page)
        {
            if (rows <= 0 || sizes.DegreesOf(field) is not { } degrees) return (0, 0);
            var related = Math.Min(rows * degrees.Greatest, Math.Max(rows * (isLedTo ? degrees.OfWhomIsLedTo : degrees.Average), degrees.Greatest));
            var most = Limit(page) ?? Limits.MaxRowsWithoutLimit;
            if (where is not null) most = Math.Min(most, NodesOfACondition);
            return (Math.Min(rows * most, related), related);
        }
    }

    /// <summary>How many nodes a condition leaves; null where nothing is known of it.</summary>
    private double? Found(Filter where, double all) => where switch
    {
        AllOf every => every.Filters.Select(inner => Found(inner, all)).Min(),
        AnyOf any => any.Filters.Aggregate((double?)0, (sum, inner) => sum + Found(inner, all)),
        Exists { Inner: { } inner } exists =>
            Found(inner, sizes.Of(exists.Field.Target)) * Math.Max(1, sizes.LeadingTo(exists.Field) ?? NodesOfACondition),
        Comparison { CaseInsensitive: false, Property: { Subject: Subject.Node, Property: { IsList: false } property } } comparison =>
            QueryCost.Narrowed(comparison, property, all, values),
        _ => null,
    };

    private double? Limit(Page page) => page.Limit is { } limit && values(limit) is int number ? Math.Max(0, number) : null;

    /// <summary>A list of the answer.</summary>
    /// <param name="Name">Where it is, by the names of fields with dots between.</param>
    /// <param name="Depth">How many lists are around it.</param>
    /// <param name="Argument">What its part is asked for with.</param>
    /// <param name="Parents">How many such lists there are.</param>
    /// <param name="Items">What all of them hold.</param>
    /// <param name="Related">What they would hold without limits and conditions.</param>
    /// <param name="Objects">What they hold with everything below, and what is looked at for it.</param>
    private sealed record Place(string Name, int Depth, string Argument, double Parents, double Items, double Related, double Objects);
}
