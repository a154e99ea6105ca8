using Graph.Api.Sdl;
using Graph.GraphQL;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Groups;

/// <summary>The argument <c>by</c> becomes the keys of groups.</summary>
internal sealed class GroupKeyPlanner(NodeType type, string name)
{
    /// <summary>Plans the keys.</summary>
    /// <exception cref="GraphQLException">They are none or too many, or a way leads where no relationship is.</exception>
    public IReadOnlyList<GroupKey> Plan(PlannedField field)
    {
        field.Arguments.TryGet("by", out var by);
        var items = (by as PlannedList)?.Items ?? [];
        if (items.Count is 0 or > Limits.MaxGroupKeys)
        {
            throw new GraphQLException(ApiMessages.NumberOfGroupKeys(name, items.Count, Limits.MaxGroupKeys));
        }
        return [.. items.Select(item => Key((PlannedObject)item))];
    }

    private GroupKey Key(PlannedObject key)
    {
        var (kind, value) = key.Fields[0];
        switch (kind)
        {
            case "property":
                return new PropertyKey(Property(GroupFigures.Constant(value)));
            case "time":
                var time = (PlannedObject)value;
                time.TryGet("property", out var property);
                time.TryGet("bucket", out var bucket);
                return new TimeKey(Property(GroupFigures.Constant(property!)), Bucket(GroupFigures.Constant(bucket!)));
            default:
                return Related((PlannedObject)value);
        }
    }

    private Property Property(string constant) => type.Properties.First(property => ApiNames.Constant(property.Name) == constant);

    private static TimeBucket Bucket(string constant) =>
        Enum.GetValues<TimeBucket>().First(bucket => ApiNames.Constant(bucket.ToString()) == constant);

    private RelatedKey Related(PlannedObject key)
    {
        key.TryGet("to", out var to);
        List<string> steps = [GroupFigures.Constant(to!)];
        if (key.TryGet("then", out var then) && then is PlannedLeaf { Source: var source })
            steps.AddRange(((IReadOnlyList<object?>)source.Resolve(CoercedVariables.None)!).Cast<string>());
        if (steps.Count > Limits.MaxGroupSteps)
        {
            throw new GraphQLException(ApiMessages.TooManyGroupSteps(name, steps.Count - 1, Limits.MaxGroupSteps - 1));
        }
        EntityType at = type;
        var way = new List<RelationshipField>();
        foreach (var step in steps)
        {
            var field = at.Relationships.FirstOrDefault(field => ApiNames.Constant(field.Name) == step)
                ?? throw new GraphQLException(ApiMessages.NoSuchGroupStep(name, step, at));
            way.Add(field);
            at = field.Target;
        }

        return new(way);
    }
}
