using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>
/// Makes one Cypher statement of a logical query. Each record has one value, the row as a positional list; subqueries
/// keep the depth of the selection. Identifiers come from the ontology, every value is a parameter.
/// </summary>
internal sealed class QueryCompiler(Ontology ontology)
{
    private readonly LabelMap labels = new(ontology);
    private readonly Indexes indexes = new(new(ontology));
    private readonly Mergeable? merges = Mergeable.Of(ontology);

    /// <summary>Compiles a query.</summary>
    public CompiledQuery Compile(PreparedQuery query)
    {
        var scope = new StatementScope();
        var statement = Print(query.Gathered, scope);
        return new(statement, scope.Bindings)
        {
            TextIds = scope.TextIds,
            WithNumbers = scope.TextIds.Count == 0 ? null : new(() => Of(query.Gathered, new(numberIds: true))),
            WithFarTexts = scope.Bindings.Count == 0 ? null : new(() => Of(query.Gathered, new(numberIds: true, farTexts: true))),
        };
    }

    private CompiledQuery Of(LogicalQuery query, StatementScope scope)
    {
        var statement = Print(query, scope);
        return new(statement, scope.Bindings);
    }

    private string Print(LogicalQuery query, StatementScope scope)
    {
        var paths = new Paths(labels, scope);
        var filters = new Filters(labels, scope, paths, merges);
        var ordering = new Ordering(scope, paths, filters);
        var pages = new Pages(ordering);
        var walks = new Walks(labels, indexes, paths, filters, pages);
        var roots = new Roots(labels, indexes, scope, filters, new Anchors(labels, indexes, paths, filters), pages);
        var columns = new Columns(labels, paths, filters, ordering, walks);
        return query switch
        {
            ListQuery list => List(list, roots, columns),
            ConnectionQuery connection => Connection(connection, roots, columns),
            StepQuery step => new Steps(scope, paths, filters).Print(step),
            ComponentQuery component => new Components(scope, roots).Print(component),
            NeighbourQuery neighbours => new Neighbours(ontology, labels, scope, roots, columns).Print(neighbours),
            LookupQuery lookup => Lookups().Print(lookup),
            BetweenQuery between => Lookups().Print(between),
            PairQuery pairs => new Pairs(scope, labels, paths, roots, ordering, columns).Print(pairs),
            TimelineQuery timeline => new Timelines(scope, labels, paths, roots).Print(timeline),
            GroupQuery groups => new Groups(labels, scope, paths, filters, roots).Print(groups),
            OverviewQuery overview => new Overviews(labels, roots).Print(overview),
            SearchQuery search => new Searches(ontology, labels, scope, columns).Print(search),
            _ => throw new InvalidOperationException($"A query of kind {query.GetType().Name} has no form in Cypher."),
        };

        Lookups Lookups() => new(labels, scope, roots, paths, filters, pages, columns);
    }

    private static string List(ListQuery query, Roots roots, Columns columns)
    {
        var place = roots.At(query.Type);
        return CypherText.Lines([.. roots.Page(place, query.Where, query.Sort, query.Page), .. columns.Return(query.Selection, place, " AS row")]);
    }

    private static string Connection(ConnectionQuery query, Roots roots, Columns columns)
    {
        var (connection, where) = (query.Connection, query.Where);
        var edges = "null";
        if (connection.Edges is { } asked)
        {
            var place = roots.At(query.Type);
            edges = CypherText.Block("COLLECT", [.. roots.Page(place, where, asked.Sort, asked.Page), .. columns.Return(asked.Selection, place)]);
        }

        if (connection.Aggregates.All(term => term.Of is null))
        {
            var count = roots.Count(query.Type, where);
            var counts = connection.Aggregates.Count == 0 ? "null" : CypherText.List([.. connection.Aggregates.Select(_ => count)]);
            return $"RETURN {CypherText.List([edges, connection.TotalCount ? count : "null", counts])} AS row";
        }

        // One walk over the matches gives the total and every aggregate.
        var all = roots.At(query.Type);
        return CypherText.Lines(
            [
                .. roots.All(all, where),
                $"WITH count({all.Node}) AS total, "
                    + $"{CypherText.List([.. connection.Aggregates.Select(term => Aggregates.Term(term, all))])} AS aggregates",
                $"RETURN {CypherText.List([edges, connection.TotalCount ? "total" : "null", "aggregates"])} AS row",
            ]);
    }
}
