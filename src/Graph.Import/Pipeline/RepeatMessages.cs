using Graph.Model.Ontologies;

namespace Graph.Import.Pipeline;

/// <summary>What is said of records that contradict an earlier one of the same run.</summary>
internal static class RepeatMessages
{
    public static string Node(NodeType type, string id, string place) =>
        $"The {type.Name} '{id}' stands in {place} already, with other content; merge the two, or give this one another id.";

    public static string FromStart(RelationshipType type, NodeType start, string id, string place) =>
        $"The {start.Name} '{id}' can have only one {type.Name}, and {place} gives it another; remove the one that is wrong.";

    public static string FromEnd(RelationshipType type, NodeType end, string id, string place) =>
        $"Only one {type.Name} can lead to the {end.Name} '{id}', and {place} gives it another; remove the one that is wrong.";
}
