using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Values;

namespace Graph.Api.RootFields;

/// <summary>How many nodes there are of each type: <c>counts</c>.</summary>
internal sealed class CountsField(Ontology ontology) : IRootField
{
    private const string Row = "TypeCount";

    /// <summary>The one for the graph.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) => [new CountsField(ontology)];

    /// <inheritdoc/>
    public string Name => "counts";

    /// <inheritdoc/>
    public EntityType? About => null;

    /// <inheritdoc/>
    public void AddTo(SdlType query) => query.With(Name, $": [{Row}!]!", "the counts of all types", ApiMessages.Counts);

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document) =>
        document.Add("type", Row, "the API").With("type", ": String!", "type").With("count", ": Int!", "count");

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning)
    {
        var rows = ontology.NodeTypes.Select(type => (RowOf(type, planning.Field), (ValueForm)ScalarKind.Int)).ToList();
        var query = new OverviewQuery([.. ontology.NodeTypes.Select(type => new NodeTotal(type))]);
        return new RootPlan(
            planning.Begin().Plan(query, (asked, cost) => cost.Overview(asked)), (_, output) => new FigureListWriter(rows, output));
    }

    private static FigureRow RowOf(NodeType type, PlannedField field) =>
        new(field, (name, count) => name == "type" ? $"\"{type.Name}\"" : count ?? "0");
}
