using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <summary>Conditions on counts and other aggregates over related nodes and relationships.</summary>
internal sealed class AggregateFilterPlanner(ParameterList parameters, ScalarFilterPlanner scalars)
{
    public Filter? Plan(EntityType type, RelationshipField field, PlannedValue value, bool negated) =>
        LogicPlanner.Plan(value, negated, (name, part, inverted) => name switch
        {
            "count" => Counts(field, part, inverted),
            "node" => Values(field, Subject.Node, field.Target.FindProperty, part, inverted),
            _ when type is InterfaceType => Keyed(field, part, inverted),
            _ => Edges(field, part, inverted),
        });

    /// <summary>Plans a condition on the number of distinct related nodes.</summary>
    public Filter? Count(RelationshipField field, PlannedValue value, bool negated) =>
        Compare(field, new(AggregateFunction.CountNodes, null), ScalarKind.Int, value, negated);

    private Filter? Counts(RelationshipField field, PlannedValue value, bool negated) => value is not PlannedObject counts
        ? null
        : FilterLogic.All(counts.Fields.Select(count => Compare(
            field,
            new(count.Key == "nodes" ? AggregateFunction.CountNodes : AggregateFunction.CountEdges, null),
            ScalarKind.Int,
            count.Value,
            negated)).ToList());

    private Filter? Keyed(RelationshipField field, PlannedValue value, bool negated) =>
        value is PlannedObject keyed && keyed.TryGet(field.Relationship.Properties!.Name, out var inner) ? Edges(field, inner, negated) : null;

    private Filter? Edges(RelationshipField field, PlannedValue value, bool negated) =>
        Values(field, Subject.Edge, field.Relationship.Properties!.Find, value, negated);

    private Filter? Values(RelationshipField field, Subject subject, Func<string, Property?> find, PlannedValue value, bool negated) =>
        LogicPlanner.Plan(value, negated, (name, aggregates, inverted) =>
        {
            var property = new PropertyRef(subject, find(name)!);
            return aggregates is not PlannedObject functions
                ? null
                : FilterLogic.All(functions.Fields.Select(
                    function => Compare(
                        field,
                        new(Function(function.Key), property),
                        Kind(function.Key, property),
                        function.Value,
                        inverted)).ToList());
        });

    private Filter? Compare(
        RelationshipField field,
        AggregateTerm term,
        ScalarKind kind,
        PlannedValue value,
        bool negated) => value is not PlannedObject operators
        ? Missing(field, term)
        : FilterLogic.All(operators.Fields.Select(comparison => (comparison.Key, comparison.Value) switch
        {
            ("isNull", var asked) => ScalarFilterPlanner.IsNull(asked) switch
            { null => null, true => Missing(field, term), false => new Not(Missing(field, term)) },
            (ApiNames.WithinDays, PlannedLeaf days) =>
                scalars.WithinDays(days, (comparison, day) => new AggregateComparison(field, term, comparison, day)),
            (_, PlannedLeaf leaf) => new AggregateComparison(field, term, ScalarFilterPlanner.Named(comparison.Key), parameters.Add(leaf, kind)),
            ("eq", _) => Missing(field, term),
            _ => FilterLogic.Unknown(negated),
        }).ToList());

    /// <summary>The aggregate has no value: no related node or relationship has one. Counts and sums always have one.</summary>
    private static Filter Missing(RelationshipField field, AggregateTerm term) => term is { Of: { } property, Function: not AggregateFunction.Sum }
        ? new Not(new Exists(field, new Not(new NullTest(property))))
        : FilterLogic.Never;

    private static AggregateFunction Function(string name) => name switch
    {
        "min" => AggregateFunction.Min,
        "max" => AggregateFunction.Max,
        "sum" => AggregateFunction.Sum,
        "average" => AggregateFunction.Average,
        "shortestLength" => AggregateFunction.ShortestLength,
        "longestLength" => AggregateFunction.LongestLength,
        _ => AggregateFunction.AverageLength,
    };

    private static ScalarKind Kind(string name, PropertyRef property) => name switch
    {
        "average" or "averageLength" => ScalarKind.Float,
        "shortestLength" or "longestLength" => ScalarKind.Int,
        _ => property.Property.Kind,
    };
}
