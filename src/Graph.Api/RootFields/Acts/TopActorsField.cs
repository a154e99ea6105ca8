using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Acts;

/// <summary>
/// The actors with most acts, in flat rows for dashboards, such as <c>topActors(as: ACCUSED, limit: 5) { value text count }</c>: the
/// groups of the acts by one of their parties.
/// </summary>
internal sealed class TopActorsField(Act act, Ontology ontology) : IRootField
{
    private const int DefaultLimit = 10;

    /// <summary>One where there are acts.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) => ontology.Act is { } act ? [new TopActorsField(act, ontology)] : [];

    /// <inheritdoc/>
    public string Name => ApiNames.TopActors(act);

    /// <inheritdoc/>
    public EntityType About => act.Type;

    private string Row => "Top" + act.By.Target.Name;

    private string Role => act.Type.Name + "Role";

    private string Origin => $"the busiest of {act.Type.Name}";

    /// <inheritdoc/>
    public void AddTo(SdlType query) => query.With(
        Name,
        $"({ActArguments.Choice(act, isCounted: true)}, as: {Role} = {ApiNames.Constant(act.Actor)}, limit: Int = "
            + $"{DefaultLimit}, offset: Int): [{Row}!]!",
        Origin,
        ApiMessages.TopActors(act));

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document)
    {
        document.Add("type", Row, Origin)
            .With("value", ": ID!", "value")
            .With("text", ": String!", "text", ApiMessages.TopActorText)
            .With("type", ": String!", "type")
            .With("count", ": Int!", "count", ApiMessages.TopActorCount(act));
        var roles = document.Add("enum", Role, Origin).AsStructure();
        foreach (var role in new[] { act.Actor, act.Counterpart }) roles.With(ApiNames.Constant(role), "", role);
    }

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning)
    {
        var (field, statement) = (planning.Field, planning.Begin());
        var isAgainst = ConstantArgument.Name(field.Arguments, "as") == ApiNames.Constant(act.Counterpart);
        var where = ChosenActs.Where(act, field, statement);
        var columns = new List<GroupColumn>();
        var list = Pieces.Nested(PieceKind.List, field, [], Pieces.Inline(field, (part, before) => Piece(part, before, columns)));
        var query = new GroupQuery(
            act.Type,
            where,
            [new RelatedKey([isAgainst ? act.Against : act.By])],
            IncludeMissing: false,
            Having: null,
            [new FigureSort(new CountFigure(), Descending: true), new KeySort(0, Descending: false)],
            statement.Selections.Pages.List(field, Limits.MaxGroups),
            columns,
            statement.Parameters.Parameters);
        return new RootPlan(
            statement.Plan(query, (asked, cost) => cost.Group(asked, cost.Find(asked.Type, asked.Where, [], Page.Whole))),
            (writer, output) => new ListWriter(list, writer, output));
    }

    private Piece Piece(PlannedField part, byte[] before, List<GroupColumn> columns)
    {
        switch (part.Definition.Name)
        {
            case "value":
                columns.Add(new GroupKeyColumn(0, KeyPart.Id));
                return Pieces.Of(PieceKind.RequiredScalar, part, before, ScalarKind.Id);
            case "text":
                columns.Add(new GroupKeyColumn(0, KeyPart.Value));
                return Pieces.Of(PieceKind.Text, part, before, ScalarKind.String);
            case "count":
                columns.Add(new FigureColumn(new CountFigure()));
                return Pieces.Of(PieceKind.RequiredScalar, part, before, ScalarKind.Int, isAggregate: true);
            default:
                columns.Add(new GroupKeyColumn(0, KeyPart.Type));
                return Pieces.Of(PieceKind.TypeName, part, before, ScalarKind.String) with
                {
                    Types = [.. ontology.NodeTypes.Select(type => type.Name)],
                };
        }
    }
}
