using Graph.Import.JsonLines;
using Graph.Import.Text;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Stores;

namespace Graph.Import;

/// <summary>What an import says of JSON Lines, and of records that the store refuses.</summary>
internal static partial class Wording
{
    public static string EmptyJsonLines() => "The file holds no record.";

    public static string NotJson() => "This line is not JSON; each line must be one whole record, as apoc.export.json writes it.";

    public static string LineTooLong(int limit) => $"The line is longer than {limit:N0} bytes.";

    public static string JsonArray() => "This is one JSON array; write one record a line (in apoc.export.json: jsonFormat 'JSON_LINES').";

    public static string RecordIsNoObject() => "A record is a JSON object with 'type', 'labels' or 'label', and 'properties'.";

    public static string UnknownRecordType() => "A record's 'type' is \"node\" or \"relationship\".";

    public static string IdIsNoText() => "An 'id' must be text or a whole number.";

    public static string UnknownLineField(string name, IReadOnlyList<string> known) => NearMatch.Nearest(name, known) is { } near
        ? $"'{name}' is no field of a record; did you mean '{near}'?"
        : $"'{name}' is no field of a record; its fields are {string.Join(", ", known)}.";

    public static string NodeNeedsLabels() => "A node has 'labels' and no 'label'.";

    public static string RelationshipNeedsLabel() => "A relationship has a 'label', its type, and no 'labels' of its own.";

    public static string LabelsAreNoList() => "'labels' must be a list of text.";

    public static string UnknownLabels(IReadOnlyCollection<string> labels, Ontology ontology)
    {
        var known = ontology.NodeTypes.Select(type => Labels(type.Labels)).ToList();
        var near = NearMatch.Nearest(Labels(labels), known);
        return $"No type of the ontology has the labels {Labels(labels)}; {(near is not null ? $"did you mean {near}?" : $"it has {string.Join(", ", known)}.")}";
    }

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
            ? $"'{name}' is no property of {table.Owner}; did you mean '{near}'?"
            : $"'{name}' is no property of {table.Owner}; its properties are {string.Join(", ", known)}.";
    }

    public static string PropertyMissing(string owner, Property property) => $"{owner} needs '{property.Name}', {Expected(property)}.";

    public static string WrongValue(string owner, Property property) =>
        $"'{property.Name}' of {owner} must be {(property.IsList ? $"a list, each item {Expected(property)}" : Expected(property))}.";

    public static string BrokenText() => "The text holds U+0000 or half of a surrogate pair, which no text may hold.";

    public static string EmptyId(string type) => $"The 'id' of this {type} is empty.";

    public static string EndIsNoObject() => "'start' and 'end' must be JSON objects with 'id' and 'labels'.";

    public static string EndNeedsId() => "An end of a relationship needs the 'id' of its node.";

    public static string EndMissing(string type, string end) => $"{type} needs '{end}', with the 'id' and 'labels' of its node.";

    public static string EndNeedsLabels(string type, string end) => $"{type} needs the 'labels' of its '{end}': several types may stand there.";

    public static string WrongEnds(RelationshipType type, NodeType start, NodeType end) =>
        $"{type.Name} does not lead from {start.Name} to {end.Name}, but from {Names(type.Starts)} to {Names(type.Ends)}.";

    public static string Refused(RecordBatch batch, Refusal refusal) => refusal.IsNode
        ? Refused(batch.Nodes[refusal.Index].Type, batch.Id(batch.Nodes[refusal.Index]), refusal)
        : Refused(batch, batch.Relationships[refusal.Index], refusal);

    public static string NoSuchPath(string path) => $"There is no file or folder '{path}'.";

    public static string NothingToImport(string path) => $"The folder '{path}' holds no .yaml, .yml or .jsonl file.";

    public static string PathUnreadable(string path, string reason) => $"'{path}' cannot be read: {reason}";

    public static string NoDossiers() => "There is no dossier (.yaml or .yml) in the paths.";

    public static string NoPaths() => "Name at least one file or folder to import.";

    public static string RejectedNotWritten(string path, string reason) => $"The rejected records could not be written to '{path}': {reason}";

    private static string Refused(NodeType type, string id, Refusal refusal) => refusal.Reason == RefusalReason.NotUnique
        ? $"Another {type.Name} has the same '{refusal.Detail}' as '{id}'."
        : $"The id '{id}' belongs to a node of another type already ({refusal.Detail}); give this {type.Name} another id.";

    private static string Refused(RecordBatch batch, RelationshipEntry entry, Refusal refusal)
    {
        var (end, type, id) = refusal.Reason == RefusalReason.NoEnd ? ("end", entry.EndType, entry.End) : ("start", entry.StartType, entry.Start);
        return $"The {end} of this {entry.Type.Name} does not exist: there is no {type.Name} with the id '{batch.Text(id)}'.";
    }

    private static string Labels(IEnumerable<string> labels) => $"[{string.Join(", ", labels)}]";

    private static string Names(IReadOnlyList<NodeType> types) =>
        types.Count == 1 ? types[0].Name : $"{string.Join(", ", types.Take(types.Count - 1))} or {types[^1]}";
}
