using Graph.Model.Merging;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>
/// Makes one SQL statement of a logical query. Every list orders and cuts keys first and projects the rows that are left,
/// so that no related list is made for a row that is not answered. <c>CROSS JOIN</c> is SQLite's way to fix the order of
/// a join: from the keys to the rows. <c>LIMIT -1</c> keeps SQLite from dropping the order of a subquery.
/// </summary>
internal sealed class QueryCompiler(Layout layout)
{
    private readonly Mergeable? merges = Mergeable.Of(layout.Ontology);

    /// <summary>Compiles a query.</summary>
    public CompiledQuery Compile(PreparedQuery query)
    {
        var scope = new StatementScope();
        var statement = Print(query.Gathered, scope);
        return new(statement, scope.Bindings);
    }

    private string Print(LogicalQuery query, StatementScope scope)
    {
        var paths = new Paths(layout, scope);
        var filters = new Filters(scope, paths, merges);
        var ordering = new Ordering(scope, paths);
        var pages = new Pages(scope, ordering);
        var walks = new Walks(scope, filters, ordering, pages);
        var roots = new Roots(layout, scope, filters, new Anchors(scope, paths, filters), walks);
        var columns = new Columns(scope, paths, filters, ordering, walks);
        return query switch
        {
            ListQuery list => List(list, roots, columns),
            ConnectionQuery connection => Connection(connection, roots, columns),
            StepQuery step => new Steps(layout, scope, paths, filters).Print(step),
            ComponentQuery component => new Components(layout, scope, roots).Print(component),
            NeighbourQuery neighbours => new Neighbours(layout, scope, roots, columns).Print(neighbours),
            LookupQuery lookup => new Lookups(scope, roots, paths, filters, columns).Print(lookup),
            BetweenQuery between => new Lookups(scope, roots, paths, filters, columns).Print(between),
            PairQuery pairs => new Pairs(layout, scope, paths, roots, pages, columns).Print(pairs),
            TimelineQuery timeline => new Timelines(layout, scope, paths, roots).Print(timeline),
            GroupQuery groups => new Groups(layout, scope, paths, filters, roots).Print(groups),
            OverviewQuery overview => new Overviews(roots).Print(overview),
            SearchQuery search => new Searches(layout, scope, columns).Print(search),
            _ => throw new ArgumentOutOfRangeException(nameof(query), query, "Unknown kind of query."),
        };
    }

    private static string List(ListQuery query, Roots roots, Columns columns)
    {
        if (query.Page == Page.Whole && AnchorRules.IsOne(query.Where))
        {
            var one = roots.At(query.Type);
            return $"SELECT {columns.Row(query.Selection, one)} FROM {roots.Plain(one, query.Where).Source}";
        }

        var (rows, place) = roots.Page(query.Type, query.Where, query.Sort, query.Page);
        return $"SELECT {columns.Row(query.Selection, place)} FROM {rows}";
    }

    private static string Connection(ConnectionQuery query, Roots roots, Columns columns)
    {
        var (connection, where) = (query.Connection, query.Where);
        var edges = "NULL";
        if (connection.Edges is { } asked)
        {
            var (rows, place) = roots.Page(query.Type, where, asked.Sort, asked.Page);
            edges = $"(SELECT json_group_array({columns.Row(asked.Selection, place)}) FROM {rows})";
        }

        var count = connection.TotalCount ? roots.Count(query.Type, where) : "NULL";
        var aggregates = "NULL";
        if (connection.Aggregates.Count > 0)
        {
            var all = roots.All(roots.At(query.Type), where);
            aggregates = Aggregates.List(connection.Aggregates, all.Place, all.Source, distinct: () => (all.Place, all.Source));
        }

        return $"SELECT json_array({edges}, {count}, {aggregates})";
    }
}
