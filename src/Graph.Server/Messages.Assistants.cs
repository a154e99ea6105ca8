using Graph.Api.Questions;
using Graph.Model.Ontologies;
using Graph.Server.Assistants;

namespace Graph.Server;

/// <summary>What assistants are told, and why they are refused.</summary>
internal static partial class Messages
{
    public const string AssistantsNothing =
        "This server answers trusted documents alone, and no assistants. Start it without them, or ask an operation that it knows.";

    public const string ArgumentLimit = "How many at most.";

    public const string ArgumentText = "Words to look for.";

    public const string ArgumentType = "Only nodes of this type.";

    public const string ArgumentBucket = "How wide each bucket of time is.";

    public static string AssistantInstructions(Act? act) =>
        "Answers come from a graph and change nothing in it. Names may be given as people write them, or as ids."
        + (act is null ? "" : $" Whenever you repeat a node of type {act.Type.Name}, quote the words that report it, and name their document, "
            + "its publisher, its day and its address.")
        + (act?.Notice is { } notice ? " " + notice : "");

    public static string ToolDescription(string description, Act? act) =>
        description.Trim() + (act?.Notice is { } notice ? " " + notice : "");

    public static string ToolOfActs(Act act) =>
        $"{act.Type.Name} nodes that match, those of the latest days first, each with its parties and the words that report it. "
        + "`undated` of `all` have no day and are not listed.";

    public static string ToolOfOneAct(Act act) =>
        $"One {act.Type.Name} with its parties, the words that report it, and what it answers and is answered by.";

    public static string ToolOfActor(Act act) =>
        $"What the graph has of one {act.By.Target.Name}: its properties; how often it is {act.Actor} (`made`) and {act.Counterpart} (`suffered`), "
        + $"and with whom; and its latest {act.Type.Plural} with the words that report them.";

    public static string ArgumentId(EntityType type) => $"The id of the {type.Name}.";

    public static string ArgumentName(EntityType type) => $"A name or id of the {type.Name}.";

    public static string ArgumentActor(Act act, string role) => $"Only those of this {role}: a name or id of the {act.By.Target.Name}.";

    public static string ArgumentSince(Act act) => $"Only those with `{act.On.Name}` on this day or later: YYYY-MM-DD.";

    public static string ArgumentUntil(Act act) => $"Only those with `{act.On.Name}` on this day or earlier: YYYY-MM-DD.";

    public static string ArgumentKind(Act act) => $"Only those whose `{act.Kind!.Name}` is this.";

    public static string NoSuchArgument(string tool, string name, IEnumerable<string> known) =>
        $"{tool} takes no \"{name}\"; it takes {string.Join(", ", known)}.";

    public static string ArgumentMissing(string tool, ToolArgument argument) =>
        $"{tool} needs \"{argument.Name}\": {argument.Description}";

    public static string NotANumber(ToolArgument argument, int most) => $"\"{argument.Name}\" has to be a whole number from 1 to {most}.";

    public static string NotAText(ToolArgument argument) =>
        $"\"{argument.Name}\" has to be a text of 1 to {Limits.AssistantTextChars} characters.";

    public static string NotOneOf(ToolArgument argument, IEnumerable<string> values) =>
        $"\"{argument.Name}\" has to be one of {string.Join(", ", values)}.";

    public static string NotADay(ToolArgument argument) => $"\"{argument.Name}\" has to be a day such as 2025-06-02.";

    public static string NoSuchId(EntityType type, string id) => $"No {type.Name} has the id \"{id}\". Search for it by its words.";

    public static string AnswerTooLong(int most) => $"The answer is longer than {most} characters. Ask for fewer with \"limit\", or of fewer days.";

    public static string NotOneNode(EntityType type, string written, IReadOnlyList<NamedHit> found, IReadOnlyList<string> near) =>
        found.Count > 0
            ? $"Several {type.Name} nodes are called \"{written}\"; give the id of one: "
                + $"{string.Join(", ", found.Select(hit => $"{hit.Id} ({hit.Caption})"))}."
            : $"No {type.Name} is called \"{written}\"." + (near.Count > 0 ? $" There are {string.Join(", ", near)}."
                : " Search for other spellings.");
}
