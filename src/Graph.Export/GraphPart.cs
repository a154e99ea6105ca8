using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Stores;
using Graph.Model.Text;

namespace Graph.Export;

/// <summary>Acts that a condition chooses.</summary>
/// <param name="Where">The condition on an act.</param>
/// <param name="Parameters">Its parameters, numbered from 0.</param>
/// <param name="Values">Their values.</param>
public sealed record ChosenActs(Filter Where, IReadOnlyList<Parameter> Parameters, IReadOnlyList<object?> Values);

/// <summary>
/// What of a graph is exported: some of its nodes, and the relationships between them. Of a part the ids of its nodes are kept, but for
/// those of acts; of a whole graph nothing is.
/// </summary>
public sealed class GraphPart
{
    private readonly Ontology ontology;
    private readonly IReadOnlyDictionary<NodeType, IReadOnlySet<string>>? ids;

    private GraphPart(Ontology ontology, GraphView view, IReadOnlyDictionary<NodeType, IReadOnlySet<string>>? ids, ChosenActs? acts)
    {
        (this.ontology, this.ids, Acts) = (ontology, ids, acts);
        // Tallies count acts that are not chosen as well.
        View = view == GraphView.Whole && ids is not null ? GraphView.Acts : view;
        var among = View == GraphView.Actors ? ActorTypes(ontology) : ontology.NodeTypes;
        Types = ids is null ? among : [.. among.Where(type => ids.ContainsKey(type) || IsOfChosenActs(type))];
    }

    /// <summary>The shape.</summary>
    public GraphView View { get; }

    /// <summary>The types of the nodes, in the order of the ontology.</summary>
    public IReadOnlyList<NodeType> Types { get; }

    /// <summary>Nodes are left out, so that a relationship of one that is exported may lead to one that is not.</summary>
    public bool IsFiltered => ids is not null;

    /// <summary>The acts that are exported, or counted in the view of actors; null where no condition chooses them.</summary>
    internal ChosenActs? Acts { get; }

    /// <summary>The types of relationship that may occur.</summary>
    public IReadOnlyList<RelationshipType> Relationships => View == GraphView.Actors
        ? [ontology.Tally!.Relationship]
        : [.. ontology.RelationshipTypes.Where(type => Types.Any(start => From(start).Any(way => way.Relationship == type)))];

    /// <summary>All nodes of a view.</summary>
    public static GraphPart Of(Ontology ontology, GraphView view) => new(ontology, view, null, null);

    /// <summary>
    /// The acts that are chosen, and what belongs to them: what they are connected with, and what that leads on to, up to the next
    /// actor and within <see cref="Limits.StepsFromAct"/> steps; no other act. In the view of actors who acts and whom the acts are
    /// against, with the tallies of these acts.
    /// </summary>
    /// <param name="store">The graph, whose ontology has acts.</param>
    /// <param name="view">The shape.</param>
    /// <param name="acts">Which acts.</param>
    /// <param name="cancellationToken">Ends looking for what belongs to them.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="QueryRefusedException">The condition is more than the store takes.</exception>
    public static async ValueTask<GraphPart> OfActsAsync(IGraphStore store, GraphView view, ChosenActs acts, CancellationToken cancellationToken)
    {
        var belonging = new Belonging(store, acts, view == GraphView.Actors);
        await belonging.FindAsync(cancellationToken);
        return new(store.Ontology, view, belonging.Found.ToDictionary(found => found.Key, IReadOnlySet<string> (found) => found.Value), acts);
    }

    /// <summary>Nodes that are known by their ids, and what is between them.</summary>
    /// <param name="ontology">The domain.</param>
    /// <param name="view">The shape.</param>
    /// <param name="ids">The ids of the nodes of each type; there may be ids of no node.</param>
    public static GraphPart OfNodes(Ontology ontology, GraphView view, IReadOnlyDictionary<NodeType, IReadOnlyCollection<string>> ids) =>
        new(ontology, view, ids.ToDictionary(some => some.Key, IReadOnlySet<string> (some) => some.Value.ToHashSet(StringComparer.Ordinal)), null);

    /// <summary>The ids of the nodes of a type, in order; null where all are exported, or those that <see cref="Acts"/> chooses.</summary>
    internal IReadOnlyList<string>? Ids(NodeType type) =>
        ids is null || IsOfChosenActs(type) ? null : [.. ids[type].Order(CodePointOrder.Instance)];

    /// <summary>The condition on nodes of a type; null where <see cref="Ids"/> says which, or all are exported.</summary>
    internal ChosenActs? Conditions(NodeType type) => IsOfChosenActs(type) ? Acts : null;

    /// <summary>A node at the end of a relationship is exported; of chosen acts the condition says which are.</summary>
    internal bool Has(NodeType type, string id) => ids is null || IsOfChosenActs(type) || (ids.TryGetValue(type, out var some) && some.Contains(id));

    /// <summary>The relationships between exported nodes that go out from nodes of a type, as fields; no tallies but in the whole graph.</summary>
    internal IReadOnlyList<RelationshipField> From(NodeType start)
    {
        var fields = RelationshipColumns.Of(ontology, start, IsFiltered ? Types : null);
        return View == GraphView.Whole ? fields : [.. fields.Where(field => field.Relationship != ontology.Tally?.Relationship)];
    }

    private bool IsOfChosenActs(NodeType type) => Acts is not null && View != GraphView.Actors && type == ontology.Act?.Type;

    private static IReadOnlyList<NodeType> ActorTypes(Ontology ontology)
    {
        var act = ontology.Tally?.Act ?? throw new InvalidOperationException("The ontology counts no acts between actors.");
        var actors = act.By.Target.ConcreteTypes.Union(act.Against.Target.ConcreteTypes).ToHashSet();
        return [.. ontology.NodeTypes.Where(actors.Contains)];
    }
}
