using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Acts;

/// <summary>Acts counted over time, such as <c>accusationTimeline</c>.</summary>
internal sealed class TimelineField(Act act) : IRootField
{
    private const string Row = "TimelineRow";
    private const string NoSeries = "NONE";
    private const string Pairs = "PAIR";

    /// <summary>One where the ontology names it.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) => ontology.Act is { Timeline: not null } act ? [new TimelineField(act)] : [];

    /// <inheritdoc/>
    public string Name => act.Timeline!;

    /// <inheritdoc/>
    public EntityType About => act.Type;

    private string Series => act.Type.Name + "Series";

    private string Origin => $"the timeline of {act.Type.Name}";

    /// <inheritdoc/>
    public void AddTo(SdlType query) => query.With(
        Name,
        $"({ActArguments.Choice(act, isCounted: false)}, bucket: {ApiNames.TimeBucket}!, from: {TimeBound.Name}, to: "
            + $"{TimeBound.Name}, fill: Boolean = true, "
            + $"series: {Series} = {NoSeries}, top: Int = 10{ActArguments.RollUpArgument(act)}): [{Row}!]!",
        Origin,
        ApiMessages.Timeline(act));

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document)
    {
        document.Add("scalar", TimeBound.Name, Origin, ApiMessages.TimeBound);
        var row = document.Add("type", Row, Origin, ApiMessages.TimelineRow)
            .With("time", ": DateTime!", "time", ApiMessages.TimeOfRow)
            .With("series", ": String", "series", ApiMessages.SeriesOfRow)
            .With("seriesKey", ": String", "seriesKey", ApiMessages.SeriesKey)
            .With("isOther", ": Boolean!", "isOther", ApiMessages.IsOther);
        foreach (var (name, figure) in ActFigures.Layers(act)) ActFigures.AddTo(row, act, name, figure);
        var series = document.Add("enum", Series, Origin, ApiMessages.Series).AsStructure().With(NoSeries, "", NoSeries, ApiMessages.OneSeries);
        foreach (var (name, choice) in Choices(RollUp.None)) series.With(name, "", $"the series {name}", ApiMessages.SeriesBy(act, choice));
        ActArguments.AddRollUp(document, act);
    }

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning)
    {
        var (field, statement) = (planning.Field, planning.Begin());
        var series = SeriesOf(field);
        var isByKind = series is WaySeries { Way: { Way.Count: 0, Property: { } property } } && property == act.Kind;
        var choice = ActArguments.Of(act, field, statement, isByKind ? ActKinds.All : ActKinds.Counted);
        var bucket = Enum.Parse<TimeBucket>(ConstantArgument.Name(field.Arguments, "bucket")!, ignoreCase: true);
        var range = new TimeRange(Bound(field, "from"), Bound(field, "to"), bucket, Name);
        var from = range.From is null ? null : statement.Parameters.Add(new BoundSource(range, IsEnd: false), ScalarKind.Date);
        var to = range.To is null ? null : statement.Parameters.Add(new BoundSource(range, IsEnd: true), ScalarKind.Date);
        var top = statement.Selections.Pages.Count(field, "top", Limits.MaxSeries)
            ?? statement.Parameters.Add(new ConstantSource(Limits.MaxSeries), ScalarKind.Int);
        var limit = statement.Parameters.Add(new ConstantSource(Limits.MaxCountedRows + 1), ScalarKind.Int);
        var shape = Shape(field);
        var query = new TimelineQuery(choice, bucket, from, to, series, top, limit, shape.Figures, statement.Parameters.Parameters);
        var timeline = new TimelineShape(
            Pieces.Of(PieceKind.List, field, []),
            shape.Fields,
            shape.End,
            shape.Figures.Count,
            bucket,
            from,
            to,
            series?.ToForm(),
            ConstantArgument.IsTrue(field.Arguments, "fill"));
        return new RootPlan(statement.Plan(query, Weigh), (writer, output) => new TimelineWriter(timeline, writer, output));
    }

    private IEnumerable<(string Name, ActSeriesChoice Choice)> Choices(RollUp rollUp) =>
    [
        (ApiNames.Constant(act.Actor), new PartySeries(ActEnd.By, rollUp)),
        (ApiNames.Constant(act.Counterpart), new PartySeries(ActEnd.Against, rollUp)),
        (Pairs, new PairSeries(rollUp)),
        .. act.Series.Select(way => (ApiNames.Constant(way.Name), (ActSeriesChoice)new WaySeries(way))),
    ];

    private ActSeriesChoice? SeriesOf(PlannedField field)
    {
        var name = ConstantArgument.Name(field.Arguments, "series");
        return Choices(ActArguments.RollUpOf(act, field.Arguments)).FirstOrDefault(choice => choice.Name == name).Choice;
    }

    private static PlannedSource? Bound(PlannedField field, string argument) =>
        field.Arguments.TryGet(argument, out var given) && given is PlannedLeaf leaf ? leaf.Source : null;

    private (IReadOnlyList<TimelinePart> Fields, byte[] End, IReadOnlyList<ActFigure> Figures) Shape(PlannedField field)
    {
        var (builder, parts, figures) = (new ObjectShapeBuilder(), new List<TimelinePart>(), new List<ActFigure>());
        foreach (var part in field.Select(Row))
        {
            var name = part.Definition.Name;
            if (name == "__typename")
            {
                builder.AddConstant(part.ResponseKey, $"\"{Row}\"");
                continue;
            }

            var at = -1;
            if (ActFigures.Layers(act).FirstOrDefault(figure => figure.Name == name) is { Name: not null } found)
            {
                if (!figures.Contains(found.Figure)) figures.Add(found.Figure);
                at = figures.IndexOf(found.Figure);
            }

            parts.Add(new(at, Pieces.Of(PieceKind.Scalar, part, builder.Key(part.ResponseKey)), name));
        }

        return (parts, builder.End(), figures);
    }

    private static void Weigh(TimelineQuery query, QueryCost cost)
    {
        (ActEnd, RollUp)[] parties = query.Series switch
        {
            PartySeries party => [(party.End, party.RollUp)],
            PairSeries pair => [(ActEnd.By, pair.RollUp), (ActEnd.Against, pair.RollUp)],
            _ => [],
        };
        cost.CountActs(
            query.Acts, parties, query.Figures, (query.Series as WaySeries)?.Way.Way ?? [], query.From is not null && query.To is not null);
    }
}
