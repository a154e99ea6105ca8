using Graph.GraphQL;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Planning;
using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <summary>
/// The days between two bounds that a request gives, widened to whole buckets. A day as a bound stands for all of it; an instant
/// is the first moment inside, or the first after.
/// </summary>
/// <param name="From">The lower bound; null where there is none.</param>
/// <param name="To">The upper bound; null where there is none.</param>
/// <param name="Bucket">The buckets.</param>
/// <param name="Field">The field's name, for the error.</param>
internal sealed record TimeRange(PlannedSource? From, PlannedSource? To, TimeBucket Bucket, string Field)
{
    /// <summary>The first day inside.</summary>
    /// <exception cref="GraphQLException">The bounds leave nothing between them.</exception>
    public DateOnly FirstDay(CoercedVariables variables)
    {
        Check(variables);
        return Bucket.FirstDay(DateOnly.FromDateTime(new(Start(From!.Resolve(variables)!))));
    }

    /// <summary>The last day inside.</summary>
    /// <exception cref="GraphQLException">The bounds leave nothing between them.</exception>
    public DateOnly LastDay(CoercedVariables variables)
    {
        Check(variables);
        var last = DateOnly.FromDateTime(new(Math.Max(0, End(To!.Resolve(variables)!) - 1)));
        return Bucket.DayAfter(last)?.AddDays(-1) ?? DateOnly.MaxValue;
    }

    private void Check(CoercedVariables variables)
    {
        if (From?.Resolve(variables) is { } from && To?.Resolve(variables) is { } to && Start(from) >= End(to))
            throw new GraphQLException(ApiMessages.NothingBetween(Field));
    }

    // Ticks of UTC.
    private static long Start(object bound) => bound is DateOnly day ? day.ToDateTime(default).Ticks : ((DateTimeOffset)bound).UtcTicks;

    private static long End(object bound) =>
        bound is DateOnly day ? day.ToDateTime(default).Ticks + TimeSpan.TicksPerDay : ((DateTimeOffset)bound).UtcTicks;
}
