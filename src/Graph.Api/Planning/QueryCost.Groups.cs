using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <content>What groups cost: every combination of values that a node counts in is a row of its own.</content>
internal sealed partial class QueryCost
{
    /// <summary>Items of a list, and related nodes where there are fewer of them than nodes: most nodes have one or two.</summary>
    private const double ValuesOfAKey = 1.5;

    /// <summary>Weighs how a number of nodes are grouped, and what is answered of the groups.</summary>
    public void Group(GroupQuery query, double found)
    {
        // Ways that lead to the same node are walked each, and grouped once.
        var (rows, ways, hops) = (found, found, 0.0);
        foreach (var key in query.Keys)
        {
            if (key is PropertyKey { Property.IsList: true }) (rows, ways) = (rows * ValuesOfAKey, ways * ValuesOfAKey);
            if (key is not RelatedKey related) continue;
            foreach (var (i, field) in related.Way.Index())
            {
                rows *= ValuesAlong(field, arrived: i > 0);
                ways *= WaysAlong(field, arrived: i > 0);
                hops += ways * Hop;
            }
        }

        var counted = query.Figures.OfType<RelatedFigure>().Sum(figure => rows * ValuesAlong(figure.Field, arrived: false) * (Hop + Counting));
        var grouped = rows * (Grouping + Aggregate * query.Figures.Count);
        Add(hops + grouped + counted, ApiMessages.DearGroups(query.Type));
        Rows += Math.Min(rows, Limit(query.Page) ?? Limits.MaxRowsWithoutLimit);
    }

    private double ValuesAlong(RelationshipField field, bool arrived)
    {
        if (!field.IsList) return 1;
        var average = sizes.Of(field.Target) / sizes.Of(field.Source);
        return Math.Max(ValuesOfAKey, arrived && average > 1 ? average * Busier : average);
    }

    // By the relationships that nodes really have, where they are counted: those of a few hundred actors that all accuse each other are most
    // of a graph's, and lead to each other, however few its nodes have on the average.
    private double WaysAlong(RelationshipField field, bool arrived) => field.IsList && sizes.DegreesOf(field) is { } degrees
        ? Math.Max(ValuesOfAKey, arrived ? degrees.OfWhomIsLedTo : degrees.Average)
        : ValuesAlong(field, arrived);
}
