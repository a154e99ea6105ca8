using Graph.Model.Changes;
using Graph.Model.Ontologies;

namespace Graph.Api;

/// <summary>What the schema says of changes.</summary>
internal static partial class ApiMessages
{
    public const string Changes =
        "What has changed of the records of the graph, in the order in which it did. To keep a copy: ask for `end`, then export "
            + "the graph, then ask for what "
        + "came after it, again and again with `since: next`. Changes are kept for a time only; a cursor from before it is "
        + "refused, and the copy is made anew.";

    public const string ChangesNext =
        "From where to go on: give it as `since`. It comes after everything that this answer has looked at, whatever the types.";

    public const string ChangesEnd = "After everything that has changed by now: whoever begins a copy asks for it before exporting the graph.";

    public const string ChangedType = "The types of the records of the graph: of nodes, also by what they have in common, and of relationships.";

    public const string ChangeRun = "The run that made the change, as `imports` lists it; null where nobody began one.";

    public const string ChangeId = "The id of the node; null of a relationship.";

    public const string ChangeStart = "The node that the relationship starts at; null of a node.";

    public const string ChangeEnd = "The node that the relationship ends at; null of a node.";

    public const string ChangeValues =
        "The properties that are different now; of a record that was added or removed, all it has or had. "
        + "Null of what the first import into an empty graph added: read these records by an export.";

    public const string ChangedFrom = "What it was, as JSON; null where it was missing, and of a text that is told in passages only.";

    public const string ChangedTo = "What it is, as JSON; null where it is missing, and of a text that is told in passages only.";

    public const string ChangeCursorOf = "From where to go on after this change: `from` of a subscription, or `since` of `changes`.";

    public const string Changed =
        "What changes of the records of the graph, each change once and in order, as `changes` lists them. What an import changes is told when "
        + "the import has ended. After a disconnection give the last `cursor` as `from`; without `from` it begins now. Filtered by `types`, and by "
        + "`kinds` of change.";

    public const string NoStreams = "Changes are not told as they happen here. Ask `changes` for them from time to time.";

    public static string ChangedOf(EntityType type) =>
        $"What changes of {type.Name} nodes, each change once and in order, with the node as it is when it is told. Relationships of a node are "
        + "records of their own, of which `changed` tells. What an import changes is told when the import has ended. `where` is a condition "
        + "on the node as it is then; what was removed is told whatever it says. After a disconnection give the last `cursor` as `from`; "
        + "without `from` it begins now.";

    public static string ChangedNodeOf(EntityType type) => $"The {type.Name} as it is when the change is told; null where it is there no more.";

    public static string TooManyListeners(int most) =>
        $"{most} subscriptions are open, the most that this server has; come back later, or ask `changes` from time to time.";

    public static string TooManyListenersOfClient(int most) =>
        $"You have {most} subscriptions open, the most that one client may have; end some, or follow several types with one subscription to "
            + "`changed`.";

    public static string ListenerTooSlow(ChangeCursor place) =>
        $"The changes were not read in time, so this subscription ends. Subscribe again from: \"{place}\" to miss none.";
}
