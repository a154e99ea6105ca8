using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields;

/// <summary>The nodes of a type as a list, such as <c>accusations</c>.</summary>
internal sealed class ListField(EntityType type) : IRootField
{
    /// <summary>One for each node type and interface.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) => ontology.Entities.Select(type => new ListField(type));

    /// <inheritdoc/>
    public string Name => ApiNames.RootList(type);

    /// <inheritdoc/>
    public EntityType About => type;

    /// <inheritdoc/>
    public void AddTo(SdlType query) => query.With(
        Name,
        $"(where: {ApiNames.Where(type)}, limit: Int, offset: Int, sort: [{ApiNames.Sort(type)}!]): [{type.Name}!]!",
        $"the list of {type.Name}",
        ApiMessages.RootList(type));

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document)
    {
        // Conditions and sorts are the type's own: relationships to it need them as well.
    }

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning)
    {
        var (field, statement, columns) = (planning.Field, planning.Begin(), new List<Column>());
        var where = statement.Where(type);
        var (sort, page) = (SortPlanner.Nodes(type, field.Arguments), statement.Selections.Pages.List(field));
        var list = Pieces.Nested(PieceKind.List, field, [], statement.Selections.Nodes(type, field, 0, columns));
        var query = statement.Plan(new ListQuery(type, where, sort, page, new(columns), statement.Parameters.Parameters), Weigh);
        return new RootPlan(query, (writer, output) => new ListWriter(list, writer, output));
    }

    private static void Weigh(ListQuery query, QueryCost cost)
    {
        var found = cost.Find(query.Type, query.Where, query.Sort, query.Page);
        cost.Answer(query.Selection, query.Page, found);
        cost.Sized()?.Add(ApiNames.RootList(query.Type), query.Type, query.Where, query.Page, query.Selection);
    }
}
