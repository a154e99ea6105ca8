namespace Graph.Model.Ontologies;

/// <summary>Ways through an ontology that <c>@act</c> names, of types that are complete.</summary>
internal static class ActWays
{
    /// <summary>The steps of a way, each a field of every concrete type at that point that has it.</summary>
    public static IReadOnlyList<IReadOnlyList<RelationshipField>> Along(EntityType from, IReadOnlyList<string> way)
    {
        var steps = new List<IReadOnlyList<RelationshipField>>();
        IEnumerable<EntityType> here = [from];
        foreach (var name in way)
        {
            var step = here.SelectMany(type => type.ConcreteTypes).Distinct().Select(type => type.FindRelationship(name)).OfType<RelationshipField>()
                .ToList();
            steps.Add(step);
            here = step.ConvertAll(field => field.Target);
        }

        return steps;
    }

    /// <summary>The series at the end of a way of names between dots.</summary>
    public static ActSeries Series(NodeType from, string way)
    {
        EntityType here = from;
        var relationships = new List<RelationshipField>();
        var steps = way.Split('.');
        foreach (var name in steps)
        {
            if (here.FindRelationship(name) is not { } field) return new(name, relationships, here.FindProperty(name));
            relationships.Add(field);
            here = field.Target;
        }

        return new(steps[^1], relationships, null);
    }
}
