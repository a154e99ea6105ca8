using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Acts;

/// <summary>What a timeline leaves out, such as <c>accusationTimelineNotes</c>.</summary>
internal sealed class TimelineNotesField(Act act) : IRootField
{
    /// <summary>One where the ontology names a timeline.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) => ontology.Act is { Timeline: not null } act ? [new TimelineNotesField(act)] : [];

    /// <inheritdoc/>
    public string Name => act.Timeline + "Notes";

    /// <inheritdoc/>
    public EntityType About => act.Type;

    private string Notes => ApiNames.Pascal(Name);

    private string Origin => $"the notes of the timeline of {act.Type.Name}";

    /// <inheritdoc/>
    public void AddTo(SdlType query) =>
        query.With(Name, $"({ActArguments.Choice(act, isCounted: true)}): {Notes}!", Origin, ApiMessages.TimelineNotes(act));

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document) =>
        document.Add("type", Notes, Origin, ApiMessages.TimelineNotes(act)).With("undated", ": Int!", "undated", ApiMessages.Undated(act));

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning)
    {
        var (field, statement) = (planning.Field, planning.Begin());
        var undated = new NullTest(new(Subject.Node, act.On));
        var where = new AllOf([.. Conjunction.Of(ChosenActs.Where(act, field, statement)), undated]);
        var query = new ConnectionQuery(act.Type, where, new(null, TotalCount: true, []), statement.Parameters.Parameters);
        var notes = new FigureRow(field, (_, number) => number ?? "0");
        return new RootPlan(statement.Plan(query, Weigh), (_, output) => new TotalWriter(notes, output));
    }

    private static void Weigh(ConnectionQuery query, QueryCost cost) =>
        cost.Count(query.Connection, cost.Find(query.Type, query.Where, [], Page.Whole));
}
