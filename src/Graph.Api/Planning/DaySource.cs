using Graph.GraphQL;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Planning;

namespace Graph.Api.Planning;

/// <summary>A day before today, in UTC; today itself where no number is given.</summary>
/// <param name="DaysAgo">How many days before, in the request; null: none.</param>
internal sealed record DaySource(PlannedSource? DaysAgo) : ParameterSource
{
    /// <summary>The day in a run; the first there is where the number leads before it.</summary>
    /// <exception cref="GraphQLException">The number is negative.</exception>
    public DateOnly Resolve(CoercedVariables variables, DateOnly today)
    {
        var days = DaysAgo is null ? 0 : (int)DaysAgo.Resolve(variables)!;
        if (days < 0) throw new GraphQLException(ApiMessages.NegativeDays(days));
        return today.AddDays(-Math.Min(days, today.DayNumber));
    }
}
