using System.Globalization;
using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;
using Graph.Model.Changes;
using Graph.Model.Ontologies;
using Graph.Model.Values;

namespace Graph.Api.RootFields;

/// <summary>What is told of a change of a record, by whatever field: <c>{ kind type id run at values { name from to } cursor }</c>.</summary>
internal static class ChangeRecords
{
    /// <summary>The type of a change.</summary>
    public const string Change = "Change";

    /// <summary>The enum of its kinds.</summary>
    public const string Kind = "ChangeKind";

    /// <summary>The type of a value that is different.</summary>
    public const string Value = "ChangedValue";

    /// <summary>The enum of the types of records.</summary>
    public const string TypeName = "ChangedType";

    private const string Node = "ChangedNode";
    private const string Added = "ADDED", Changed = "CHANGED", Removed = "REMOVED";

    /// <summary>Adds the types, which several fields share.</summary>
    public static void AddTypes(SdlDocument document, Ontology ontology, string origin)
    {
        document.Add("type", Change, origin)
            .With("run", ": ID", "run", ApiMessages.ChangeRun)
            .With("at", ": DateTime!", "at")
            .With("kind", $": {Kind}!", "kind")
            .With("type", $": {TypeName}!", "type")
            .With("id", ": ID", "id", ApiMessages.ChangeId)
            .With("start", $": {Node}", "start", ApiMessages.ChangeStart)
            .With("end", $": {Node}", "end", ApiMessages.ChangeEnd)
            .With("values", $": [{Value}!]", "values", ApiMessages.ChangeValues)
            .With("cursor", ": String!", "cursor", ApiMessages.ChangeCursorOf);
        document.Add("type", Node, origin).With("type", $": {TypeName}!", "type").With("id", ": ID!", "id");
        document.Add("type", Value, origin)
            .With("name", ": String!", "name")
            .With("from", ": String", "from", ApiMessages.ChangedFrom)
            .With("to", ": String", "to", ApiMessages.ChangedTo);
        document.Add("enum", Kind, origin).With(Added, "", Added).With(Changed, "", Changed).With(Removed, "", Removed);
        var types = document.Add("enum", TypeName, origin, ApiMessages.ChangedType).AsStructure();
        foreach (var type in ontology.Entities) types.With(type.Name, "", type.Name, type.Description);
        foreach (var type in Relationships(ontology)) types.With(type.Name, "", type.Name);
    }

    /// <summary>The types of nodes and relationships that the argument <c>types</c> names; null where there is none.</summary>
    public static IReadOnlySet<string>? TypesOf(PlannedField field, Ontology ontology)
    {
        if (!field.Arguments.TryGet("types", out var given) || given is not PlannedLeaf leaf) return null;
        if (!leaf.Source.TryGetConstant(out var value))
        {
            throw new InvalidOperationException("The types of changes are not known when they are planned.");
        }
        if (value is not IReadOnlyList<object?> names) return null;
        return names.OfType<string>()
            .SelectMany(name => ontology.FindEntity(name)?.ConcreteTypes.Select(type => type.Name) ?? [name])
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What became of the record.</summary>
    public static string KindOf(ToldChange told) => told.Change.From is null ? Added : told.Change.To is null ? Removed : Changed;

    /// <summary>What writes a field of a change.</summary>
    public static Action<ToldChange, ResponseBuffer> Part(PlannedField part)
    {
        switch (part.Definition.Name)
        {
            case "run":
                return static (told, output) => WriteText(told.Run == 0 ? null : told.Run.ToString(CultureInfo.InvariantCulture), output);
            case "cursor":
                return static (told, output) => output.WriteString(told.Cursor.ToString());
            case "at":
                return static (told, output) => TimeText.WriteJson(output, told.At, TimeText.ResponseDigits);
            case "kind":
                return static (told, output) => output.WriteString(KindOf(told));
            case "type":
                return static (told, output) => output.WriteString(told.Change.Record.Type);
            case "id":
                return static (told, output) => WriteText(told.Change.Record is { End: null } node ? node.Start : null, output);
            case "values":
                var value = new DerivedObject<ChangedValue>(part, WriteValue);
                return (told, output) =>
                {
                    if (told.Values is { } values) value.WriteAll(values, output);
                    else output.WriteNull();
                };
            default:
                return EndPart(part, isStart: part.Definition.Name == "start");
        }
    }

    private static Action<ToldChange, ResponseBuffer> EndPart(PlannedField part, bool isStart)
    {
        var node = new DerivedObject<(
            string Type, string Id)>(part, static (name, end, output) => output.WriteString(name == "id" ? end.Id : end.Type));
        return (told, output) =>
        {
            var record = told.Change.Record;
            if (record.End is null) output.WriteNull();
            else node.Write(isStart ? (record.StartType, record.Start) : (record.EndType, record.End), output);
        };
    }

    private static void WriteValue(string name, ChangedValue value, ResponseBuffer output) => WriteText(
        name switch
        {
            "name" => value.Name,
            "from" => value.From,
            _ => value.To,
        },
        output);

    /// <summary>Writes a text, or null.</summary>
    public static void WriteText(string? text, ResponseBuffer output)
    {
        if (text is null) output.WriteNull();
        else output.WriteString(text);
    }

    // Tallies are derived, and follow from what they count.
    private static IEnumerable<RelationshipType> Relationships(Ontology ontology) => ontology.RelationshipTypes
        .Where(type => type != ontology.Tally?.Relationship && ontology.FindEntity(type.Name) is null);
}
