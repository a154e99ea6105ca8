using Graph.Export.FollowTheMoney;
using Graph.Model.Ontologies;
using Graph.Model.Values;

namespace Graph.Export;

/// <summary>What an export says.</summary>
internal static class Messages
{
    public static string WrongValue(string owner, Property property, ValueFault fault) =>
        $"{owner}: {property.Name} holds {fault.Found}{(fault.Index is { } index ? $" at place {index}" : "")}, which is not of the type "
            + $"{property.TypeText}; it was left out. Mend the value in the database.";

    public static string NoId(NodeType type) =>
        $"A node of type {type.Name} has no id and was left out. Give it one in the database.";

    public static string NoEndId(string owner, RelationshipType relationship) =>
        $"{owner}: a relationship {relationship.Name} leads to a node without an id and was left out. Give that node an id in the database.";

    public static string NodesMissed(NodeType type, long missed) =>
        $"{missed} {(missed == 1 ? "node" : "nodes")} of type {type.Name} could not be read: the graph changed meanwhile, or an id is not a text. "
            + "Export again; if the number stays, make every id a text in the database.";

    public static string NoProperty(RelationshipType type, long number) =>
        $"{number} {(number == 1 ? "relationship" : "relationships")} {type.Name} were left out: the mapping to schema.org has no property for them.";

    public static string NoEntities(string what) =>
        $"The format ftm holds graphs of who accused whom: the ontology of this graph has no {what}. Choose another format.";

    public static string NoSchema(IReadOnlyList<string> types) =>
        $"FollowTheMoney has no schema for {string.Join(", ", types)}; they are not in the file.";

    public static string NoEntity(MappedEntity entity, long number) =>
        $"{number} {(number == 1 ? "entity" : "entities")} of {entity.Type}{(entity.Along is { } along ? $".{along}" : "")} were "
            + $"left out: {entity.Schema} needs "
            + $"{string.Join(" and ", (entity.Required ?? []).Where(name => name[0] != '~'))}, of somebody who is known.";

    public static string TooLong(string property, long number) =>
        $"{number} {(number == 1 ? "value" : "values")} of {property} were longer than FollowTheMoney takes: texts were "
            + "cut, addresses and ids left out.";

    public static string NoCode(string table, long number) =>
        $"{number} {(number == 1 ? "code" : "codes")} of {table} were left out: FollowTheMoney does not know them.";

    public static string Neo4jCommand(IEnumerable<string> arguments) =>
        "# Makes the database neo4j anew from the files beside this one, in this folder, while the server is stopped.\n"
        + "# Start the server again, then: cypher-shell -f after-import.cypher sets lists that are empty, which the tool imports as no value;\n"
        + "# graph migrate --store bolt://HOST:PORT makes constraints, indexes and what a search needs.\n"
        + "neo4j-admin database import full neo4j --overwrite-destination --id-type=string --array-delimiter=U+001F --multiline-fields=true "
        + string.Join(' ', arguments) + "\n";

    public static string Owner(NodeType type, string id) => $"{type.Name} \"{id}\"";

    public static string Owner(RelationshipType type, string start, string end) => $"{type.Name} from \"{start}\" to \"{end}\"";
}
