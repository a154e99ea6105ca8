using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;
using Graph.Model.Changes;
using Graph.Model.Ontologies;

namespace Graph.Api.RootFields;

/// <summary>What has changed since a place: <c>changes(since: "1042.9f3a6c01") { edges { node { kind type id } } next }</c>.</summary>
internal sealed class ChangesField(Ontology ontology) : IRootField
{
    private const string Origin = "the changes of the graph";
    private const string Connection = "ChangeConnection";
    private const string Edge = "ChangeEdge";

    /// <summary>The one for the graph.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) => [new ChangesField(ontology)];

    /// <inheritdoc/>
    public string Name => "changes";

    /// <inheritdoc/>
    public EntityType? About => null;

    /// <inheritdoc/>
    public void AddTo(SdlType query) => query.With(
        Name, $"(since: String, types: [{ChangeRecords.TypeName}!], first: Int = {Limits.Changes}): {Connection}!", Origin, ApiMessages.Changes);

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document)
    {
        document.Add("type", Connection, Origin)
            .With("edges", $": [{Edge}!]!", "edges")
            .With("nodes", $": [{ChangeRecords.Change}!]!", "nodes")
            .With("pageInfo", ": PageInfo!", "pageInfo")
            .With("next", ": String!", "next", ApiMessages.ChangesNext)
            .With("end", ": String!", "end", ApiMessages.ChangesEnd);
        document.Add("type", Edge, Origin)
            .With("cursor", ": String!", "cursor", ApiMessages.Cursor)
            .With("node", $": {ChangeRecords.Change}!", "node");
        ChangeRecords.AddTypes(document, ontology, Origin);
    }

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning)
    {
        var field = planning.Field;
        var since = field.Arguments.TryGet("since", out var given) && given is PlannedLeaf leaf ? leaf.Source : null;
        return planning.Changes(
            new(field, "first", 1, Limits.MaxChanges, Limits.Changes),
            since,
            ChangeRecords.TypesOf(field, ontology),
            new DerivedObject<ChangePage>(field, PagePart).Write);
    }

    private static Action<ChangePage, ResponseBuffer> PagePart(PlannedField part)
    {
        switch (part.Definition.Name)
        {
            case "edges":
                var edge = new DerivedObject<ToldChange>(part, EdgePart);
                return (page, output) => edge.WriteAll(page.Changes, output);
            case "nodes":
                var node = new DerivedObject<ToldChange>(part, ChangeRecords.Part);
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
                ChangeRecords.WriteText(page.Changes.Count == 0 ? null : page.Changes[name == "startCursor" ? 0 : ^1].Cursor.ToString(), output);
                break;
        }
    }

    private static Action<ToldChange, ResponseBuffer> EdgePart(PlannedField part) => part.Definition.Name == "node"
        ? new DerivedObject<ToldChange>(part, ChangeRecords.Part).Write
        : static (told, output) => output.WriteString(told.Cursor.ToString());
}
