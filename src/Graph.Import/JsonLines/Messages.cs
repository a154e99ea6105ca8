using Graph.Import.Text;
using Graph.Model.Ontologies;

namespace Graph.Import.JsonLines;

/// <summary>What is said of JSON Lines.</summary>
internal static class Messages
{
    public static string EmptyJsonLines() => "The file holds no record; export it anew, or leave it out.";

    public static string NotJson() => "This line is not JSON; each line must be one whole record, as apoc.export.json writes it.";

    public static string LineTooLong(int limit) =>
        $"The line is longer than {limit:N0} bytes; write one record a line, and shorten its texts if it is one.";

    public static string RecordNotJson() => "This record is not JSON.";

    public static string NestedNotJson(string expected) =>
        $"The file is not JSON here: {expected} is expected. Nothing after it was read; mend it, or write one record a line.";

    public static string NestedBreaksOff() =>
        "The file breaks off in the middle: its brackets are not closed. What comes before was read; write the file anew.";

    public static string RecordTooLong(int limit) => $"The record that begins here is longer than {limit:N0} bytes; nothing after it was read.";

    public static string Rows(IEnumerable<string> columns) =>
        $"The file holds rows of a query (columns {string.Join(", ", columns.Select(name => $"'{name}'"))}), not nodes and relationships; export "
            + "them with apoc.export.json.all, .data or .graph.";

    public static string FieldTwice(string name) => $"'{name}' is written twice in this record; keep one.";

    public static string RecordIsNoObject() => "A record is a JSON object with 'type', 'labels' or 'label', and 'properties'.";

    public static string UnknownRecordType() => "A record needs a 'type' that is \"node\" or \"relationship\"; write which of the two it is.";

    public static string IdIsNoText() => "An 'id' must be text or a whole number.";

    public static string UnknownLineField(string name, IReadOnlyList<string> known) => NearMatch.Nearest(name, known) is { } near
        ? $"'{name}' is not a field of a record; did you mean '{near}'?"
        : $"'{name}' is not a field of a record; its fields are {string.Join(", ", known)}.";

    public static string NodeNeedsLabels() => "A node has 'labels' and no 'label'.";

    public static string RelationshipNeedsLabel() => "A relationship has a 'label', its type, and no 'labels' of its own.";

    public static string LabelsAreNoList() => "'labels' must be a list of text.";

    public static string UnknownLabels(IReadOnlyCollection<string> labels, Ontology ontology)
    {
        var known = ontology.NodeTypes.Select(type => Labels(type.Labels)).ToList();
        var near = NearMatch.Nearest(Labels(labels), known);
        return $"No type of the ontology has the labels {Labels(labels)}; "
            + $"{(near is not null ? $"did you mean {near}?" : $"it has {string.Join(", ", known)}.")}";
    }

    public static string SeveralTypes(IReadOnlyCollection<string> labels, IReadOnlyList<NodeType> types) =>
        $"The labels {Labels(labels)} are those of {Names(types).Replace(" or ", " and ", StringComparison.Ordinal)} at once; a node is of one type.";

    public static string UnknownRelationship(string name, Ontology ontology)
    {
        var known = ontology.RelationshipTypes.Select(type => type.Name).ToList();
        return NearMatch.Nearest(name, known) is { } near
            ? $"The ontology has no relationship '{name}'; did you mean '{near}'?"
            : $"The ontology has no relationship '{name}'; it has {string.Join(", ", known)}.";
    }

    public static string PropertiesAreNoObject() => "'properties' must be a JSON object.";

    public static string UnknownProperty(string name, PropertyTable table)
    {
        var known = table.Properties.Select(property => property.Name).ToList();
        if (known.Count == 0) return $"{table.Owner} carries no properties, and so no '{name}'.";
        return NearMatch.Nearest(name, known) is { } near
            ? $"'{name}' is not a property of {table.Owner}; did you mean '{near}'?"
            : $"'{name}' is not a property of {table.Owner}; its properties are {string.Join(", ", known)}.";
    }

    public static string WrongValue(string owner, Property property) =>
        $"'{property.Name}' of {owner} must be "
            + $"{(property.IsList ? $"a list, each item {Import.Messages.Expected(property)}" : Import.Messages.Expected(property))}.";

    public static string BrokenText() => "The text holds U+0000 or half of a surrogate pair, which no text may hold.";

    public static string EmptyId(string type) => $"The 'id' of this {type} is empty.";

    public static string EndIsNoObject() => "'start' and 'end' must be JSON objects with 'id' and 'labels'.";

    public static string EndNeedsId() => "An end of a relationship needs the 'id' of its node.";

    public static string EndMissing(string type, string end) => $"{type} needs '{end}', with the 'id' and 'labels' of its node.";

    public static string EndNeedsLabels(string type, string end) => $"{type} needs the 'labels' of its '{end}': several types may stand there.";

    public static string WrongEnds(RelationshipType type, NodeType start, NodeType end) =>
        $"{type.Name} does not lead from {start.Name} to {end.Name}, but from {Names(type.Starts)} to {Names(type.Ends)}.";

    private static string Labels(IEnumerable<string> labels) => $"[{string.Join(", ", labels)}]";

    private static string Names(IReadOnlyList<NodeType> types) =>
        types.Count == 1 ? types[0].Name : $"{string.Join(", ", types.Take(types.Count - 1))} or {types[^1]}";

    public static string NoJudgement() =>
        "A judgement has \"id\" and \"other\", the ids of two actors, and \"same\", true or false; see docs/corrections.md.";
}
