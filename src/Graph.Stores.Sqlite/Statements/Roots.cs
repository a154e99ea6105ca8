using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>Finds the nodes of a root field, each once, and a page of them.</summary>
internal sealed class Roots(Layout layout, StatementScope scope, Filters filters, Anchors anchors, Walks walks)
{
    /// <summary>All that match, in no order.</summary>
    public Matches All(Place place, Filter? where) => anchors.Find(place, where, Indexes.Rules.Anchors.Of(where, place.Type));

    /// <summary>All that match, each asked.</summary>
    public Matches Plain(Place place, Filter? where) => new(place, place.Table, filters.All(where, place));

    /// <summary>A page of those that match, in order: what stands after FROM, and how its rows are spoken of.</summary>
    public (string Rows, Place Place) Page(EntityType type, Filter? where, IReadOnlyList<SortKey> sort, Page page)
    {
        var start = Indexes.Rules.Anchors.Of(where, type);
        var walk = Indexes.Rules.Walks.OfAnchored(start, type, where, sort, page);
        var keys = walks.Page(anchors.Find(At(type), where, start), walk, sort, page, []);
        var rows = scope.Alias("p");
        var place = At(type);
        return ($"({keys}) AS {rows} CROSS JOIN {place.Table} ON {place.Key} = {rows}.\"{Family.Key}\"", place);
    }

    /// <summary>The number of all that match.</summary>
    public string Count(EntityType type, Filter? where)
    {
        if (where is not null) return $"(SELECT count(*) FROM {All(At(type), where).Source})";
        var names = string.Join(", ", type.ConcreteTypes.Select(concrete => $"'{concrete.Name}'"));
        return $"(SELECT coalesce(sum(\"nodes\"), 0) FROM \"{Definitions.Counts}\" WHERE \"type\" IN ({names}))";
    }

    /// <summary>A new place for a node of the type.</summary>
    public Place At(EntityType type) => new(scope.Alias("n"), type, layout.Of(type));
}
