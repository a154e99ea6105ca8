using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>Prints figures about whole types: kept numbers, and the ends of indexes.</summary>
internal sealed class Overviews(LabelMap labels, Roots roots)
{
    /// <summary>The statement.</summary>
    public string Print(OverviewQuery query) => $"RETURN {CypherText.List([.. query.Figures.Select(Figure)])} AS row";

    private string Figure(OverviewFigure figure)
    {
        if (figure is not LatestValue latest) return roots.Count(figure.Type, null);
        var place = roots.At(latest.Type);
        var value = place.Read(new(Subject.Node, latest.Property));

        // In the order of an index, where max() would look at every node.
        return CypherText.Block(
            "COLLECT",
            $"MATCH ({place.Node}:{labels.Of(latest.Type)})",
            $"WHERE {value} IS NOT NULL",
            $"RETURN {value} ORDER BY {value} DESC LIMIT 1") + "[0]";
    }
}
