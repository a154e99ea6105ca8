using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Export.FollowTheMoney;

/// <summary>A domain lacks what the mapping speaks of.</summary>
/// <param name="what">The type, field or property.</param>
internal sealed class UnmappedException(string what) : Exception(what);

/// <summary>One kind of entity over one domain: what is asked of the store, and where each property finds its values.</summary>
internal sealed class EntityPlan
{
    private readonly Reach near;
    private readonly Reach? far;
    private readonly List<Property> edge = [];

    /// <summary>Plans.</summary>
    /// <exception cref="UnmappedException">The domain lacks a type, field or property.</exception>
    public EntityPlan(MappedEntity entity, Ontology ontology)
    {
        Entity = entity;
        Type = ontology.FindNodeType(entity.Type) ?? throw new UnmappedException(entity.Type);
        near = new(Type);
        if (entity.Along is { } along)
        {
            Along = Type.FindRelationship(along) ?? throw new UnmappedException($"{entity.Type}.{along}");
            far = new(Along.Target);
        }

        Properties = [.. entity.Properties.Select(property => Source(property.Key, property.Value))];
        if (entity.Datasets is { } datasets) Datasets = Source("datasets", datasets);
        if (entity.SchemaBy is { } by) SchemaBy = Place(by, toProperty: true);
    }

    public MappedEntity Entity { get; }

    /// <summary>The type of the nodes.</summary>
    public NodeType Type { get; }

    /// <summary>The field along which each relationship is an entity; null: each node is one.</summary>
    public RelationshipField? Along { get; }

    public IReadOnlyList<PropertySource> Properties { get; }

    public PropertySource? Datasets { get; }

    public Place? SchemaBy { get; }

    /// <summary>The relationships that are asked.</summary>
    public IEnumerable<RelationshipType> Relationships =>
        near.Fields.Concat(far?.Fields ?? []).Concat(Along is null ? [] : [Along]).Select(way => way.Relationship);

    /// <summary>What is asked of each node.</summary>
    /// <param name="where">On what the field leads to; null: nothing.</param>
    public IReadOnlyList<Column> Columns(Filter? where)
    {
        if (Along is null) return near.Columns;
        List<SortKey> sort =
        [
            new PropertySort(far!.IdOf, Descending: false),
            .. Along.Relationship.Identifying.Select(property => new PropertySort(new(Subject.Edge, property), Descending: false)),
        ];
        var edges = new EdgeSelection(
            sort, Page.Whole, new([.. edge.Select(property => new PropertyColumn(new(Subject.Edge, property))), .. far.Columns]));
        return [.. near.Columns, new RelatedConnectionColumn(Along, where, new(edges, TotalCount: false, []))];
    }

    /// <summary>Reads a row: the node and the relationships along the field, each with what it leads to; null where the node has no id.</summary>
    public (Reached Near, List<(IReadOnlyList<string>[] Edge, Reached Far)> Edges)? Read<TReader>(
        ref TReader row, Model.Records.RecordBatch scratch, Ontology ontology)
        where TReader : IValueReader, allows ref struct
    {
        row.EnterList();
        var node = near.Read(ref row, scratch, ontology);
        List<(IReadOnlyList<string>[], Reached)> edges = [];
        if (far is not null)
        {
            row.MoveNext();
            row.EnterList();
            row.MoveNext();
            for (row.EnterList(); row.MoveNext();)
            {
                row.EnterList();
                var values = new IReadOnlyList<string>[edge.Count];
                for (var i = 0; i < values.Length; i++) values[i] = ValueTexts.Read(ref row, scratch, edge[i]);
                if (far.Read(ref row, scratch, ontology) is { } end) edges.Add((values, end));
                row.LeaveList();
            }

            row.LeaveList();
        }

        row.LeaveList();
        scratch.Clear();
        return node is null ? null : (node, edges);
    }

    private PropertySource Source(string name, MappedProperty spec) => new(
        name,
        spec,
        [.. spec.Of.Select(way => Place(way, toProperty: true))],
        [.. spec.To.Select(way => Place(way, toProperty: false))],
        Optional(spec.Else),
        Optional(spec.Without),
        Optional(spec.PrefixBy));

    private Place? Optional(string? way) => way is null ? null : Place(way, toProperty: true);

    private Place Place(string way, bool toProperty)
    {
        var steps = way.Split('.');
        switch (steps[0])
        {
            case "edge":
                var property = Along?.Relationship.Properties?.Find(steps[1])
                    ?? throw new UnmappedException($"{Entity.Type}.{Entity.Along}: {steps[1]}");
                if (!edge.Contains(property)) edge.Add(property);
                return new(Side.Edge, new([], edge.IndexOf(property)));
            case "far": return new(Side.Far, far!.Ask(steps.AsSpan(1), toProperty));
            case "near": return new(Side.Near, near.Ask(steps.AsSpan(1), toProperty));
            default: return new(Side.Near, near.Ask(steps, toProperty));
        }
    }
}

/// <summary>Where a way begins.</summary>
internal enum Side
{
    Near,
    Far,
    Edge,
}

/// <summary>Where a way leads.</summary>
internal sealed record Place(Side Side, Way Way);

/// <summary>Where a property finds its values.</summary>
internal sealed record PropertySource(
    string Name, MappedProperty Spec, IReadOnlyList<Place> Of, IReadOnlyList<Place> To, Place? Else, Place? Without, Place? PrefixBy);
