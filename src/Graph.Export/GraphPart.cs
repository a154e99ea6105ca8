using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Export;

/// <summary>
/// What of a graph is exported: the nodes for which a condition holds, and the relationships between them. The conditions are put
/// to the store, so that nothing is kept here that grows with the graph.
/// </summary>
public sealed class GraphPart
{
    private readonly IReadOnlyDictionary<NodeType, Filter>? nodes;
    private readonly Ontology ontology;

    private GraphPart(Ontology ontology, GraphView view, IReadOnlyDictionary<NodeType, Filter>? nodes, ChosenActs? acts, IReadOnlyList<Parameter> parameters, IReadOnlyList<object?> values)
    {
        (this.ontology, View, this.nodes, Acts, Parameters, Values) = (ontology, view, nodes, acts, parameters, values);
        var among = view == GraphView.Actors ? ActorTypes(ontology) : ontology.NodeTypes;
        Types = nodes is null ? among : [.. among.Where(nodes.ContainsKey)];
    }

    /// <summary>The shape.</summary>
    public GraphView View { get; }

    /// <summary>The types of the nodes, in the order of the ontology.</summary>
    public IReadOnlyList<NodeType> Types { get; }

    /// <summary>Some nodes may be left out: not all relationships of a node that is exported lead to one that is.</summary>
    public bool IsFiltered => nodes is not null;

    /// <summary>The acts that are counted in the view of actors; null: all that the ontology counts.</summary>
    internal ChosenActs? Acts { get; }

    /// <summary>The parameters of the conditions, numbered from 0.</summary>
    internal IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Their values.</summary>
    internal IReadOnlyList<object?> Values { get; }

    /// <summary>All nodes of a view.</summary>
    public static GraphPart Of(Ontology ontology, GraphView view) => new(ontology, view, null, null, [], []);

    /// <summary>
    /// The acts that are chosen, and what belongs to them: what they are connected with, and what that leads on to, up to the next
    /// actor and within <see cref="Limits.StepsFromAct"/> steps; no other act.
    /// </summary>
    /// <param name="ontology">The domain, which has acts.</param>
    /// <param name="view">The shape; the whole graph is that of acts here, for tallies count acts that are not chosen.</param>
    /// <param name="acts">Which acts.</param>
    public static GraphPart OfActs(Ontology ontology, GraphView view, ChosenActs acts)
    {
        var shape = view == GraphView.Whole ? GraphView.Acts : view;
        return new(ontology, shape, Belonging.ToActs(ontology.Act!, acts.Where, shape), acts, acts.Parameters, acts.Values);
    }

    /// <summary>Nodes that are known by their ids, and what is between them.</summary>
    /// <param name="ontology">The domain.</param>
    /// <param name="view">The shape.</param>
    /// <param name="ids">The ids of the nodes of each type; there may be ids of no node.</param>
    public static GraphPart OfNodes(Ontology ontology, GraphView view, IReadOnlyDictionary<NodeType, IReadOnlyCollection<string>> ids)
    {
        var (filters, parameters, values) = (new Dictionary<NodeType, Filter>(), new List<Parameter>(), new List<object?>());
        foreach (var type in ontology.NodeTypes)
        {
            if (!ids.TryGetValue(type, out var some) || some.Count == 0) continue;
            parameters.Add(new(parameters.Count, ScalarKind.Id, IsList: true));
            values.Add(some.ToList<object?>());
            filters.Add(type, new Comparison(new(Subject.Node, type.Id), ComparisonOperator.In, parameters[^1]));
        }

        return new(ontology, view, filters, null, parameters, values);
    }

    /// <summary>The condition on nodes of a type, which is one of <see cref="Types"/>; null: all of them.</summary>
    internal Filter? Of(NodeType type) => nodes?[type];

    /// <summary>The relationships between exported nodes that go out from nodes of a type, as fields; no tallies but in the whole graph.</summary>
    internal IReadOnlyList<RelationshipField> From(NodeType start)
    {
        var fields = RelationshipColumns.Of(ontology, start, IsFiltered ? Types : null);
        return View == GraphView.Whole ? fields : [.. fields.Where(field => field.Relationship != ontology.Tally?.Relationship)];
    }

    /// <summary>The types of relationship that may occur.</summary>
    public IReadOnlyList<RelationshipType> Relationships
    {
        get
        {
            if (View == GraphView.Actors) return [ontology.Tally!.Relationship];
            return [.. ontology.RelationshipTypes.Where(type => Types.Any(start => From(start).Any(way => way.Relationship == type)))];
        }
    }

    private static IReadOnlyList<NodeType> ActorTypes(Ontology ontology)
    {
        var act = ontology.Tally?.Act ?? throw new InvalidOperationException("The ontology counts no acts between actors.");
        var actors = act.By.Target.ConcreteTypes.Union(act.Against.Target.ConcreteTypes).ToHashSet();
        return [.. ontology.NodeTypes.Where(actors.Contains)];
    }
}

/// <summary>Acts that a condition chooses.</summary>
/// <param name="Where">The condition on an act.</param>
/// <param name="Parameters">Its parameters, numbered from 0.</param>
/// <param name="Values">Their values.</param>
public sealed record ChosenActs(Filter Where, IReadOnlyList<Parameter> Parameters, IReadOnlyList<object?> Values);
