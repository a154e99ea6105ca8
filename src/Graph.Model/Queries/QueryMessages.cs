namespace Graph.Model.Queries;

/// <summary>The sentences in which a query is refused.</summary>
internal static class QueryMessages
{
    public static string TooManyComparisons(int count, int most) =>
        $"The conditions of this field compare {count} times, and at most {most} are allowed: give the values of one property as one list "
            + "(`in`), or ask in several queries.";

    public static string TooManyComparisonsTogether(int count, int most) =>
        $"With this field the conditions of the operation compare {count} times, and at most {most} are allowed: ask for some of "
            + "its fields in another request.";

    public static string TooHeavy(int weight, int most, string weights) =>
        $"The relationships that this field follows weigh {weight} ({weights}), and at most {most} is allowed: "
        + "put alternatives along one relationship into one `some` with a list (`in`), or ask in several queries.";

    public static string TooHeavyTogether(int weight, int most, string weights) =>
        $"With this field the relationships that the operation follows weigh {weight} ({weights}), and at most {most} is allowed: "
        + "ask for some of its fields in another request.";

    public static string Weights(int inCondition, int inSelection, int underAggregate) =>
        $"{inCondition} for each in a condition, {inSelection} in an order or selection, {underAggregate} under an aggregate condition";

    public static string TooDeep(int deepest) =>
        $"The conditions of this field are nested more than {deepest} levels deep: write AND, OR and NOT side by side instead of inside one another.";

    public static string TooLongPath(int longest) =>
        $"This field follows more than {longest} relationships one from another: start a second query from the nodes found.";
}
