using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields;

/// <summary>The latest days and instants of each type, which tell how fresh the graph is: <c>freshness</c>.</summary>
internal sealed class FreshnessField(Ontology ontology) : IRootField
{
    private const string Row = "Freshness";

    /// <summary>The one for the graph, where any type tells of days.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) =>
        ontology.NodeTypes.Any(type => Telling(type).Any()) ? [new FreshnessField(ontology)] : [];

    /// <inheritdoc/>
    public string Name => "freshness";

    /// <inheritdoc/>
    public EntityType? About => null;

    /// <inheritdoc/>
    public void AddTo(SdlType query) => query.With(Name, $": [{Row}!]!", "the latest days of all types", ApiMessages.Freshness);

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document) => document.Add("type", Row, "the API")
        .With("type", ": String!", "type")
        .With("property", ": String!", "property")
        .With("text", ": String", "text", ApiMessages.FreshnessText)
        .With("time", ": String", "time", ApiMessages.FreshnessTime);

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning)
    {
        var figures = ontology.NodeTypes.SelectMany(Telling, (type, property) => new LatestValue(type, property)).ToList();
        var rows = figures.ConvertAll(figure => (RowOf(figure, planning.Field), figure.Property.Form));
        return new RootPlan(
            planning.Begin().Plan(new OverviewQuery(figures), (asked, cost) => cost.Overview(asked)),
            (_, output) => new FigureListWriter(rows, output));
    }

    // Import stamps and indexed days.
    private static IEnumerable<Property> Telling(NodeType type) =>
        type.Properties.Where(property => property.IsImportStamp || property is { Kind: ScalarKind.Date, IsIndexed: true, IsList: false });

    private static FigureRow RowOf(LatestValue figure, PlannedField field) => new(field, (name, latest) => name switch
    {
        "type" => $"\"{figure.Type.Name}\"",
        "property" => $"\"{figure.Property.Name}\"",
        "time" when latest is not null && figure.Property.Kind == ScalarKind.Date => $"{latest[..^1]}T00:00:00.000Z\"",
        _ => latest ?? "null",
    });
}
