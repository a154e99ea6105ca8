using Graph.Model.Merging;

namespace Graph.Cli;

/// <summary>What <c>graph merge</c>, <c>unmerge</c> and <c>duplicates</c> say.</summary>
internal static class MergeMessages
{
    public const string NothingToMerge = "The ontology has no acts, and so no actors that could be merged.";

    public const string BecauseMissing = "A judgement needs a reason that others can weigh: --because \"the same birthday and office\".";

    public const string NothingMerged = "No actor of this graph is merged into another.";

    public static string IsOne(string one, string another) => one == another
        ? $"\"{one}\" is one actor; name two."
        : $"\"{one}\" and \"{another}\" are one already.";

    public static string Merged(string id, string into, long merged) =>
        $"\"{id}\" is merged into \"{into}\" now, and is found by both ids. "
            + $"{(merged == 1 ? "One actor of this graph is" : $"{merged} actors of this graph are")} merged into others.";

    public static string Refused(string id, string into, string reason) => $"\"{id}\" is not merged into \"{into}\": {reason}.";

    public static string Apart(string id, string from) => $"\"{id}\" and \"{from}\" are two actors again, each as its sources give it.";

    public static string JudgedApart(string id, string from) => $"\"{id}\" and \"{from}\" are two actors, and no import merges them again.";

    public static string StandsFor(string id, IReadOnlyList<string> others, int count) =>
        $"\"{id}\" stands for {Listed(others, count)}; name the one that is to come apart from it.";

    public static string NotMerged(string written, IReadOnlyList<string> merged, int count) =>
        $"No actor is merged under the id or name \"{written}\". {(count == 1 ? "Merged is" : "Merged are")} {Listed(merged, count)}.";

    public static string SeveralMerged(string written, IReadOnlyList<string> ids, int count) =>
        $"Several merged actors are called \"{written}\": {Listed(ids, count)}. Write the id of the one that is to come apart.";

    public static string SaidBySources(string id, Judgement judgement) =>
        $"\"{id}\" is merged into \"{(judgement.Id == id ? judgement.Other : judgement.Id)}\" because the source {judgement.Source} says so: take "
            + "it out there and import it again, "
        + "or say here that they are not the same: graph unmerge with --because \"…\".";

    public static string SharedParties(int count) => count == 1 ? "one party in common" : $"{count} parties in common";

    public static string OneNumber(string property, string value) => $"both have the {property} {value}";

    public static string OneName(string name) => $"both are called {name}, in some spelling";

    public static string Candidates(int count) => count switch
    {
        0 => "No two actors have a name or number in common that nobody has judged.",
        1 => "1 pair. Merge it with graph merge A B --because \"…\".",
        _ => $"{count} pairs. Merge one with graph merge A B --because \"…\".",
    };

    /// <summary>The ids, and how many more there are.</summary>
    private static string Listed(IReadOnlyList<string> ids, int count) =>
        string.Join(", ", ids.Select(id => $"\"{id}\"")) + (count > ids.Count ? $" and {count - ids.Count} more" : "");
}
