using System.Globalization;
using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;
using Graph.Model.Changes;
using Graph.Model.Ontologies;
using Graph.Model.Values;

namespace Graph.Api.RootFields;

/// <summary>What has changed since a place: <c>changes(since: "1042.9f3a6c01") { edges { node { kind type id } } next }</c>.</summary>
internal sealed class ChangesField(Ontology ontology) : IRootField
{
    private const string Origin = "the changes of the graph";
    private const string Connection = "ChangeConnection";
    private const string Edge = "ChangeEdge";
    private const string Change = "Change";
    private const string Kind = "ChangeKind";
    private const string Value = "ChangedValue";
    private const string Node = "ChangedNode";
    private const string TypeName = "ChangedType";

    /// <summary>The one for the graph.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) => [new ChangesField(ontology)];

    /// <inheritdoc/>
    public string Name => "changes";

    /// <inheritdoc/>
    public EntityType? About => null;

    /// <inheritdoc/>
    public void AddTo(SdlType query) =>
        query.With(Name, $"(since: String, types: [{TypeName}!], first: Int = {Limits.Changes}): {Connection}!", Origin, ApiMessages.Changes);

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document)
    {
        document.Add("type", Connection, Origin)
            .With("edges", $": [{Edge}!]!", "edges")
            .With("nodes", $": [{Change}!]!", "nodes")
            .With("pageInfo", ": PageInfo!", "pageInfo")
            .With("next", ": String!", "next", ApiMessages.ChangesNext)
            .With("end", ": String!", "end", ApiMessages.ChangesEnd);
        document.Add("type", Edge, Origin)
            .With("cursor", ": String!", "cursor", ApiMessages.Cursor)
            .With("node", $": {Change}!", "node");
        document.Add("type", Change, Origin)
            .With("run", ": ID", "run", ApiMessages.ChangeRun)
            .With("at", ": DateTime!", "at")
            .With("kind", $": {Kind}!", "kind")
            .With("type", $": {TypeName}!", "type")
            .With("id", ": ID", "id", ApiMessages.ChangeId)
            .With("start", $": {Node}", "start", ApiMessages.ChangeStart)
            .With("end", $": {Node}", "end", ApiMessages.ChangeEnd)
            .With("values", $": [{Value}!]", "values", ApiMessages.ChangeValues);
        document.Add("type", Node, Origin).With("type", $": {TypeName}!", "type").With("id", ": ID!", "id");
        document.Add("type", Value, Origin)
            .With("name", ": String!", "name")
            .With("from", ": String", "from", ApiMessages.ChangedFrom)
            .With("to", ": String", "to", ApiMessages.ChangedTo);
        document.Add("enum", Kind, Origin).With("ADDED", "", "ADDED").With("CHANGED", "", "CHANGED").With("REMOVED", "", "REMOVED");
        var types = document.Add("enum", TypeName, Origin, ApiMessages.ChangedType).AsStructure();
        foreach (var type in ontology.Entities) types.With(type.Name, "", type.Name, type.Description);
        foreach (var type in Relationships()) types.With(type.Name, "", type.Name);
    }

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning)
    {
        var field = planning.Field;
        var since = field.Arguments.TryGet("since", out var given) && given is PlannedLeaf leaf ? leaf.Source : null;
        return planning.Changes(
            new(field, "first", 1, Limits.MaxChanges, Limits.Changes), since, Types(field), new DerivedObject<ChangePage>(field, PagePart).Write);
    }

    // Tallies are derived, and follow from what they count.
    private IEnumerable<RelationshipType> Relationships() => ontology.RelationshipTypes
        .Where(type => type != ontology.Tally?.Relationship && ontology.FindEntity(type.Name) is null);

    private HashSet<string>? Types(PlannedField field)
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

    private static Action<ChangePage, ResponseBuffer> PagePart(PlannedField part)
    {
        switch (part.Definition.Name)
        {
            case "edges":
                var edge = new DerivedObject<ToldChange>(part, EdgePart);
                return (page, output) => edge.WriteAll(page.Changes, output);
            case "nodes":
                var node = new DerivedObject<ToldChange>(part, ChangePart);
                return (page, output) => node.WriteAll(page.Changes, output);
            case "pageInfo":
                return new DerivedObject<ChangePage>(part, WritePageInfo).Write;
            case "end":
                return static (page, output) => output.WriteString(page.End.ToString());
            default:
                return static (page, output) => output.WriteString(page.Next.ToString());
        }
    }

    private static void WritePageInfo(string name, ChangePage page, ResponseBuffer output)
    {
        switch (name)
        {
            case "hasNextPage":
                output.WriteBoolean(page.HasMore);
                break;
            case "hasPreviousPage":
                output.WriteBoolean(false);
                break;
            default:
                WriteText(page.Changes.Count == 0 ? null : page.Changes[name == "startCursor" ? 0 : ^1].Cursor.ToString(), output);
                break;
        }
    }

    private static Action<ToldChange, ResponseBuffer> EdgePart(PlannedField part) => part.Definition.Name == "node"
        ? new DerivedObject<ToldChange>(part, ChangePart).Write
        : static (told, output) => output.WriteString(told.Cursor.ToString());

    private static Action<ToldChange, ResponseBuffer> ChangePart(PlannedField part)
    {
        switch (part.Definition.Name)
        {
            case "run":
                return static (told, output) => WriteText(told.Run == 0 ? null : told.Run.ToString(CultureInfo.InvariantCulture), output);
            case "at":
                return static (told, output) => TimeText.WriteJson(output, told.At, TimeText.ResponseDigits);
            case "kind":
                return static (told, output) =>
                    output.WriteString(told.Change.From is null ? "ADDED" : told.Change.To is null ? "REMOVED" : "CHANGED");
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

    private static void WriteText(string? text, ResponseBuffer output)
    {
        if (text is null) output.WriteNull();
        else output.WriteString(text);
    }
}
