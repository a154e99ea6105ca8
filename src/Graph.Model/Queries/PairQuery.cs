namespace Graph.Model.Queries;

/// <summary>
/// Acts counted by who acts and whom they are against: one row for each ordered pair of actors with an act between them, in order.
/// Each who acts is paired with each whom the act is against; an act counts once for a pair. One that lacks either is in no row.
/// </summary>
/// <param name="Acts">Which acts.</param>
/// <param name="RollUp">What the actors are replaced by first.</param>
/// <param name="Sort">The order. After it rows are ordered by the ids of who acts and of whom the acts are against.</param>
/// <param name="Page">Which part; without positions.</param>
/// <param name="Columns">What is answered of each.</param>
/// <param name="Parameters">See <see cref="LogicalQuery"/>.</param>
public sealed record PairQuery(
    ActChoice Acts,
    RollUp RollUp,
    IReadOnlyList<PairSort> Sort,
    Page Page,
    IReadOnlyList<PairColumn> Columns,
    IReadOnlyList<Parameter> Parameters) : LogicalQuery(Parameters)
{
    /// <summary>The figures that rows are ordered by or answer.</summary>
    public IReadOnlyList<ActFigure> Figures => [.. Columns.OfType<PairFigureColumn>().Select(column => column.Figure)
        .Concat(Sort.OfType<PairFigureSort>().Select(key => key.Figure)).Distinct().Order()];

    /// <summary>The tallies that the ontology keeps say all that is asked, so that no act need be looked at.</summary>
    public bool ReadsTallies => Acts is { Act.Tally: not null, Where: null, Kinds.Given: null } choice
        && (choice.Kinds.IsCounted || choice.Act.Counted is null)
        && RollUp == RollUp.None
        && Figures.All(ActRules.IsTallied);

    /// <inheritdoc/>
    public override LogicalQuery With(SelectionRewriter rewriter) => this with
    {
        Columns = [.. Columns.Select(column => column is PairPartyColumn party
            ? party with { Selection = rewriter.Of(party.Selection, Acts.Act.Field(party.End).Target) }
            : column)],
    };
}

/// <summary>One value of a row.</summary>
public abstract record PairColumn;

/// <summary>One of the two actors, as a row of its own.</summary>
/// <param name="End">Which.</param>
/// <param name="Selection">What is answered of it.</param>
public sealed record PairPartyColumn(ActEnd End, Selection Selection) : PairColumn;

/// <summary>A figure over the acts of the pair: an Int, or a Date.</summary>
/// <param name="Figure">Which.</param>
public sealed record PairFigureColumn(ActFigure Figure) : PairColumn;

/// <summary>Whether both are one actor, as a Boolean.</summary>
public sealed record PairSelfColumn : PairColumn;

/// <summary>What pairs are ordered by. Missing days are the greatest.</summary>
/// <param name="Descending">Greatest first.</param>
public abstract record PairSort(bool Descending);

/// <summary>By a figure over the acts of the pair.</summary>
/// <param name="Figure">Which.</param>
/// <param name="Descending">Greatest first.</param>
public sealed record PairFigureSort(ActFigure Figure, bool Descending) : PairSort(Descending);

/// <summary>By the caption of one of the two actors, then by its id.</summary>
/// <param name="End">Which.</param>
/// <param name="Descending">Greatest first, both.</param>
public sealed record PairPartySort(ActEnd End, bool Descending) : PairSort(Descending);
