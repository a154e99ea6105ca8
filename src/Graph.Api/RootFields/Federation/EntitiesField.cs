using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Federation;

/// <summary>
/// Nodes by their keys, as a gateway asks for them: <c>_entities(representations: [{ __typename: "Person", id: "ada" }])</c>. Those of one type
/// are one statement, however many there are.
/// </summary>
internal sealed class EntitiesField(Ontology ontology) : IRootField
{
    private const string Entity = "_Entity";
    private const string Any = "_Any";
    private const string FieldName = "_entities";

    /// <summary>The one for the graph.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) => [new EntitiesField(ontology)];

    /// <inheritdoc/>
    public string Name => FieldName;

    /// <inheritdoc/>
    public EntityType? About => null;

    /// <inheritdoc/>
    public void AddTo(SdlType query) =>
        query.With(Name, $"(representations: [{Any}!]!): [{Entity}]!", Subgraph.Origin, ApiMessages.Entities);

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document)
    {
        document.Add("scalar", Any, Subgraph.Origin, ApiMessages.Representation);
        document.Add("union", Entity, Subgraph.Origin).Of(ontology.NodeTypes.Select(type => type.Name));
    }

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning)
    {
        planning.Field.Arguments.TryGet("representations", out var given);
        var asked = new Representations(((PlannedLeaf)given!).Source, ontology);
        return new EntitiesPlan(asked, [.. ontology.NodeTypes.Select(type => Of(type, asked, planning))]);
    }

    private EntityPart Of(NodeType type, Representations asked, RootPlanning planning)
    {
        var (field, statement) = (planning.Field, planning.Begin());
        var isMergeable = Mergeable.Of(ontology)?.IncludesAll(type) == true;
        // Whoever was asked for by the id of one that is merged into another is found under that other's.
        List<Column> columns = [new PropertyColumn(new(Subject.Node, type.Id))];
        if (isMergeable) columns.Add(new MergedFromColumn([MergedPart.Id]));
        var id = new PropertyRef(Subject.Node, type.Id);
        var where = new Comparison(
            id, ComparisonOperator.In, statement.Parameters.Add(new RepresentedIds(asked, type), ScalarKind.Id, isList: true));
        var list = Pieces.Nested(PieceKind.List, field, [], statement.Selections.Nodes(type, field, 0, columns));
        var query = new ListQuery(type, where, [new PropertySort(id, false)], Page.Whole, new(columns), statement.Parameters.Parameters);
        return new(type, statement.Plan(query, Weigh), list, isMergeable);
    }

    private static void Weigh(ListQuery query, QueryCost cost)
    {
        cost.Answer(query.Selection, query.Page, cost.Find(query.Type, query.Where, query.Sort, query.Page));
        cost.Sized()?.Add(FieldName, query.Type, query.Where, query.Page, query.Selection);
    }
}
