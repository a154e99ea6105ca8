using Graph.Model.Ontologies;

namespace Graph.Api;

/// <content>What is said of groups.</content>
internal static partial class ApiMessages
{
    public const string GroupKey = "The value of a key that a group stands for. All fields are null in the group of the nodes that have none.";
    public const string GroupKeyText =
        "The value as text: of a related node what it is called, of a stretch of time its first day, of a number as JSON prints it.";
    public const string GroupKeyId = "The id of a related node.";
    public const string GroupKeyType = "The type of a related node.";
    public const string GroupKeyTime = "Of a day or an instant: the instant, of a day its midnight in UTC.";
    public const string GroupKeySort = "The order by a key: values as what they are, related nodes by what they are called and then by id.";
    public const string GroupKeyAt = "Which key of `by`, from 0.";
    public const string Value = "A value of the property that a figure is of: a number, a `Date`, a `DateTime` or a `BigInt`, in its own JSON.";
    public const string GroupStep = "A relationship to follow from a related node: a field of its type or interface.";
    public const string GroupKeys = "In the order of `by`.";
    public const string ByProperty = "By a value; of a list by each of its items.";
    public const string ByTime = "By the stretch of time in which a day or an instant lies.";
    public const string ByRelated = "By each related node.";
    public const string GroupThen = "One or two relationships further: fields of what the one before leads to.";
    public const string GroupHaving = "Conditions on groups; all that are given hold.";
    public const string GroupSort
        = "What groups are ordered by; without it by `count`, most first. What is equal is ordered by the keys in turn. Give one key an object.";
    public const string GroupRelated = "How many different nodes the nodes of the group are related to.";
    public const string GroupMin = "The least value; null where no node has one.";
    public const string GroupMax = "The greatest value; null where no node has one.";
    public const string GroupAverage = "The mean of the values, rounded to nine decimals; null where no node has one.";

    public static string RootGroups(EntityType type) =>
        $"{type.Name} nodes counted by what they have. A node counts in each combination of its values, so that sums "
            + "over groups may exceed the total.";

    public static string Group(EntityType type) => $"The {type.Name} nodes that share a value of each key.";

    public static string GroupCount(EntityType type) => $"How many {type.Name} nodes.";

    public static string GroupKeyInput(EntityType type) => $"What {type.Name} nodes are grouped by.";

    public static string GroupProperties(EntityType type) => $"The properties of {type.Name}.";

    public static string FigureHaving(EntityType type) => $"A condition on a figure over the {type.Name} nodes of a group.";

    public static string FigureSort(EntityType type) => $"The order by a figure over the {type.Name} nodes of a group.";
}
