using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <content>What counting acts costs.</content>
internal sealed partial class QueryCost
{
    /// <summary>Relationships followed for one party under a roll-up: its offices and whom they stand for; the bodies above, once more.</summary>
    private const double HopsOfRollUp = 4;

    /// <summary>Weighs what the kept tallies answer: there are about as many as acts, and an index of them is read through.</summary>
    public void CountKept(Act act) => Add(sizes.Of(act.Type) * Hop, ApiMessages.DearCounts);

    /// <summary>Weighs acts that are counted by their parties, or along a way.</summary>
    /// <param name="acts">The acts.</param>
    /// <param name="parties">The parties that they are counted by.</param>
    /// <param name="figures">What is counted of them.</param>
    /// <param name="way">The way that they are counted by.</param>
    /// <param name="isBounded">Only those of some days are counted.</param>
    public void CountActs(
        ActChoice acts,
        IReadOnlyList<(ActEnd End, RollUp RollUp)> parties,
        IReadOnlyList<ActFigure> figures,
        IReadOnlyList<RelationshipField>? way = null,
        bool isBounded = false)
    {
        var found = Find(acts.Act.Type, acts.Where, [], Page.Whole);
        if (isBounded && acts.Act.On.IsIndexed) found = Math.Min(found, sizes.Of(acts.Act.Type) * PartInARange);
        var hops = parties.Sum(party => party.RollUp == RollUp.None ? 1 : HopsOfRollUp) + (way?.Count ?? 0);
        var counted = figures.Count(figure => !ActRules.IsTallied(figure)) * (Hop + Counting) + Counting;
        Add(found * (hops * (Hop + Counting) + counted), ApiMessages.DearCounts);
    }

    /// <summary>Weighs what is answered of the nodes in the rows of a page.</summary>
    public void AnswerRows(Page page, IEnumerable<Selection> nodes)
    {
        var rows = Limit(page) ?? Limits.MaxRowsWithoutLimit;
        Rows += rows;
        foreach (var node in nodes) Answer(node, rows);
    }
}
