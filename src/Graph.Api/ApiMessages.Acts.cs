using Graph.Api.Sdl;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api;

/// <content>Sentences about acts between actors.</content>
internal static partial class ApiMessages
{
    public const string RollUps = "What the parties of an act are replaced by before acts are counted.";
    public const string NoRollUp = "Nothing: they are those that the act names.";
    public const string IsSelf = "Both are one and the same.";
    public const string ByCaption = "By name, then by id.";
    public const string TimeBound =
        "A bound of time: a day such as `2025-06-02`, which stands for all of it, an instant such as `2025-06-02T10:00:00Z`, or milliseconds "
            + "since 1970 as number or text.";
    public const string TimelineRow = "What one bucket of time holds of one series.";
    public const string TimeOfRow = "The first moment of the bucket, in UTC.";
    public const string SeriesOfRow = "The name of the series; null where there is one series, and of what is in none.";
    public const string SeriesKey = "What tells the series apart where names are alike: an id, two with an arrow between, or a value.";
    public const string IsOther = "The row holds all the series that are not named.";
    public const string Series = "What a timeline is split by.";
    public const string OneSeries = "Nothing: there is one series.";

    public static string ToPrincipals(Act act)
    {
        var offices = ActRules.OfficeWays(act).Count > 0 ? "those whom their offices of the day stand for" : null;
        var behalf = act.OnBehalfOf is { } field ? $"those of `{field.Name}`" : null;
        return $"Those whom they speak for: {string.Join(", or else ", new[] { behalf, offices }.OfType<string>())}; who "
            + "speaks for nobody else stays.";
    }

    public static string ToTop(Act act) =>
        $"The same, each then by the nearest {act.UpTo!.Name} that it belongs to, within {ActRules.MostBodies} steps; who belongs to none stays.";

    public static string Pairs(Act act) =>
        $"{act.Type.Name} nodes counted by who acts and against whom; without `sort` the most {act.Type.Plural} first. A null "
            + $"`limit` is {Limits.MaxCountedRows}.";

    public static string Pair(Act act) => $"An ordered pair of {act.Actor} and {act.Counterpart} with {act.Type.Plural} between them.";

    public static string PairSort(Act act) =>
        $"What pairs are ordered by, one key an object; then by the ids of {act.Actor} and {act.Counterpart}.";

    public static string Figure(Act act, ActFigure figure) => figure switch
    {
        ActFigure.Acts => $"Different {act.Type.Plural}.",
        ActFigure.Claims => $"Different claims that they make; one without a claim counts as a claim of its own.",
        ActFigure.Evidence => $"Different {act.Evidence!.Target.Plural} that report them.",
        ActFigure.Answered => "How many of them any act answers.",
        ActFigure.Denied => $"How many of them any act answers with {act.Denies}.",
        ActFigure.First => "The first day; null where none is dated.",
        _ => "The last day; null where none is dated.",
    };

    public static string Timeline(Act act)
    {
        var kinds = act.Counted is { } counted
            ? $" Without `acts` those of the kind {counted} are counted, and all in a timeline by kind; null: all."
            : "";
        return $"Dated {act.Type.Plural} counted by time, and by series within.{kinds} `from` and `to` are widened to whole buckets. "
            + "`top` series with most of them are named (0 to 100), the others are one; `fill` gives rows of zeros for empty buckets.";
    }

    public static string SeriesBy(Act act, ActSeriesChoice series) => series switch
    {
        PartySeries { End: ActEnd.By } => $"Each {act.Actor}.",
        PartySeries => $"Each {act.Counterpart}.",
        PairSeries => $"Each pair of {act.Actor} and {act.Counterpart}.",
        WaySeries { Way: { Property: { } property } way } => $"`{string.Join('.', [.. way.Way.Select(step => step.Name), property.Name])}`.",
        WaySeries { Way: var way } => $"`{string.Join('.', way.Way.Select(step => step.Name))}`.",
        _ => "",
    };

    public static string TimelineNotes(Act act) => $"What the timeline of {act.Type.Plural} leaves out.";

    public static string Undated(Act act) => $"How many {act.Type.Plural} have no day.";

    // Errors of requests.
    public static string NotATimeBound(string value) =>
        $"TimeBound cannot represent value: {value}. Give a day such as \"2025-06-02\", a time with its offset such as "
            + "\"2025-06-02T10:30:00Z\", or milliseconds since 1970.";

    public static string NothingBetween(string field) =>
        $"`from` of `{field}` is not before its `to`: give an earlier `from` or a later `to`; a day as `to` is still inside, an instant is not.";

    public static string TooManyRows(string field, Model.Queries.TimeBucket bucket, int most)
    {
        var larger = bucket == Model.Queries.TimeBucket.Year
            ? ""
            : $"take a larger `bucket` than {ApiNames.Constant(bucket.ToString())}, such as {ApiNames.Constant((bucket + 1).ToString())}, or ";
        return $"{field} has more than {most} rows, rows of zeros included: {larger}bring `from` and `to` closer together, or "
            + "name fewer series with `top`.";
    }

    public static string TopActors(Act act) =>
        $"Those with most {act.Type.Plural} that match: who acts, or with `as` whom they are against. "
            + "Without `acts` those of the counted kind count.";

    public const string TopActorText = "What people know the actor by.";

    public static string TopActorCount(Act act) => $"Different {act.Type.Plural}.";
}
