using Graph.Model.Merging;
using Graph.Model.Ontologies;

namespace Graph.Api.Sdl;

/// <summary>The object and interface types of the ontology's nodes.</summary>
internal static class EntityTypes
{
    public static void Add(SdlDocument document, EntityType type, Mergeable? merges)
    {
        var faces = type is NodeType node ? node.Interfaces.Select(face => face.Name) : [];
        var written = document.Add(type is InterfaceType ? "interface" : "type", type.Name, type.Name, type.Description, [.. faces, ApiNames.Node])
            .With(ApiNames.GlobalId, ": ID!", ApiNames.GlobalId, ApiMessages.GlobalId);
        foreach (var property in type.Properties)
        {
            if (property.Excerpt is { } excerpt) PassageTypes.AddField(written, property, excerpt);
            else written.With(property.Name, $": {property.TypeText}", $"property {property.Name}", property.Description);
        }

        foreach (var field in type.Relationships) AddRelationship(written, type, field);
        if (merges?.IncludesAll(type) == true)
            written.With(ApiNames.MergedFrom, $": [{ApiNames.MergedActor}!]!", ApiNames.MergedFrom, ApiMessages.MergedFrom);
        if (type is NodeType) written.ForGateways($"@key(fields: \"{type.Id.Name}\")");
        if (type is InterfaceType face) AddImplementations(document, face);
    }

    /// <summary>Adds what is told of an actor that is merged into another.</summary>
    public static void AddMerged(SdlDocument document) => document.Add("type", ApiNames.MergedActor, "the API", ApiMessages.MergedActor)
        .With("id", ": ID!", "id")
        .With("name", ": String!", "name")
        .With("because", ": String", "because", ApiMessages.MergedBecause)
        .With("at", ": DateTime!", "at", ApiMessages.MergedAt);

    private static void AddRelationship(SdlType written, EntityType type, RelationshipField field)
    {
        var owner = ApiNames.Owner(type, field);
        var origin = $"relationship {field.Name}";
        var connection = $"the connection of relationship {field.Name}";
        var (where, sort, held) = (ApiNames.Where(field.Target), ApiNames.Sort(field.Target), HeldOn(field));
        written.With(
            field.Name,
            field.IsList ? $"(where: {where}, limit: Int, offset: Int, sort: [{sort}!]{held}): [{field.Target.Name}!]!" : $": {field.Target.Name}",
            origin,
            field.Description);
        written.With(
            ApiNames.ConnectionField(field),
            $"(where: {ApiNames.ConnectionWhere(owner, field)}, {ConnectionTypes.Pages}, sort: [{ApiNames.ConnectionSort(owner, field)}!]{held}): "
                + $"{ApiNames.Connection(owner, field)}!",
            connection,
            ApiMessages.ConnectionOf(field));
    }

    /// <summary>The argument of a relationship that holds for an interval, after the others.</summary>
    private static string HeldOn(RelationshipField field) => field.Relationship.Properties?.Interval is { } interval
        ? $", \"{ApiMessages.HeldOn(interval)}\" {ApiNames.HeldOn}: {ApiNames.Scalar(ScalarKind.Date)}"
        : "";

    private static void AddImplementations(SdlDocument document, InterfaceType face)
    {
        var set = document.Add("enum", ApiNames.Implementations(face), face.Name, ApiMessages.Implementations(face)).AsStructure();
        foreach (var type in face.Implementations) set.With(type.Name, "", type.Name);
    }
}
