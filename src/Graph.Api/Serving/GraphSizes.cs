using System.Collections.Frozen;
using Graph.Model.Ontologies;

namespace Graph.Api.Serving;

/// <summary>
/// How many nodes of each type a graph has, as last counted, so that queries are weighed by what they really look at. Safe
/// for any number of threads.
/// </summary>
public sealed class GraphSizes
{
    /// <summary>Nodes of a type that nobody has counted: a large graph, so that what is not known is not cheap.</summary>
    public const double NodesUntilCounted = 100_000;

    private volatile FrozenDictionary<NodeType, long> counted = FrozenDictionary<NodeType, long>.Empty;

    /// <summary>Another object after each count.</summary>
    internal object Count => counted;

    /// <summary>Takes the numbers of a count.</summary>
    public void Set(IEnumerable<KeyValuePair<NodeType, long>> numbers) => counted = numbers.ToFrozenDictionary();

    /// <summary>The nodes of a type, or of all types of an interface; at least 1.</summary>
    public double Of(EntityType type)
    {
        var (known, sum) = (counted, 0.0);
        if (known.Count == 0) return NodesUntilCounted;
        foreach (var concrete in type.ConcreteTypes) sum += known.GetValueOrDefault(concrete);
        return Math.Max(1, sum);
    }
}
