using Graph.Api.Sdl;
using Graph.Model.Ontologies;
using Graph.Model.Text;

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
        $"Chains of actors in which one after the other is {act.Actor} of the next, by {act.Type.Plural} that match: those of the `lengths` "
        + "least lengths that occur, no actor twice in one. With `directed: false` a step may go against the arrow.";

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
        $"{act.Counted} in answer to an act whose {act.Counterpart} is {act.Actor} of this one, or both stand for one and the same.";

    public const string Paths =
        "Paths between two nodes over any relationships, walked in either direction: those of the `lengths` least lengths that occur, no node twice "
        + "in one. `along` names the relationships; null: all, those too that are kept, but those that only say where nodes come from.";

    public const string PathsInOrder = "By length, then step by step by the node's id and type, the relationship's name, and OUT before IN.";
    public const string PathNodes = "From one end to the other: one more than there are steps.";
    public const string Caption = "What people know the node by: the first text that its type always has, or else the id.";
    public const string DirectionAsWalked = "How the step was walked: OUT along the relationship, IN against it.";
    public const string DirectionOut = "From the node.";
    public const string DirectionIn = "To the node.";
    public const string NodeRef = "A node by its id and its type, which may be an interface.";
    public const string NodeTypeName = "The types of nodes, and the interfaces over them.";
    public const string RelationshipName = "The types of relationships.";

    public const string NeighbourhoodNodes = "By layer, then those with most relationships first, then by id and type.";
    public const string NeighbourhoodLinks =
        "Every relationship between two of the nodes, walked or not, parallel ones as one; by type, source and target.";
    public const string NeighbourhoodCut = "Relationships of which not all neighbours are shown, walked or not.";
    public const string NodeKey = "`Type:id`: ids are unique only within a type.";
    public const string KeyOfNode = "The `key` of a node.";
    public const string Degree = "All relationships of the node in the graph, whatever the arguments; one to itself once.";
    public const string LinkId = "`TYPE source target`.";
    public const string LinkCount = "How many parallel relationships there are; of one that is kept as a count, the count.";
    public const string LinkDay = "Of a relationship that is kept as a count; null of others.";
    public const string CutShown = "Neighbours that are shown.";
    public const string CutTotal = "All neighbours.";
    public const string Fold = "What is left out of a neighbourhood.";
    public const string FoldNone = "Nothing.";

    public static string FoldActs(Act act) => $"{act.Type.Plural} and their relationships.";

    public static string Neighbourhood(Act? act) =>
        "What lies around nodes, for drawing: over each relationship and direction the strongest `perRelationship` neighbours, and theirs, "
        + "`depth` layers; `along` names the relationships that are walked, null: all. Nodes that only say where others come from are shown, and "
        + "walked on from where they are among `of`. What is left out is told in `cut`."
        + (act is null ? "" : $" With `where`, {act.Type.Plural} that do not match are not there, and what is kept as a count counts those that do.");

    // Errors of requests.
    public static string WrongNumberOfNodes(string argument, string field, int count, int most) =>
        $"`{argument}` of `{field}` names {count} nodes: it must be from 1 to {most}.";

    public static string FoldedStart(string id) =>
        $"`of` of `neighbourhood` names `{Shown(id)}`, which `fold: ACTS` leaves out: name another node, or leave `fold` out.";

    public static string OutOfRange(string argument, string field, int value, int least, int most) =>
        $"`{argument}` of `{field}` is {value}: it must be from {least} to {most}.";

    public static string NoSuchNode(string argument, string field, EntityType type, string id) =>
        $"`{argument}` of `{field}`: no {type.Name} has the id `{Shown(id)}`; look it up with `{ApiNames.RootList(type)}`.";

    public static string SameEnds(string field, string id) =>
        $"`from` and `to` of `{field}` are both `{Shown(id)}`: give two that differ.";

    public const string DearSteps = "the steps that a search may look at: ask for a smaller `maxLength`, or narrow it down with `where`";

    public const string ChangedWhileRead =
        "A node that this field leads to is not there: the graph was changed while it was read, or a relationship leads to what is no node of the "
        + "ontology. Ask again; if it stays so, remove that relationship from the store.";

    private static string Shown(string text) => Shortened.Of(text, MostShown);
}
