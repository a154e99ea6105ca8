using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Records;

namespace Graph.Export.FollowTheMoney;

/// <summary>What is asked of a node and of those that ways lead to from it: columns of a query, and how their rows are read.</summary>
/// <param name="type">The type of the nodes.</param>
internal sealed class Reach(EntityType type)
{
    private readonly List<Property> properties = [];
    private readonly List<(RelationshipField Field, Reach Reach)> further = [];

    /// <summary>The fields that are followed, from here and from there.</summary>
    public IEnumerable<RelationshipField> Fields => further.SelectMany(one => one.Reach.Fields.Prepend(one.Field));

    /// <summary>Asks along a way; the place of its end.</summary>
    /// <param name="way">Names of fields; the last is a property where <paramref name="toProperty"/> says so.</param>
    /// <param name="toProperty">It leads to a property.</param>
    public Way Ask(ReadOnlySpan<string> way, bool toProperty)
    {
        if (toProperty && way.Length == 1) return new([], PlaceOf(way[0]));
        if (way.Length == 0) return new([], -1);
        var name = way[0];
        var at = further.FindIndex(one => one.Field.Name == name);
        if (at < 0)
        {
            var field = type.FindRelationship(name) ?? throw new UnmappedException($"{type.Name}.{name}");
            at = further.Count;
            further.Add((field, new(field.Target)));
        }

        var rest = further[at].Reach.Ask(way[1..], toProperty);
        return rest with { Steps = [at, .. rest.Steps] };
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<Column> Columns =>
    [
        new TypeColumn(),
        new PropertyColumn(IdOf),
        .. properties.Select(property => new PropertyColumn(new(Subject.Node, property))),
        .. further.Select(one => new RelatedListColumn(
            one.Field, null, [new PropertySort(one.Reach.IdOf, Descending: false)], Page.Whole, new(one.Reach.Columns))),
    ];

    /// <summary>The id, which rows are in the order of.</summary>
    public PropertyRef IdOf => new(Subject.Node, type.Id);

    /// <summary>Reads the columns of a node, of a row that has been entered; null where it has no id.</summary>
    /// <param name="row">The row.</param>
    /// <param name="scratch">Takes texts while they are read.</param>
    /// <param name="ontology">Knows types by their ordinals.</param>
    public Reached? Read<TReader>(ref TReader row, RecordBatch scratch, Ontology ontology)
        where TReader : IValueReader, allows ref struct
    {
        row.MoveNext();
        var found = ontology.NodeTypes[(int)row.ReadInt64()];
        row.MoveNext();
        row.ReadCell(scratch, type.Id.Form, out var id);
        var values = new IReadOnlyList<string>[properties.Count];
        for (var i = 0; i < values.Length; i++) values[i] = ValueTexts.Read(ref row, scratch, properties[i]);
        var nodes = new List<Reached>[further.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            row.MoveNext();
            nodes[i] = [];
            for (row.EnterList(); row.MoveNext();)
            {
                row.EnterList();
                if (further[i].Reach.Read(ref row, scratch, ontology) is { } node) nodes[i].Add(node);
                row.LeaveList();
            }
        }

        return id.Kind == CellKind.Null ? null : new(found, scratch.Text(id), values, nodes);
    }

    private int PlaceOf(string name)
    {
        var property = type.FindProperty(name) ?? throw new UnmappedException($"{type.Name}.{name}");
        var at = properties.IndexOf(property);
        if (at >= 0) return at;
        properties.Add(property);
        return properties.Count - 1;
    }
}

/// <summary>A way through what was asked.</summary>
/// <param name="Steps">The places of the fields.</param>
/// <param name="Property">The place of the property; negative where it leads to nodes.</param>
internal sealed record Way(int[] Steps, int Property);

/// <summary>A node that was reached.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its own id.</param>
/// <param name="Values">The values of each property.</param>
/// <param name="Nodes">The nodes along each field.</param>
internal sealed record Reached(NodeType Type, string Id, IReadOnlyList<string>[] Values, List<Reached>[] Nodes);
