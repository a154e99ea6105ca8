using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Neo4j.Writing;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>What is answered of each node: a list with one expression a column.</summary>
internal sealed class Columns(LabelMap labels, Paths paths, Filters filters, Ordering ordering, Walks walks)
{
    private readonly Aggregates aggregates = new(paths, filters);

    /// <summary>
    /// Returns the row of a node. What is aggregated stands in clauses of its own before: an aggregating function,
    /// however deep in an expression, makes Cypher group by what else the expression reads.
    /// </summary>
    public IReadOnlyList<string> Return(Selection selection, Place place, string alias = "")
    {
        List<string> before = [];
        var row = Row(selection, place, before);
        return [.. before, $"RETURN {row}{alias}"];
    }

    /// <summary>The row of a node as a list; <paramref name="before"/> takes the clauses that have to stand before it.</summary>
    public string Row(Selection selection, Place place, List<string> before) =>
        CypherText.List([.. selection.Columns.Select(column => Of(column, place, before))]);

    private string Of(Column column, Place place, List<string> before) => column switch
    {
        PropertyColumn property => Guarded(place.Read(property.Property), property.OnTypes, place, property.Property),
        NodeKeyColumn => $"id({place.Node})",
        DegreeColumn => Paths.Degree(place.Node),
        TypeColumn => TypeOf(place, labels),
        MergedFromColumn merged => Guarded(MergedFrom(merged, place), merged.OnTypes, place),
        RelatedCountColumn count => ordering.RelatedCount(count.Field, place),
        RelatedKeyColumn key => ordering.Of(key.Key, place),
        RelatedListColumn list => Guarded(List(list, place, before), list.OnTypes, place),
        RelatedOneColumn one => Guarded(One(one, place, before), one.OnTypes, place),
        RelatedConnectionColumn connection => Guarded(Connection(connection, place, before), connection.OnTypes, place),
        _ => throw new InvalidOperationException($"A column of kind {column.GetType().Name} has no form in Cypher."),
    };

    private static string MergedFrom(MergedFromColumn merged, Place place)
    {
        var all = $"{place.Node}.{MergedNodes.MergedFrom}";
        var values = merged.Parts.Select(part => part switch
        {
            MergedPart.Id => $"{all}[i]",
            MergedPart.Name => $"{all}[i + 1]",
            MergedPart.Because => $"nullIf({all}[i + 2], '')",
            _ => $"datetime({all}[i + 3])",
        });
        return $"[i IN range(0, size(coalesce({all}, [])) - 1, {MergedNodes.ValuesOfMerged}) | [{string.Join(", ", values)}]]";
    }

    /// <summary>The ordinal of the node's concrete type.</summary>
    public static string TypeOf(Place place, LabelMap labels)
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
    /// <param name="clauses">The clauses that find the nodes.</param>
    /// <param name="aggregate">They aggregate.</param>
    /// <param name="selection">What is answered of each.</param>
    /// <param name="place">The nodes.</param>
    /// <param name="from">The node that they are related to.</param>
    /// <param name="before">The clauses before the row of that node.</param>
    private string Rows(IReadOnlyList<string> clauses, bool aggregate, Selection selection, Place place, Place from, List<string> before)
    {
        List<string> inner = [];
        var row = Row(selection, place, inner);
        if (inner.Count == 0 && !aggregate) return CypherText.Block("COLLECT", [.. clauses, $"RETURN {row}"]);
        var name = $"{place.Node}_rows";
        before.Add(CypherText.Block($"CALL ({from.Node})", [.. clauses, .. inner, $"RETURN collect({row}) AS {name}"]));
        return name;
    }

    private string List(RelatedListColumn list, Place from, List<string> before)
    {
        var followed = paths.Follow(list.Field, withEdge: list.Along is not null);
        var place = followed with { Edge = null };
        return Rows(
            walks.Page(from, list.Field, place, list.Where, list.Sort, list.Page, list.Along is { } along ? new(followed, along) : null),
            Aggregates.AreIn(list.Where),
            list.Selection,
            place,
            from,
            before);
    }

    private string One(RelatedOneColumn one, Place from, List<string> before)
    {
        var place = paths.Follow(one.Field, withEdge: false);
        return Rows(
            [
                "MATCH " + paths.Path(from.Node, one.Field, place),
                $"WITH {place.Node} ORDER BY {Identifiers.Property(place.Node, one.Field.Target.Id)} LIMIT 1",
            ],
            aggregate: false,
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
            connection.TotalCount ? aggregates.Count(field, where, from, before.Count).PutBefore(before) : "null",
            connection.Aggregates.Count > 0 ? aggregates.List(field, where, connection.Aggregates, from, before.Count).PutBefore(before) : "null",
        ]);
    }

    private string Edges(RelationshipField field, Filter? where, EdgeSelection edges, Place from, List<string> before)
    {
        var place = paths.Follow(field, withEdge: true);
        return Rows(walks.Page(from, field, place, where, edges.Sort, edges.Page), Aggregates.AreIn(where), edges.Selection, place, from, before);
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
