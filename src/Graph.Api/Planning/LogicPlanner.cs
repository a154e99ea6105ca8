using Graph.GraphQL.Planning;
using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <summary>What every input of conditions has in common: all entries hold, and AND, OR and NOT combine inputs of the same type.</summary>
internal static class LogicPlanner
{
    /// <summary>Plans one entry that is not AND, OR or NOT; null is no condition.</summary>
    public delegate Filter? Entry(string name, PlannedValue value, bool negated);

    /// <summary>Plans an input of conditions; null, or an input without any, is no condition.</summary>
    /// <param name="value">The input.</param>
    /// <param name="negated">It stands under an odd number of negations.</param>
    /// <param name="entry">Plans its entries.</param>
    public static Filter? Plan(PlannedValue value, bool negated, Entry entry) => value is not PlannedObject input
        ? null
        : FilterLogic.All(input.Fields.Select(field => field.Key switch
        {
            "AND" => FilterLogic.All(Items(field.Value).Select(item => Plan(item, negated, entry))),
            "OR" => FilterLogic.Any(Items(field.Value).Select(item => Plan(item, negated, entry))),
            "NOT" => FilterLogic.Not(Plan(field.Value, !negated, entry)),
            var name => entry(name, field.Value, negated),
        }).ToList());

    private static IEnumerable<PlannedValue> Items(PlannedValue value) => value is PlannedList list ? list.Items : [];
}
