using Graph.Api.Planning;
using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Search;

namespace Graph.Api.RootFields.Search;

/// <summary>Nodes found by their words: <c>search(text: "lavrov")</c>.</summary>
internal sealed class SearchField(Ontology ontology) : IRootField
{
    private const string Origin = "the search";
    private const string Connection = "SearchConnection";
    private const string Hit = "SearchHit";
    private const string HitField = "SearchHitField";
    private const string Facet = "SearchFacet";
    private const string Range = "SearchRange";
    private const string Node = "Searchable";
    private const string TypeName = "SearchableType";
    private const int DefaultFirst = 20;

    /// <summary>One where something is searchable.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) => ontology.Searched().Count == 0 ? [] : [new SearchField(ontology)];

    /// <inheritdoc/>
    public string Name => "search";

    /// <inheritdoc/>
    public EntityType? About => null;

    /// <inheritdoc/>
    public void AddTo(SdlType query) => query.With(
        Name,
        $"(text: String!, types: [{TypeName}!], prefix: Boolean = true, first: Int = {DefaultFirst}, after: String): {Connection}!",
        Origin,
        ApiMessages.Search);

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document)
    {
        document.Add("type", Connection, Origin, ApiMessages.SearchConnection)
            .With("hits", $": [{Hit}!]!", "hits", ApiMessages.SearchHits)
            .With("edges", $": [{Hit}!]!", "edges")
            .With("pageInfo", ": PageInfo!", "pageInfo")
            .With("totalCount", ": Int!", "totalCount", ApiMessages.TotalCount)
            .With("facets", $": [{Facet}!]!", "facets", ApiMessages.SearchFacets)
            .With("suggestions", ": [String!]!", "suggestions", ApiMessages.SearchSuggestions);
        document.Add("type", Hit, Origin, ApiMessages.SearchHit)
            .With("cursor", ": String!", "cursor", ApiMessages.Cursor)
            .With("type", $": {TypeName}!", "type")
            .With("id", ": ID!", "id")
            .With("caption", ": String!", "caption", ApiMessages.SearchCaption)
            .With("score", ": Int!", "score", ApiMessages.SearchScore)
            .With("fields", $": [{HitField}!]!", "fields", ApiMessages.SearchFields)
            .With("node", $": {Node}!", "node");
        document.Add("type", HitField, Origin)
            .With("name", ": String!", "name")
            .With("snippet", ": String!", "snippet", ApiMessages.SearchSnippet)
            .With("ranges", $": [{Range}!]!", "ranges", ApiMessages.SearchRanges);
        document.Add("type", Range, Origin, ApiMessages.SearchRange).With("start", ": Int!", "start").With("end", ": Int!", "end");
        document.Add("type", Facet, Origin).With("type", $": {TypeName}!", "type").With("count", ": Int!", "count");
        document.Add("union", Node, Origin).Of(ontology.Searched().Select(type => type.Name));
        var types = document.Add("enum", TypeName, Origin, ApiMessages.SearchableType).AsStructure();
        foreach (var type in ontology.Entities.Where(type => type.ConcreteTypes.Any(ontology.Searched().Contains)))
            types.With(type.Name, "", type.Name, type.Description);
    }

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning)
    {
        var (field, statement) = (planning.Field, planning.Begin());
        var types = Types(field);
        List<Parameter> typed = [.. Typed(field, statement)];
        var format = new CursorFormat(Name, SearchQuery.Sort(ontology.Searched()[0]));
        var page = statement.Selections.Pages.Connection(field, format, probe: true);
        var shape = new SearchShapeBuilder(ontology, types, statement.Selections, format).Build(field, page);
        var text = new Parameter(statement.Parameters.Parameters.Count, ScalarKind.String, IsList: true) { Items = typed };
        var hits = shape.AsksForHits ? new SearchHits(page, shape.AsksForFields, shape.Selections) : null;
        var query = new SearchQuery(
            text,
            types,
            hits,
            shape.AsksFor(SearchPart.TotalCount),
            shape.AsksFor(SearchPart.Facets),
            shape.AsksFor(SearchPart.Suggestions),
            [.. statement.Parameters.Parameters, text]);
        return new RootPlan(
            statement.Plan(query, (asked, cost) => cost.Search(asked)), (writer, output) => new SearchWriter(shape, text, writer, output));
    }

    private IReadOnlyList<NodeType> Types(PlannedField field)
    {
        var all = ontology.Searched();
        if (!field.Arguments.TryGet("types", out var given) || given is not PlannedLeaf leaf) return all;
        if (!leaf.Source.TryGetConstant(out var value))
        {
            throw new InvalidOperationException("The types of a search are not known when it is planned.");
        }
        var names = ((IReadOnlyList<object?>)value!).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(type => names.Contains(type.Name) || type.Interfaces.Any(face => names.Contains(face.Name)))];
    }

    private static IEnumerable<Parameter> Typed(PlannedField field, StatementPlanning statement)
    {
        foreach (var (name, kind) in new[] { ("text", ScalarKind.String), ("prefix", ScalarKind.Boolean) })
            if (field.Arguments.TryGet(name, out var given) && given is PlannedLeaf leaf) yield return statement.Parameters.Add(leaf, kind);
    }
}
