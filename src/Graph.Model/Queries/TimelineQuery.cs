using Graph.Model.Ontologies;
using Graph.Model.Values;

namespace Graph.Model.Queries;

/// <summary>
/// Dated acts counted by time: one row for each bucket and series with an act, by time, then by the rank of the series. A row has the
/// bucket's first day (Date), the rank of the series from 1 on (Int), its text and its key (of <see cref="ActSeriesChoice.ToForm"/>,
/// null where there is none), whether it stands for the series that are not named (Boolean), and the figures in their order.
/// </summary>
/// <remarks>
/// Series are ranked by how many acts they have within the bounds, then by text and key, in which a missing value is the greatest. An act
/// counts once in each of its series; one without any in a series of its own, whose text and key are null. Those after the first
/// <paramref name="Top"/> are one, of the rank after, in which an act counts once.
/// </remarks>
/// <param name="Acts">Which acts.</param>
/// <param name="Bucket">The buckets.</param>
/// <param name="From">The first day that counts; null: any.</param>
/// <param name="To">The last day that counts; null: any.</param>
/// <param name="Series">What tells series apart; null: there is one.</param>
/// <param name="Top">How many series are named (Int).</param>
/// <param name="Limit">Most rows that are answered (Int).</param>
/// <param name="Figures">What is answered of each: <see cref="ActFigure.Acts"/>, claims or evidence.</param>
/// <param name="Parameters">See <see cref="LogicalQuery"/>.</param>
public sealed record TimelineQuery(
    ActChoice Acts,
    TimeBucket Bucket,
    Parameter? From,
    Parameter? To,
    ActSeriesChoice? Series,
    Parameter Top,
    Parameter Limit,
    IReadOnlyList<ActFigure> Figures,
    IReadOnlyList<Parameter> Parameters) : LogicalQuery(Parameters)
{
    /// <inheritdoc/>
    public override LogicalQuery With(SelectionRewriter rewriter) => this;
}

/// <summary>What tells the series of a timeline apart.</summary>
public abstract record ActSeriesChoice
{
    /// <summary>What text and key of a series are.</summary>
    public abstract ValueForm ToForm();
}

/// <summary>The actors at one end: text is the caption, key the id.</summary>
/// <param name="End">Which.</param>
/// <param name="RollUp">What they are replaced by first.</param>
public sealed record PartySeries(ActEnd End, RollUp RollUp) : ActSeriesChoice
{
    /// <inheritdoc/>
    public override ValueForm ToForm() => ScalarKind.String;
}

/// <summary>Pairs of actors: captions and ids with <see cref="Between"/> between them.</summary>
/// <param name="RollUp">What they are replaced by first.</param>
public sealed record PairSeries(RollUp RollUp) : ActSeriesChoice
{
    /// <summary>What stands between the two.</summary>
    public const string Between = " → ";

    /// <inheritdoc/>
    public override ValueForm ToForm() => ScalarKind.String;
}

/// <summary>What a way from the act leads to: nodes by caption and id, or a property, whose value is both.</summary>
/// <param name="Way">The way.</param>
public sealed record WaySeries(ActSeries Way) : ActSeriesChoice
{
    /// <inheritdoc/>
    public override ValueForm ToForm() => Way.Property is { } property ? property.Form.Item : ScalarKind.String;
}
