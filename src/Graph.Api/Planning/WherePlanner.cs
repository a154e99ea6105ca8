using Graph.Api.Sdl;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <summary>
/// Conditions as the API writes them become conditions of a logical query. What is not said is no condition: an empty
/// input drops out, also as a branch of OR or under a quantifier.
/// </summary>
/// <remarks>
/// As in <c>@neo4j/graphql</c>, an input of <c>some</c>, <c>none</c> or a relation to one node that says something asks for
/// related nodes even where all that it says drops out; under <c>all</c>, <c>single</c> and in conditions of a connection that is no
/// condition.
/// </remarks>
internal sealed class WherePlanner
{
    private readonly ScalarFilterPlanner scalars;
    private readonly AggregateFilterPlanner aggregates;

    public WherePlanner(ParameterList parameters)
    {
        scalars = new(parameters);
        aggregates = new(parameters, scalars);
    }

    /// <summary>Plans a <c>where</c> on nodes.</summary>
    public Filter? Nodes(EntityType type, PlannedValue where, bool negated = false) =>
        LogicPlanner.Plan(where, negated, (name, value, inverted) => Node(type, name, value, inverted));

    /// <summary>Plans a <c>where</c> on relationships and the nodes they lead to: <c>{ node, edge }</c>.</summary>
    public Filter? Edges(EntityType owner, RelationshipField field, PlannedValue where, bool negated = false) =>
        LogicPlanner.Plan(
            where,
            negated,
            (name, value, inverted) => name == "node" ? Nodes(field.Target, value, inverted) : Edge(owner, field, value, inverted));

    /// <summary>The argument of a relationship's field that asks for those that hold on a day; null where it does not.</summary>
    public Filter? HeldOn(RelationshipField field, PlannedObject arguments) =>
        field.Relationship.Properties?.Interval is { } interval && arguments.TryGet(ApiNames.HeldOn, out var day)
            ? scalars.HeldOn(interval, day)
            : null;

    private Filter? Node(EntityType type, string name, PlannedValue value, bool negated)
    {
        if (name == "typename" && type is InterfaceType face) return Typename(face, value);
        if (type.FindProperty(name) is { } property) return scalars.Plan(new(Subject.Node, property), value, negated);
        if (type.FindRelationship(name) is { } field) return field.IsList ? Related(field, value) : One(field, value);
        if (type.Relationships.FirstOrDefault(relationship => relationship.IsList && ApiNames.RelatedCount(relationship) == name) is { } counted)
            return aggregates.Count(counted, value, negated);
        var connected = type.Relationships.First(relationship => ApiNames.ConnectionField(relationship) == name);
        return Connection(type, connected, value, negated);
    }

    private static Filter? Typename(InterfaceType face, PlannedValue value)
    {
        if (value is not PlannedLeaf leaf) return null;
        var names = (IReadOnlyList<object?>)leaf.Source.Resolve(CoercedVariables.None)!;
        return new TypeTest([.. face.Implementations.Where(type => names.Contains(type.Name))]);
    }

    /// <summary>A relation to one node: null means that there is none.</summary>
    private Filter? One(RelationshipField field, PlannedValue value)
    {
        if (value is PlannedNull) return new Not(new Exists(field, null));
        return SaysSomething(value) ? new Exists(field, Nodes(field.Target, value)) : null;
    }

    /// <summary>A relation to many: null means that there are none.</summary>
    private Filter? Related(RelationshipField field, PlannedValue value)
    {
        if (value is not PlannedObject quantifiers) return new Not(new Exists(field, null));
        return FilterLogic.All(quantifiers.Fields.Select(quantifier => (quantifier.Key, quantifier.Value) switch
        {
            ("some", PlannedNull) => new Exists(field, null),
            ("none", PlannedNull) => new Not(new Exists(field, null)),
            ("some", var given) => SaysSomething(given) ? new Exists(field, Nodes(field.Target, given)) : null,
            ("none", var given) => SaysSomething(given) ? new Not(new Exists(field, Nodes(field.Target, given))) : null,
            _ => Quantified(field, quantifier.Key, negated => Nodes(field.Target, quantifier.Value, negated)),
        }).ToList());
    }

    private Filter? Connection(EntityType type, RelationshipField field, PlannedValue value, bool negated)
    {
        var owner = ApiNames.Owner(type, field);
        if (!field.IsList) return Quantified(field, "some", inverted => Edges(owner, field, value, inverted));
        if (value is not PlannedObject quantifiers) return new Not(new Exists(field, null));
        return FilterLogic.All(quantifiers.Fields.Select(quantifier => quantifier.Key == "aggregate"
            ? aggregates.Plan(type, field, quantifier.Value, negated)
            : Quantified(field, quantifier.Key, inverted => Edges(owner, field, quantifier.Value, inverted))).ToList());
    }

    /// <summary>There is an entry, whatever it comes to. A variable that is left out takes its entry with it.</summary>
    private static bool SaysSomething(PlannedValue input) => input is PlannedObject { Fields.Count: > 0 };

    /// <summary>All: there are some, and none of which the condition does not hold; what is unknown speaks neither for nor against.</summary>
    private static Filter? Quantified(RelationshipField field, string quantifier, Func<bool, Filter?> plan)
    {
        if (plan(false) is not { } inner) return null;
        return quantifier switch
        {
            "some" => new Exists(field, inner),
            "none" => new Not(new Exists(field, inner)),
            "single" => new ExistsSingle(field, inner),
            _ => new AllOf([new Exists(field, inner), new Not(new Exists(field, new Not(plan(true)!)))]),
        };
    }

    /// <summary>Conditions on a relationship's properties; under an interface they are keyed by the name of the set.</summary>
    private Filter? Edge(EntityType owner, RelationshipField field, PlannedValue value, bool negated)
    {
        var set = field.Relationship.Properties!;
        if (owner is not InterfaceType) return Properties(set, value, negated);
        return value is PlannedObject keyed && keyed.TryGet(set.Name, out var inner) ? Properties(set, inner, negated) : null;
    }

    private Filter? Properties(PropertySet set, PlannedValue value, bool negated) =>
        LogicPlanner.Plan(value, negated, (name, given, inverted) => set.Find(name) is { } property
            ? scalars.Plan(new(Subject.Edge, property), given, inverted)
            : scalars.HeldOn(set.Interval!, given));
}
