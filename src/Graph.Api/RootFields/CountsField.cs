using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

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
    public IFieldPlan Plan(RootPlanning planning) => RootPlan.ListOf(ontology.NodeTypes.Select(type => Of(type, planning)));

    private static RootPart Of(NodeType type, RootPlanning planning)
    {
        var row = new FigureRow(planning.Field, (field, count) => field == "type" ? $"\"{type.Name}\"" : count ?? "0");
        var query = new ConnectionQuery(type, null, new(null, true, []), []);
        return new(
            planning.Begin().Plan(query, (asked, cost) => cost.CountAll(asked.Type)),
            (_, output) => new FigureWriter(row, FigureReading.OfTotal, output));
    }
}
