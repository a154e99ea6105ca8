using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Groups;

/// <summary>
/// The nodes of a type counted by what they have, such as <c>accusationGroups(by: [{ property: ACT }]) { keys { text } count }</c>.
/// </summary>
internal sealed class GroupField(NodeType type, Ontology ontology) : IRootField
{
    private readonly GroupNames names = new(type);

    /// <summary>One for each node type.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) => ontology.NodeTypes.Select(type => new GroupField(type, ontology));

    /// <inheritdoc/>
    public string Name => names.Field;

    /// <inheritdoc/>
    public EntityType About => type;

    /// <inheritdoc/>
    public void AddTo(SdlType query) => query.With(
        Name,
        $"(where: {ApiNames.Where(type)}, by: [{names.Key}!]!, includeMissing: Boolean = true, having: {names.Having}, sort: [{names.Sort}!], "
            + $"limit: Int = {Limits.Groups}, offset: Int): [{names.Row}!]!",
        $"the groups of {type.Name}",
        ApiMessages.RootGroups(type));

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document) => GroupTypes.Add(document, names);

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning)
    {
        var (field, statement) = (planning.Field, planning.Begin());
        var where = statement.Where(type);
        var keys = new GroupKeyPlanner(type, Name).Plan(field);
        var figures = new GroupFigures(type);
        var having = field.Arguments.TryGet("having", out var given) ? new GroupHavingPlanner(figures, statement.Parameters, Name).Plan(given) : null;
        var sort = new GroupSortPlanner(figures, statement.Parameters, Name, keys.Count).Plan(field);
        var page = statement.Selections.Pages.List(field, Limits.MaxGroups);
        var (row, columns) = new GroupRow(figures, keys, ontology).Of(field, names.Row);
        var list = Pieces.Nested(PieceKind.List, field, [], row);
        var query =
            new GroupQuery(type, where, keys, ConstantArgument.IsTrue(field.Arguments, "includeMissing"), having, sort, page, columns,
                statement.Parameters.Parameters);
        return new RootPlan(statement.Plan(query, Weigh), (writer, output) => new ListWriter(list, writer, output));
    }

    private static void Weigh(GroupQuery query, QueryCost cost) => cost.Group(query, cost.Find(query.Type, query.Where, [], Page.Whole));
}
