using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <content>What conditions cost, and how few nodes an index leaves to look at.</content>
internal sealed partial class QueryCost
{
    /// <summary>What a condition on nodes of a type costs for a number of them; quantifiers inside multiply.</summary>
    private double Weigh(Filter? filter, double rows, bool arrived = false) => filter switch
    {
        null => 0,
        AllOf all => all.Filters.Sum(inner => Weigh(inner, rows, arrived)),
        AnyOf any => any.Filters.Sum(inner => Weigh(inner, rows, arrived)),
        Not not => Weigh(not.Inner, rows, arrived),
        Exists exists => Followed(exists.Field, exists.Inner, rows, arrived),
        ExistsSingle single => Followed(single.Field, single.Inner, rows, arrived),
        AggregateComparison aggregate => rows * (Related(aggregate.Field) * Hop + Counting),
        _ => rows * Condition,
    };

    private double Followed(RelationshipField field, Filter? inner, double rows, bool arrived)
    {
        // Whether there is any at all is known from the first; a condition may have to look at every one.
        if (inner is null) return rows * Hop;
        var related = rows * Related(field, arrived);
        return related * Hop + Weigh(inner, related, arrived: true);
    }

    /// <summary>
    /// How many nodes a relationship leads to on the average, where every one of them has it: 100,000 accusations are a hundred
    /// for each of 1,000 accused. Where it leads to as many nodes as it starts at or fewer, as from actors to actors, their numbers tell
    /// nothing, and what is counted of their relationships does.
    /// </summary>
    private double Related(RelationshipField field, bool arrived = false)
    {
        if (!field.IsList) return 1;
        var average = sizes.Of(field.Target) / sizes.Of(field.Source);
        if (average <= 1 && sizes.DegreesOf(field) is { } degrees) return Math.Max(RelatedNodes, arrived ? degrees.OfWhomIsLedTo : degrees.Average);
        return Math.Max(RelatedNodes, arrived && average > 1 ? average * Busier : average);
    }

    private static int Conditions(Filter? filter) => filter switch
    {
        null => 1,
        AllOf all => all.Filters.Sum(Conditions),
        AnyOf any => any.Filters.Sum(Conditions),
        Not not => Conditions(not.Inner),
        Exists exists => Conditions(exists.Inner),
        ExistsSingle single => Conditions(single.Inner),
        _ => 1,
    };

    /// <summary>How many nodes an index leaves to look at; null when every node has to be looked at.</summary>
    private double? Narrowed(Filter filter, double all) => filter switch
    {
        AllOf every => every.Filters.Select(inner => Narrowed(inner, all)).Min(),
        AnyOf any => any.Filters.Aggregate((double?)0, (sum, inner) => sum + Narrowed(inner, all)),
        Exists { Inner: { } inner } exists => Narrowed(inner, sizes.Of(exists.Field.Target)) * RelatedToAFoundNode,
        Comparison { CaseInsensitive: false, Property: { Subject: Subject.Node, Property: { IsList: false } property } } comparison =>
            Narrowed(comparison, property, all, values),
        _ => null,
    };

    /// <summary>How many nodes an index of a property leaves; null where it has none that answers the comparison.</summary>
    internal static double? Narrowed(Comparison comparison, Property property, double all, Func<Parameter, object?> values)
    {
        if (!property.IsUnique && !property.IsIndexed) return null;
        var each = property.IsUnique ? 1 : NodesOfAValue;
        return comparison.Operator switch
        {
            ComparisonOperator.Equal => each,
            ComparisonOperator.In => each * ((values(comparison.Value) as IReadOnlyList<object?>)?.Count ?? 1),
            ComparisonOperator.Less or ComparisonOperator.LessOrEqual or ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual => all
                * PartInARange,
            _ => null,
        };
    }
}
