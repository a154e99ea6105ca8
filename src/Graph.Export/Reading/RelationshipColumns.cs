using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Export;

/// <summary>The relationships that go out from nodes of a type, as columns of a query: each exactly once.</summary>
internal static class RelationshipColumns
{
    /// <summary>
    /// The ways from a type to what its relationships end at. An ontology may declare a relationship at its end alone, and
    /// with several fields, so these fields are made here: one a type of relationship where one type or interface is all its
    /// ends, otherwise one an end.
    /// </summary>
    /// <param name="ontology">The domain.</param>
    /// <param name="start">Where they start.</param>
    /// <param name="among">The types they may end at, one a field; null: all types.</param>
    public static IReadOnlyList<RelationshipField> Of(Ontology ontology, NodeType start, IReadOnlyList<NodeType>? among)
    {
        var fields = new List<RelationshipField>();
        foreach (var relationship in ontology.RelationshipTypes.Where(type => type.Starts.Contains(start)))
        {
            var ends = relationship.Pairs.Where(pair => pair.Start == start).Select(pair => pair.End).OrderBy(end => end.Ordinal).ToList();
            if (among is not null) fields.AddRange(ends.Where(among.Contains).Select(end => Field(relationship, start, end)));
            else if (ontology.FindInterfaceOver(ends) is { } together) fields.Add(Field(relationship, start, together));
            else fields.AddRange(ends.Select(end => Field(relationship, start, end)));
        }

        return fields;
    }

    /// <summary>The relationships along a field, in an order that is total: the end's id, then what tells parallel ones apart.</summary>
    /// <param name="field">Which.</param>
    /// <param name="where">On the node at the end; null: any.</param>
    /// <param name="page">Which part.</param>
    public static RelatedConnectionColumn Column(RelationshipField field, Filter? where, Page page)
    {
        var sort = new List<SortKey> { new PropertySort(new(Subject.Node, field.Target.Id), Descending: false) };
        var columns = new List<Column> { new TypeColumn(), new PropertyColumn(new(Subject.Node, field.Target.Id)) };
        if (field.Relationship.Properties is { } carried)
        {
            sort.AddRange(carried.Identifying.Select(property => new PropertySort(new(Subject.Edge, property), Descending: false)));
            columns.AddRange(carried.Properties.Select(property => new PropertyColumn(new(Subject.Edge, property))));
        }

        return new(field, where, new(new(sort, page, new(columns)), TotalCount: false, []));
    }

    private static RelationshipField Field(RelationshipType relationship, NodeType start, EntityType end) => new()
    {
        Name = relationship.Name,
        Relationship = relationship,
        Direction = Direction.Out,
        Source = start,
        Target = end,
        IsList = true,
    };
}
