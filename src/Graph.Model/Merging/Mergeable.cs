using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Model.Merging;

/// <summary>Which nodes of an ontology may be merged: the actors of its acts, of one type each time.</summary>
public sealed class Mergeable
{
    private readonly HashSet<NodeType> types;

    private Mergeable(Act act)
    {
        Family = act.By.Target.ConcreteTypes[0].Family;
        types = [.. act.By.Target.ConcreteTypes.Concat(act.Against.Target.ConcreteTypes).Where(Family.Types.Contains)];
        Target = act.By.Target;
    }

    /// <summary>The rules of an ontology; null where it knows no acts.</summary>
    public static Mergeable? Of(Ontology ontology) => ontology.Act is { } act ? new(act) : null;

    /// <summary>The types that share their ids with the actors.</summary>
    public NodeFamily Family { get; }

    /// <summary>What the actors are asked of: a type or an interface.</summary>
    public EntityType Target { get; }

    /// <summary>The types of actor.</summary>
    public IReadOnlyCollection<NodeType> Types => types;

    /// <summary>Nodes of the type may be merged.</summary>
    public bool Includes(NodeType type) => types.Contains(type);

    /// <summary>Nodes of the type, or of some of an interface's types, may be merged.</summary>
    public bool Includes(EntityType type) => type.ConcreteTypes.Any(types.Contains);

    /// <summary>Nodes of all its types may be merged.</summary>
    public bool IncludesAll(EntityType type) => type.ConcreteTypes.All(types.Contains);

    /// <summary>A condition names nodes of a type by ids of which others may stand for.</summary>
    /// <param name="comparison">The condition.</param>
    /// <param name="type">What the nodes are.</param>
    public bool Names(Comparison comparison, EntityType type) => comparison is
    {
        CaseInsensitive: false,
        Operator: ComparisonOperator.Equal or ComparisonOperator.In,
        Property: { Subject: Subject.Node, Property.Name: "id" },
    }
        && Includes(type);

    /// <summary>A relationship of which a node has one may lead to a node that is merged.</summary>
    public bool IsSingle(RelationshipType type) =>
        (type.SingleStarts.Count > 0 && type.Ends.Any(types.Contains)) || (type.SingleEnds.Count > 0 && type.Starts.Any(types.Contains));

    /// <summary>The numbers under which others know an actor of the type: two that differ are of two actors.</summary>
    public static IEnumerable<Property> Identifiers(NodeType type) =>
        type.Properties.Where(property => property is { Kind: ScalarKind.Id, IsList: false } && property != type.Id);
}
