using Graph.Model.Merging;
using Graph.Model.Stores;

namespace Graph.Import;

/// <summary>What an import says of sources that no longer list what they asserted.</summary>
internal static partial class Messages
{
    public static string Unlisted(UnlistedCounts counts) => (counts.UnlistedNodes, counts.UnlistedRelationships) switch
    {
        (var nodes, 0) => Nodes(nodes),
        (0, var relationships) => Relationships(relationships),
        var (nodes, relationships) => $"{Nodes(nodes)} and {Relationships(relationships)}",
    };

    public static string RemovalsWithheld(string source, string unlisted, string file) =>
        $"The source '{source}' no longer lists {unlisted}. Nothing of it was removed, because something in '{file}' was "
            + "rejected: mend it and import again.";

    public static string RemovalsToConfirm(string source, string unlisted, UnlistedCounts counts) =>
        $"The source '{source}' no longer lists {unlisted}, more than a third of its {Nodes(counts.Nodes)} and "
            + $"{Relationships(counts.Relationships)}, so nothing of it was removed. "
        + "If that is meant, import again with --confirm-removals; to add and change only, with --keep.";

    public static string JudgementsWithheld(string source, long gone, string file) =>
        $"The source '{source}' no longer gives {Judgements(gone)}. None was taken back, because something in '{file}' was "
            + "rejected: mend it and import again.";

    public static string JudgementsToConfirm(string source, long gone, long all) =>
        $"The source '{source}' no longer gives {Judgements(gone)} of {all:N0}, more than a third, so none was taken back. "
        + "If that is meant, import again with --confirm-removals; to add and change only, with --keep.";

    private static string Judgements(long count) => count == 1 ? "1 judgement" : $"{count:N0} judgements";

    private static string Nodes(long count) => count == 1 ? "1 node" : $"{count:N0} nodes";

    private static string Relationships(long count) => count == 1 ? "1 relationship" : $"{count:N0} relationships";

    public static string NotMerged(Judgement judgement, string reason) =>
        $"\"{judgement.Id}\" is not merged into \"{judgement.Other}\": {reason}. The judgement is kept, and has its effect "
            + "once nothing speaks against it.";

    public static string SameAsItself(string id) => $"\"{id}\" is judged about itself; \"as\" names the other actor by its id.";
}
