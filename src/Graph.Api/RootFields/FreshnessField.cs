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
    public IFieldPlan Plan(RootPlanning planning) =>
        RootPlan.ListOf(ontology.NodeTypes.SelectMany(Telling, (type, property) => Of(type, property, planning)));

    // Import stamps and indexed days.
    private static IEnumerable<Property> Telling(NodeType type) =>
        type.Properties.Where(property => property.IsImportStamp || property is { Kind: ScalarKind.Date, IsIndexed: true, IsList: false });

    private static RootPart Of(NodeType type, Property property, RootPlanning planning)
    {
        var row = new FigureRow(planning.Field, (field, latest) => field switch
        {
            "type" => $"\"{type.Name}\"",
            "property" => $"\"{property.Name}\"",
            "time" when latest is not null && property.Kind == ScalarKind.Date => $"{latest[..^1]}T00:00:00.000Z\"",
            _ => latest ?? "null",
        });
        var (statement, value) = (planning.Begin(), new PropertyRef(Subject.Node, property));
        var page = new Page(statement.Parameters.Add(new ConstantSource(1), ScalarKind.Int));
        // A missing value is the greatest, so that the latest is looked for among those that are there.
        SortKey[] sort = [new PropertySort(value, true), new PropertySort(new(Subject.Node, type.Id), false)];
        var query = new ListQuery(type, new Not(new NullTest(value)), sort, page, new([new PropertyColumn(value)]), statement.Parameters.Parameters);
        return new(
            statement.Plan(query, (asked, cost) => cost.Answer(asked.Selection, asked.Page, cost.Find(asked.Type, asked.Where, asked.Sort, asked.Page))),
            (_, output) => new FigureWriter(row, new(0, 0, property.Form), output));
    }
}
