using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Acts;

/// <summary>Acts counted by pairs of actors, such as <c>whoAccusedWhom</c>.</summary>
internal sealed class PairsField(Act act) : IRootField
{
    private const string IsSelf = "isSelf";

    /// <summary>One where the ontology names it.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) => ontology.Act is { Pairs: not null } act ? [new PairsField(act)] : [];

    /// <inheritdoc/>
    public string Name => act.Pairs!;

    /// <inheritdoc/>
    public EntityType About => act.Type;

    private string Row => act.Type.Name + "Pair";

    private string Sort => ApiNames.PairSort(act);

    private IReadOnlyList<(string Name, ActEnd End)> Ends => [(act.Actor, ActEnd.By), (act.Counterpart, ActEnd.Against)];

    private string Origin => $"the pairs of {act.Type.Name}";

    /// <inheritdoc/>
    public void AddTo(SdlType query) => query.With(
        Name,
        $"({ActArguments.Choice(act, isCounted: true)}{ActArguments.RollUpArgument(act)}, sort: [{Sort}!], limit: Int = 50, offset: Int): [{Row}!]!",
        Origin,
        ApiMessages.Pairs(act));

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document)
    {
        var row = document.Add("type", Row, Origin, ApiMessages.Pair(act));
        foreach (var (name, end) in Ends) row.With(name, $": {act.Field(end).Target.Name}!", $"the role {name}");
        foreach (var (name, figure) in ActFigures.Of(act)) ActFigures.AddTo(row, act, name, figure);
        row.With(IsSelf, ": Boolean!", IsSelf, ApiMessages.IsSelf);
        var sort = document.Add("input", Sort, Origin, ApiMessages.PairSort(act));
        foreach (var (name, _) in ActFigures.Of(act)) sort.With(name, $": {ApiNames.SortDirection}", $"the figure {name}");
        foreach (var (name, _) in Ends) sort.With(name, $": {ApiNames.SortDirection}", $"the role {name}", ApiMessages.ByCaption);
        ActArguments.AddRollUp(document, act);
    }

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning)
    {
        var (field, statement, columns) = (planning.Field, planning.Begin(), new List<PairColumn>());
        var choice = ActArguments.Of(act, field, statement, ActKinds.Counted);
        var page = statement.Selections.Pages.List(field, Limits.MaxCountedRows);
        var list = Pieces.Nested(PieceKind.List, field, [], Pieces.Inline(field, (part, before) => Piece(statement, part, before, columns)));
        var query = new PairQuery(choice, ActArguments.RollUpOf(act, field.Arguments), SortOf(field), page, columns, statement.Parameters.Parameters);
        return new RootPlan(statement.Plan(query, Weigh), (writer, output) => new ListWriter(list, writer, output));
    }

    private Piece Piece(StatementPlanning statement, PlannedField part, byte[] before, List<PairColumn> columns)
    {
        var name = part.Definition.Name;
        if (name == IsSelf)
        {
            columns.Add(new PairSelfColumn());
            return Pieces.Of(PieceKind.RequiredScalar, part, before, ScalarKind.Boolean);
        }

        if (Ends.FirstOrDefault(end => end.Name == name) is { Name: not null } found)
        {
            var inner = new List<Column>();
            var row = statement.Selections.Nodes(act.Field(found.End).Target, part, 0, inner);
            columns.Add(new PairPartyColumn(found.End, new(inner)));
            return Pieces.Nested(PieceKind.RequiredOne, part, before, row);
        }

        var figure = ActFigures.Of(act).First(known => known.Name == name).Figure;
        columns.Add(new PairFigureColumn(figure));
        return ActFigures.IsDay(figure)
            ? Pieces.Of(PieceKind.Scalar, part, before, ScalarKind.Date)
            : Pieces.Of(PieceKind.RequiredScalar, part, before, ScalarKind.Int);
    }

    private List<PairSort> SortOf(PlannedField field)
    {
        var keys = new List<PairSort>();
        foreach (var item in SortPlanner.Items(field.Arguments))
        {
            foreach (var (name, value) in item.Fields)
            {
                if (SortPlanner.Direction(value) is not { } descending) continue;
                PairSort key = Ends.FirstOrDefault(end => end.Name == name) is { Name: not null } found
                    ? new PairPartySort(found.End, descending)
                    : new PairFigureSort(ActFigures.Of(act).First(figure => figure.Name == name).Figure, descending);
                if (!keys.Exists(known => known with { Descending = false } == key with { Descending = false })) keys.Add(key);
            }
        }

        return keys.Count > 0 ? keys : [new PairFigureSort(ActFigure.Acts, Descending: true)];
    }

    private static void Weigh(PairQuery query, QueryCost cost)
    {
        if (query.ReadsTallies) cost.CountKept(query.Acts.Act);
        else cost.CountActs(query.Acts, [(ActEnd.By, query.RollUp), (ActEnd.Against, query.RollUp)], query.Figures);
        cost.AnswerRows(query.Page, query.Columns.OfType<PairPartyColumn>().Select(column => column.Selection));
    }
}
