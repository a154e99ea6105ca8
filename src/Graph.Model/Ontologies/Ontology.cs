namespace Graph.Model.Ontologies;

/// <summary>
/// The domain: node types, interfaces, relationships, properties and enums, read from one SDL file.
/// Everything else (API schema, tables, constraints, what an import accepts) is derived from it.
/// </summary>
public sealed class Ontology
{
    private readonly Dictionary<string, EntityType> entities;
    private readonly Dictionary<string, RelationshipType> relationships;
    private readonly Dictionary<string, NodeType> byLabels;

    internal Ontology(
        IReadOnlyList<NodeType> nodeTypes,
        IReadOnlyList<InterfaceType> interfaces,
        IReadOnlyList<RelationshipType> relationshipTypes,
        IReadOnlyList<PropertySet> propertySets,
        IReadOnlyList<EnumType> enums,
        Act? act,
        string text)
    {
        NodeTypes = nodeTypes;
        Interfaces = interfaces;
        RelationshipTypes = relationshipTypes;
        PropertySets = propertySets;
        Enums = enums;
        Text = text;
        Entities = [.. interfaces, .. nodeTypes];
        entities = Entities.ToDictionary(type => type.Name, StringComparer.Ordinal);
        relationships = relationshipTypes.ToDictionary(type => type.Name, StringComparer.Ordinal);
        byLabels = nodeTypes.ToDictionary(type => LabelKey(type.Labels), StringComparer.Ordinal);
        for (var i = 0; i < nodeTypes.Count; i++) nodeTypes[i].Ordinal = i;
        for (var i = 0; i < relationshipTypes.Count; i++) relationshipTypes[i].Ordinal = i;
        Families = NodeFamily.Of(nodeTypes, interfaces);
        foreach (var family in Families)
            foreach (var type in family.Types) type.Family = family;
        Act = act;
        Tally = act?.Tally is { } tally ? new(act, tally) : null;
    }

    /// <summary>The node types in file order; <see cref="NodeType.Ordinal"/> is the index.</summary>
    public IReadOnlyList<NodeType> NodeTypes { get; }

    /// <summary>The interfaces in file order.</summary>
    public IReadOnlyList<InterfaceType> Interfaces { get; }

    /// <summary>Everything that lists of nodes can be asked of: the interfaces, then the node types.</summary>
    public IReadOnlyList<EntityType> Entities { get; }

    /// <summary>The relationship types by first mention; <see cref="RelationshipType.Ordinal"/> is the index.</summary>
    public IReadOnlyList<RelationshipType> RelationshipTypes { get; }

    /// <summary>The sets of relationship properties in file order.</summary>
    public IReadOnlyList<PropertySet> PropertySets { get; }

    /// <summary>The enums in file order.</summary>
    public IReadOnlyList<EnumType> Enums { get; }

    /// <summary>The file's text.</summary>
    public string Text { get; }

    /// <summary>The families of node types that share their ids; <see cref="NodeFamily.Ordinal"/> is the index.</summary>
    public IReadOnlyList<NodeFamily> Families { get; }

    /// <summary>The type of node that is an act between actors; null where the ontology names none.</summary>
    public Act? Act { get; }

    /// <summary>The derived count of acts between actors, where the ontology names one; otherwise null.</summary>
    public TallyRule? Tally { get; }

    /// <summary>The node type or interface of that name, or null.</summary>
    public EntityType? FindEntity(string name) => entities.GetValueOrDefault(name);

    /// <summary>The node type of that name, or null.</summary>
    public NodeType? FindNodeType(string name) => entities.GetValueOrDefault(name) as NodeType;

    /// <summary>The relationship type of that name, or null.</summary>
    public RelationshipType? FindRelationship(string name) => relationships.GetValueOrDefault(name);

    /// <summary>The interface over just these types, or null; over a type alone there is none.</summary>
    public InterfaceType? FindInterfaceOver(IReadOnlyCollection<NodeType> types) => types.Count < 2
        ? null
        : Interfaces.FirstOrDefault(face => face.Implementations.Count == types.Count && face.Implementations.All(types.Contains));

    /// <summary>The node type whose labels are these, in any order, or null.</summary>
    public NodeType? FindByLabels(IReadOnlyCollection<string> labels) => byLabels.GetValueOrDefault(LabelKey(labels));

    /// <summary>
    /// The node type of a node that may have labels beyond the ontology: of the types whose labels it has all of, the one
    /// that all the others' labels are among too.
    /// </summary>
    public LabelMatch MatchLabels(IReadOnlyCollection<string> labels)
    {
        if (FindByLabels(labels) is { } exact) return new(exact, [], []);
        var among = labels.ToHashSet(StringComparer.Ordinal);
        var fitting = NodeTypes.Where(type => among.IsSupersetOf(type.Labels)).ToList();
        var nearest = fitting.Find(type => fitting.TrueForAll(other => other.Labels.All(type.Labels.Contains)));
        return nearest is null
            ? new(null, [], fitting)
            : new(nearest, [.. among.Except(nearest.Labels).Order(StringComparer.Ordinal)], []);
    }

    /// <summary>The domain that ships with the product: who accused whom.</summary>
    public static Ontology Shipped => LazyShipped.Value;

    private static readonly Lazy<Ontology> LazyShipped = new(ReadShipped);

    private static string LabelKey(IEnumerable<string> labels) => string.Join('\n', labels.Order(StringComparer.Ordinal));

    private static Ontology ReadShipped()
    {
        using var stream = typeof(Ontology).Assembly.GetManifestResourceStream("Graph.Model.ontology.graphql")
            ?? throw new InvalidOperationException("The shipped ontology is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return OntologyReader.Read(reader.ReadToEnd()).Ontology
            ?? throw new InvalidOperationException("The shipped ontology has faults; the tests of Graph.Model name them.");
    }
}
