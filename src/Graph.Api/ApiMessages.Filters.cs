using Graph.Model.Ontologies;

namespace Graph.Api;

/// <content>What is said of conditions.</content>
internal static partial class ApiMessages
{
    public const string Or = "At least one of these holds.";
    public const string And = "All of these hold.";
    public const string Not = "This does not hold. Where a value is missing, a comparison neither holds nor does not.";
    public const string TypenameFilter = "The node is of one of these types.";
    public const string RelationshipFilters
        = "Conditions on related nodes. `{}` sets no condition; `some: null` means that there is any, `none: null` that there is none.";
    public const string OneFilter = "The related node is like this; null: there is none.";
    public const string ConnectionWhere
        = "Conditions on a relationship and the node it leads to; `node` and `edge` hold for one and the same relationship.";
    public const string AggregateFilter = "Conditions on figures over all related nodes and relationships.";
    public const string Equal = "Equal; null: there is no value.";
    public const string In = "One of these.";
    public const string IsNull = "True: there is no value; false: there is one. An addition to the dialect of @neo4j/graphql.";
    public const string CaseInsensitive = "The same comparisons without regard to upper and lower case: İ, I and i are one letter, ß and ss are not.";
    public const string ListEqual = "The same items in the same order; null: there is no list.";
    public const string Includes = "This is one of the items.";

    public static string Where(EntityType type) => $"Conditions on {type.Name} nodes; all that are given hold.";

    public static string All(string what) => $"There are {what}, and all are like this.";

    public static string None(string what) => $"No {what} are like this.";

    public static string Single(string what) => $"Exactly one of the {what} is like this.";

    public static string Some(string what) => $"Some {what} are like this.";

    public const string WithinDays =
        "At most so many days before today in UTC, and not after today: both that day and today belong; 0 is today alone. An addition to "
            + "the dialect of @neo4j/graphql.";

    public static string HeldOn(Interval interval) =>
        $"Held on this day: from `{interval.From.Name}` until `{interval.Until.Name}`, which no longer belongs; a missing day leaves that end open. "
            + "Null is no condition. An addition to the dialect of @neo4j/graphql.";

    public static string CountFilter(RelationshipField field) =>
        $"The number of different nodes that `{field.Name}` leads to. An addition to the dialect of @neo4j/graphql.";

    public static string Filters(string scalar) =>
        $"Comparisons of a {scalar}; all that are given hold. Compared with a missing value, or with null except by `eq`, nothing matches.";

    public static string ListFilters(string scalar) => $"Comparisons of a list of {scalar}; all that are given hold.";
}
