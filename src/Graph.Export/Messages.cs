using Graph.Model.Ontologies;
using Graph.Model.Values;

namespace Graph.Export;

/// <summary>What an export says.</summary>
internal static class Messages
{
    public static string WrongValue(string owner, Property property, ValueFault fault) =>
        $"{owner}: {property.Name} holds {fault.Found}{(fault.Index is { } index ? $" at place {index}" : "")}, which is not of the type {property.TypeText}; it was left out. Mend the value in the database.";

    public static string NoId(NodeType type) =>
        $"A node of type {type.Name} has no id and was left out. Give it one in the database.";

    public static string NoEndId(string owner, RelationshipType relationship) =>
        $"{owner}: a relationship {relationship.Name} leads to a node without an id and was left out. Give that node an id in the database.";

    public static string NodesMissed(NodeType type, long missed) =>
        $"{missed} {(missed == 1 ? "node" : "nodes")} of type {type.Name} could not be read: the graph changed meanwhile, or an id is not a text. Export again; if the number stays, make every id a text in the database.";

    public static string Owner(NodeType type, string id) => $"{type.Name} \"{id}\"";

    public static string Owner(RelationshipType type, string start, string end) => $"{type.Name} from \"{start}\" to \"{end}\"";
}
