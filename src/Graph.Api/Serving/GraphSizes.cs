using System.Collections.Frozen;
using Graph.Model.Ontologies;
using Graph.Model.Stores;

namespace Graph.Api.Serving;

/// <summary>
/// How many nodes of each type a graph has and how many relationships they have, as last counted, so that queries are weighed
/// by what they really look at. Safe for any number of threads.
/// </summary>
public sealed class GraphSizes
{
    /// <summary>Nodes of a type that nobody has counted: a large graph, so that what is not known is not cheap.</summary>
    public const double NodesUntilCounted = 100_000;

    private volatile Counts counted = new(FrozenDictionary<NodeType, long>.Empty, null);

    /// <summary>Another object after each count.</summary>
    internal object Count => counted;

    /// <summary>Whether the degrees of nodes are known.</summary>
    internal bool HasDegrees => counted is { Nodes.Count: > 0, Degrees: not null };

    /// <summary>Takes the numbers of a count.</summary>
    /// <param name="numbers">The nodes of each type.</param>
    /// <param name="degrees">Their relationships; null where nobody has counted them.</param>
    public void Set(IEnumerable<KeyValuePair<NodeType, long>> numbers, GraphDegrees? degrees = null) =>
        counted = new(numbers.ToFrozenDictionary(), degrees);

    /// <summary>The nodes of a type, or of all types of an interface; at least 1.</summary>
    public double Of(EntityType type) => Of(type.ConcreteTypes);

    /// <summary>What is known of the relationships of nodes that a field may be followed from; null where nothing is.</summary>
    internal FieldDegrees? DegreesOf(RelationshipField field) =>
        counted.Degrees?.Of(field.Relationship, field.Direction) is { } degrees
            ? new(degrees.Relationships / Of(field.Starts), degrees.OfWhomIsLedTo, degrees.Greatest)
            : null;

    /// <summary>How many nodes lead to one along a field, the field's other direction; null where it is not known.</summary>
    internal double? LeadingTo(RelationshipField field) =>
        counted.Degrees?.Of(field.Relationship, field.Direction == Direction.Out ? Direction.In : Direction.Out)?.OfWhomIsLedTo;

    private double Of(IReadOnlyList<NodeType> types)
    {
        var (known, sum) = (counted.Nodes, 0.0);
        if (known.Count == 0) return NodesUntilCounted;
        foreach (var concrete in types) sum += known.GetValueOrDefault(concrete);
        return Math.Max(1, sum);
    }

    private sealed record Counts(FrozenDictionary<NodeType, long> Nodes, GraphDegrees? Degrees);
}

/// <summary>How many relationships of a field a node has.</summary>
/// <param name="Average">On the average of all nodes.</param>
/// <param name="OfWhomIsLedTo">On the average of nodes to which a relationship led.</param>
/// <param name="Greatest">The most.</param>
internal readonly record struct FieldDegrees(double Average, double OfWhomIsLedTo, double Greatest);
