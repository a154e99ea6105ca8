using Graph.Model.Ontologies;

namespace Graph.Api;

/// <content>What is said of passages of long texts.</content>
internal static partial class ApiMessages
{
    public const string Passage = "A part of a long text, cut between what a reader takes for signs. Places are counted in Unicode code points.";

    public const string PassageField = "It is told around the words of what quotes it; whole only where its terms allow that.";

    public const string PassageText = "The words.";

    public const string PassageStart = "Where they begin in the text.";

    public const string PassageEnd = "Where they end in the text; excluded.";

    public const string PassageLength = "How long the text is.";

    public static string PassageCharacters =>
        $"How much stands on either side, up to {Limits.MaxPassageCharacters} code points; less of a text that may not be told whole.";

    public static string PassageAround(Excerpt excerpt) =>
        $"Id of the {excerpt.Around.Target.Name} around whose words it is; "
        + "where that quotes another text, null is answered. Without it, the whole text.";

    public static string DearPassages(Property text) =>
        $"the passages of `{text.Name}`: ask for them of fewer nodes, or leave them out";

    public static string NotWhole(string coordinate, string? id, string? terms) =>
        $"{coordinate}{(id is null ? "" : $" of the node `{id}`")} is not told whole: "
        + (terms is null ? "nothing says that its terms allow it" : $"its terms are {Shown(terms)}, which are not among those that allow it")
        + $". Ask for what stands around a quote of it, with `around`.";
}
