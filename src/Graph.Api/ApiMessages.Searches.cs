using Graph.Api.Sdl;
using Graph.Model.Ontologies;

namespace Graph.Api;

/// <content>What is said of searches through the graph: chains, threads, paths and neighbourhoods.</content>
internal static partial class ApiMessages
{
    /// <summary>Characters of a text from the request that an error repeats: enough to know it by.</summary>
    private const int MostShown = 60;

    // Descriptions of the schema.
    public const string Complete = "There is nothing more to tell; otherwise `bound` says why there may be.";
    public const string Bound = "What keeps an answer from being complete.";
    public const string BoundLimit = "There are more of these lengths than `limit`.";
    public const string BoundLength = "There is none within `maxLength`.";
    public const string BoundExpansions = "The search looked at as many steps as it may; there may be others.";
    public const string BoundTime = "The search took as long as it may; there may be others.";
    public const string ChainsInOrder = "By length, then by the ids along each.";
    public const string ChainLength = "How many steps it has.";

    public static string Chains(Act act) =>
        $"Chains of actors in which one after the other is {act.Actor} of the next, by {act.Type.Plural} that match: those of the `lengths` least lengths "
        + "that occur, no actor twice in one. With `directed: false` a step may go against the arrow.";

    public static string ActsThatMatch(Act act) => $"How many {act.Type.Plural} that match lead from one to the other.";

    public static string ActsThatMatchInOrder(Act act) => $"The {act.Type.Plural} that match; without `sort` in the order of their ids.";

    public const string ThreadRoot =
        "Answers nothing in the thread: of several the one of the earliest day, then of the least id; in a ring of all.";

    public const string ThreadFirst = "The first day.";
    public const string ThreadLast = "The last day.";
    public const string ThreadActs = "By day, those without one last, then by id.";
    public const string ThreadDepth = "The fewest answers between the act and the root, in either direction.";
    public const string ThreadMove = "The kind of act, or that it strikes back.";

    public static string Threads(Act act) =>
        $"{act.Type.Plural} that answer each other, in either direction and however long, two at least: the largest thread first, then the one that "
        + "began first, then by the id of its root. `where` finds threads that hold a match, and tells them whole.";

    public static string ThreadSize(Act act) => $"All {act.Type.Plural} of the thread.";

    public static string ThreadParties(Act act) => $"Whoever is {act.Actor} or {act.Counterpart} in it, by id.";

    public static string ThreadAnswers(Act act) => $"The {act.Type.Plural} that the act answers, by id.";

    public static string CounterMove(Act act) =>
        $"{act.Counted} in answer to an act whose {act.Counterpart} is one of the {act.Actor}s, or is or stands for somebody that one of them stands for.";

    public const string Paths =
        "Paths between two nodes over any relationships, walked in either direction: those of the `lengths` least lengths that occur, no node twice "
        + "in one. `along` names the relationships; null: all, those too that are kept.";

    public const string PathsInOrder = "By length, then step by step by the node's id and type, the relationship's name, and OUT before IN.";
    public const string PathNodes = "From one end to the other: one more than there are steps.";
    public const string Caption = "What people know the node by: the first text that its type always has, or else the id.";
    public const string DirectionAsWalked = "How the step was walked: OUT along the relationship, IN against it.";
    public const string DirectionOut = "From the node.";
    public const string DirectionIn = "To the node.";
    public const string NodeRef = "A node by its id and its type, which may be an interface.";
    public const string NodeTypeName = "The types of nodes, and the interfaces over them.";
    public const string RelationshipName = "The types of relationships.";

    // Errors of requests.
    public static string OutOfRange(string argument, string field, int value, int least, int most) =>
        $"`{argument}` of `{field}` is {value}: it must be from {least} to {most}.";

    public static string NoSuchNode(string argument, string field, EntityType type, string id) =>
        $"`{argument}` of `{field}`: no {type.Name} has the id `{Shown(id)}`; look it up with `{ApiNames.RootList(type)}`.";

    public static string SameEnds(string field, string id) =>
        $"`from` and `to` of `{field}` are both `{Shown(id)}`: give two that differ.";

    public const string DearSearch = "the steps that a search may look at: ask for a smaller `maxLength`, or narrow it down with `where`";

    public const string ChangedWhileRead = "The graph was changed while this field was read: ask again.";

    private static string Shown(string text) => text.Length <= MostShown ? text : text[..MostShown] + "…";
}
