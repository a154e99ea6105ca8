using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Export;

/// <summary>
/// What sources give of actors that are one, in place of what the graph shows of them: with the judgements, an import makes the same graph
/// of it, and what was merged can still come apart.
/// </summary>
internal sealed class GivenRecords
{
    private readonly MergedRecords merged;
    private readonly RelationshipType? tally;
    private readonly HashSet<(NodeFamily Family, string Id)> shown;

    private GivenRecords(MergedRecords merged, RelationshipType? tally)
    {
        (this.merged, this.tally) = (merged, tally);
        shown = [.. merged.Members.Select(member => (member.Raw.Type.Family, member.Canonical))];
    }

    /// <summary>Of a graph; null where there are no judgements.</summary>
    public static GivenRecords? Of(MergedRecords merged, Ontology ontology) =>
        merged.Judgements.Count == 0 ? null : new(merged, ontology.Tally?.Relationship);

    /// <summary>All judgements, in an order of their own.</summary>
    public IEnumerable<Judgement> Judgements => merged.Judgements
        .OrderBy(one => one.Id, StringComparer.Ordinal).ThenBy(one => one.Other, StringComparer.Ordinal)
        .ThenBy(one => one.IsSame).ThenBy(one => one.Source, StringComparer.Ordinal);

    /// <summary>Takes what is shown of the actors out of a page; tallies stay, which an import derives anew.</summary>
    public void TakeOut(RecordBatch page)
    {
        page.RemoveNodes(node => shown.Contains((node.Type.Family, page.Id(node))));
        page.RemoveRelationships(one => one.Type != tally
            && (shown.Contains((one.StartType.Family, page.Text(one.Start))) || shown.Contains((one.EndType.Family, page.Text(one.End)))));
    }

    /// <summary>Adds what sources give.</summary>
    public void AddTo(RecordBatch page)
    {
        var place = new RecordPlace(page.AddFile(""), 0, 0);
        foreach (var raw in merged.Members.Select(member => member.Raw).OrderBy(raw => raw.Type.Ordinal)
            .ThenBy(raw => raw.Id, StringComparer.Ordinal))
        {
            var cells = NamedValues.Cells(raw.Values, raw.Type.Properties, page);
            cells[raw.Type.Id.Ordinal] = page.AddText(raw.Id);
            page.AddNode(raw.Type, cells, place);
        }

        foreach (var one in merged.Relationships.OrderBy(one => one.ListingKey, StringComparer.Ordinal))
        {
            var cells = NamedValues.Cells(one.Values, one.Type.Properties?.Properties ?? [], page);
            page.AddRelationship(one.Type, one.StartType, page.AddText(one.Start), one.EndType, page.AddText(one.End), cells, place);
        }
    }
}
