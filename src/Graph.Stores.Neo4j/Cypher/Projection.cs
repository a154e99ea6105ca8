using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Cypher;

/// <summary>What is answered of each node: a list with one expression a column.</summary>
internal sealed class Projection(LabelMap labels, Patterns patterns, Conditions conditions, Ordering ordering, Pages pages, Walks walks)
{
    private readonly Aggregation aggregation = new(patterns, conditions);

    /// <summary>
    /// Returns the row of a node. What is aggregated stands in clauses of its own before: an aggregating function,
    /// however deep in an expression, makes Cypher group by what else the expression reads.
    /// </summary>
    public IReadOnlyList<string> Return(Selection selection, Place place, string alias = "")
    {
        List<string> before = [];
        var row = CypherText.List([.. selection.Columns.Select(column => Of(column, place, before))]);
        return [.. before, $"RETURN {row}{alias}"];
    }

    private string Of(Column column, Place place, List<string> before) => column switch
    {
        PropertyColumn property => Guarded(place.Read(property.Property), property.OnTypes, place, property.Property),
        TypeColumn => TypeOf(place),
        RelatedCountColumn count => ordering.RelatedCount(count.Field, place),
        RelatedListColumn list => Guarded(List(list, place, before), list.OnTypes, place),
        RelatedOneColumn one => Guarded(One(one, place, before), one.OnTypes, place),
        RelatedConnectionColumn connection => Guarded(Connection(connection, place, before), connection.OnTypes, place),
        _ => throw new InvalidOperationException($"A column of kind {column.GetType().Name} has no form in Cypher."),
    };

    /// <summary>The ordinal of the node's concrete type.</summary>
    private string TypeOf(Place place)
    {
        var types = place.Type.ConcreteTypes;
        if (types.Count == 1) return types[0].Ordinal.ToString();
        var cases = types.Select(type => $"WHEN {place.Node}:{labels.Of(type)} THEN {type.Ordinal}");
        return $"CASE {string.Join(' ', cases)} END";
    }

    /// <summary>
    /// The rows of related nodes as one list. Where a row has aggregates of its own the subquery is a clause too, as the
    /// aggregating function would be in the outer expression otherwise.
    /// </summary>
    private string Rows(IReadOnlyList<string> clauses, Selection selection, Place place, Place from, List<string> before)
    {
        List<string> inner = [];
        var row = CypherText.List([.. selection.Columns.Select(column => Of(column, place, inner))]);
        if (inner.Count == 0 && !clauses.Any(Aggregation.Aggregates)) return CypherText.Block("COLLECT", [.. clauses, $"RETURN {row}"]);
        var name = $"{place.Node}_rows";
        before.Add(CypherText.Block($"CALL ({from.Node})", [.. clauses, .. inner, $"RETURN collect({row}) AS {name}"]));
        return name;
    }

    private string List(RelatedListColumn list, Place from, List<string> before)
    {
        var place = patterns.Follow(list.Field, withEdge: false);
        return Rows(Page(from, list.Field, place, list.Where, list.Sort, list.Page), list.Selection, place, from, before);
    }

    /// <summary>The related nodes of a page: each once, or with an edge as often as a relationship leads there.</summary>
    private IReadOnlyList<string> Page(Place from, RelationshipField field, Place place, Filter? where, IReadOnlyList<SortKey> sort, Page page) => walks.Or(
        from,
        field,
        place,
        where,
        sort,
        page,
        collected:
        [
            "MATCH " + patterns.Path(from.Node, field, place),
            conditions.Where(Conditions.Parts(where), place, pages.Conditions(sort, page, place) ?? ["false"]),
            .. pages.Cut(sort, page, place, distinct: place.Edge is null && field.Relationship.MayBeParallel),
        ]);

    private string One(RelatedOneColumn one, Place from, List<string> before)
    {
        var place = patterns.Follow(one.Field, withEdge: false);
        return Rows(
            [
                "MATCH " + patterns.Path(from.Node, one.Field, place),
                $"WITH {place.Node} ORDER BY {Identifiers.Property(place.Node, one.Field.Target.Id)} LIMIT 1",
            ],
            one.Selection,
            place,
            from,
            before) + "[0]";
    }

    private string Connection(RelatedConnectionColumn column, Place from, List<string> before)
    {
        var (field, where, connection) = (column.Field, column.Where, column.Connection);
        return CypherText.List(
        [
            connection.Edges is null ? "null" : Edges(field, where, connection.Edges, from, before),
            connection.TotalCount ? Aggregation.Apart(aggregation.CountOfRelationships(field, where, from), from, before) : "null",
            connection.Aggregates.Count > 0 ? aggregation.OfRelated(field, where, connection.Aggregates, from, before) : "null",
        ]);
    }

    private string Edges(RelationshipField field, Filter? where, EdgeSelection edges, Place from, List<string> before)
    {
        var place = patterns.Follow(field, withEdge: true);
        return Rows(Page(from, field, place, where, edges.Sort, edges.Page), edges.Selection, place, from, before);
    }

    /// <summary>The expression for the types that have the column; null for others.</summary>
    private string Guarded(string expression, IReadOnlyList<NodeType>? onTypes, Place place, PropertyRef? property = null)
    {
        if (onTypes is null) return expression;
        var others = place.Type.ConcreteTypes.Where(type => !onTypes.Contains(type)).ToList();
        if (others.Count == 0) return expression;
        // A node that cannot have the property answers null by itself.
        if (property is { Subject: Subject.Node } && others.All(type => type.FindProperty(property.Property.Name) is null)) return expression;
        if (onTypes.Count == 0) return "null";
        return $"CASE WHEN {place.Node}:{labels.Of(onTypes)} THEN {expression} END";
    }
}
