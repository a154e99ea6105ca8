using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Export;

/// <summary>Which nodes belong to chosen acts, as a condition on the nodes of each type.</summary>
internal static class Belonging
{
    /// <summary>The conditions; types without one have no such nodes.</summary>
    /// <param name="act">The acts.</param>
    /// <param name="chosen">Which of them.</param>
    /// <param name="view">Of actors: only those who act, and whom the acts are against.</param>
    public static IReadOnlyDictionary<NodeType, Filter> ToActs(Act act, Filter chosen, GraphView view)
    {
        var ways = new Dictionary<NodeType, List<Filter>> { [act.Type] = [chosen] };
        if (view == GraphView.Actors)
        {
            ways.Clear();
            foreach (var field in new[] { act.By, act.Against }) Add(field.Target.ConcreteTypes, Back(field, act.Type), chosen);
        }
        else
        {
            foreach (var field in act.Type.Relationships.Where(field => !field.Ends.Contains(act.Type)))
                Step(field, act.Type, chosen, Limits.StepsFromAct);
        }

        return ways.ToDictionary(way => way.Key, way => way.Value.Count == 1 ? way.Value[0] : new AnyOf(way.Value));

        void Step(RelationshipField field, NodeType from, Filter condition, int steps)
        {
            var back = Back(field, from);
            Add(field.Target.ConcreteTypes, back, condition);
            if (steps == 1) return;
            foreach (var end in field.Target.ConcreteTypes.Where(end => !IsActor(end)))
                foreach (var next in end.Relationships.Where(next => next.Direction == Direction.Out && !next.Ends.Contains(act.Type)))
                    Step(next, end, new Exists(Of(back, end), condition), steps - 1);
        }

        void Add(IEnumerable<NodeType> types, RelationshipField back, Filter condition)
        {
            foreach (var type in types)
            {
                if (!ways.TryGetValue(type, out var known)) ways.Add(type, known = []);
                known.Add(new Exists(Of(back, type), condition));
            }
        }

        bool IsActor(NodeType type) => act.By.Target.ConcreteTypes.Contains(type) || act.Against.Target.ConcreteTypes.Contains(type);
    }

    /// <summary>A field the other way round, from any node at its end.</summary>
    public static RelationshipField Back(RelationshipField field, NodeType to) => new()
    {
        Name = field.Name,
        Relationship = field.Relationship,
        Direction = field.Direction == Direction.Out ? Direction.In : Direction.Out,
        Source = field.Target,
        Target = to,
        IsList = true,
    };

    private static RelationshipField Of(RelationshipField field, NodeType source) => new()
    {
        Name = field.Name,
        Relationship = field.Relationship,
        Direction = field.Direction,
        Source = source,
        Target = field.Target,
        IsList = true,
    };
}
