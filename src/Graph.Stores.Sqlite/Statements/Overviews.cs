using Graph.Model.Queries;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>Prints figures about whole types: kept numbers, and the ends of indexes.</summary>
internal sealed class Overviews(Roots roots)
{
    /// <summary>The statement.</summary>
    public string Print(OverviewQuery query) => $"SELECT json_array({string.Join(", ", query.Figures.Select(Figure))})";

    private string Figure(OverviewFigure figure)
    {
        if (figure is not LatestValue latest) return roots.Count(figure.Type, null);
        var all = roots.Plain(roots.At(latest.Type), null);
        return $"(SELECT max({all.Place.Read(new(Subject.Node, latest.Property))}) FROM {all.Source})";
    }
}
