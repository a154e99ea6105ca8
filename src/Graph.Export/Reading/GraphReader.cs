using System.Runtime.CompilerServices;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Export;

/// <summary>
/// Reads a graph, or a part of it, through the contract of the stores, a page a statement, in bounded memory: all nodes, by type
/// and id, then all relationships, by the type and id of the node they start at. A graph that does not change meanwhile is read in
/// the same order each time.
/// </summary>
/// <param name="store">The graph.</param>
/// <param name="part">What of it.</param>
/// <param name="withTexts">Whether long texts are read: see <see cref="ExportRequest.WithTexts"/>.</param>
/// <param name="fieldsAtOnce">
/// Along how many fields the relationships of a node are read by one statement: an ontology may have dozens, and databases plan
/// long statements slowly. 1: all relationships of one type are read before those of the next.
/// </param>
/// <param name="leftOut">Collects what could not be read.</param>
internal sealed class GraphReader(IGraphStore store, GraphPart part, bool withTexts, int fieldsAtOnce, LeftOut leftOut)
{
    private readonly ExportPage page = new();

    /// <summary>The pages. Each is valid until the next is asked for.</summary>
    public async IAsyncEnumerable<ExportPage> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var type in part.Types)
            await foreach (var nodes in NodesAsync(type, cancellationToken))
                yield return nodes;
        if (part.View == GraphView.Actors)
        {
            await foreach (var tallies in new TallyReader(store, part, page).PagesAsync(cancellationToken)) yield return tallies;
            yield break;
        }

        foreach (var type in part.Types)
            foreach (var fields in part.From(type).Chunk(fieldsAtOnce))
                await foreach (var relationships in RelationshipsAsync(type, fields, cancellationToken))
                    yield return relationships;
    }

    private async IAsyncEnumerable<ExportPage> NodesAsync(NodeType type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<Property> read = [.. type.Properties.Where(property => withTexts || property.Excerpt is null)];
        var pages = new PagesById(
            store,
            type,
            part.Ids(type),
            part.Conditions(type),
            [.. read.Select(property => new PropertyColumn(new(Subject.Node, property)))],
            [],
            []);
        var stored = part.IsFiltered ? 0 : await store.CountAsync(type, cancellationToken);
        var seen = 0L;
        var atOnce = read.Exists(property => property.Excerpt is not null) ? PageSizes.NodesWithTextsAtOnce : PageSizes.NodesAtOnce;
        while (!pages.IsDone)
        {
            page.Clear();
            var rows = new NodeRows(page.Records, type, read, leftOut);
            await pages.ReadNextAsync(atOnce, rows, cancellationToken);
            seen += rows.Rows;
            yield return page;
        }

        if (seen < stored) leftOut.Add(Messages.NodesMissed(type, stored - seen), stored - seen);
    }

    private async IAsyncEnumerable<ExportPage> RelationshipsAsync(
        NodeType type,
        RelationshipField[] fields,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var conditions = part.Conditions(type);
        // Relationships that end at chosen acts are chosen by the same condition, whose parameters stand once.
        var own = conditions ?? (fields.Any(EndsAtActs) ? part.Acts : null);
        var known = own?.Parameters ?? [];
        var most = new Parameter(known.Count, ScalarKind.Int);
        var pages = new PagesById(
            store,
            type,
            part.Ids(type),
            conditions,
            [new PropertyColumn(new(Subject.Node, type.Id)), .. fields.Select(field => Column(field, new(most)))],
            conditions is null ? [.. known, most] : [most],
            conditions is null ? [.. own?.Values ?? [], PageSizes.EdgesAtOnce] : [PageSizes.EdgesAtOnce]);
        for (var count = PageSizes.FirstRows; !pages.IsDone;)
        {
            page.Clear();
            var rows = new RelationshipRows(page.Records, store.Ontology, type, fields, PageSizes.EdgesAtOnce, part, leftOut);
            await pages.ReadNextAsync(count, rows, cancellationToken);
            count = PageSizes.NextRows(count, page.Records.Count);
            yield return page;
            foreach (var (busy, field) in rows.Unfinished)
                await foreach (var rest in RestAsync(type, busy, field, cancellationToken))
                    yield return rest;
        }
    }

    /// <summary>The relationships of one node along one field, after the first <see cref="PageSizes.EdgesAtOnce"/>.</summary>
    private async IAsyncEnumerable<ExportPage> RestAsync(
        NodeType type,
        string id,
        RelationshipField field,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var own = EndsAtActs(field) ? part.Acts : null;
        var known = own?.Parameters.Count ?? 0;
        Parameter which = new(known, ScalarKind.Id), most = new(known + 1, ScalarKind.Int), offset = new(known + 2, ScalarKind.Int);
        var idOf = new PropertyRef(Subject.Node, type.Id);
        var query = store.Compile(PreparedQuery.Of(new ListQuery(
            type,
            new Comparison(idOf, ComparisonOperator.Equal, which),
            [new PropertySort(idOf, Descending: false)],
            Page.Whole,
            new([new PropertyColumn(idOf), Column(field, new(most, offset))]),
            [.. own?.Parameters ?? [], which, most, offset])));
        for (var from = PageSizes.EdgesAtOnce; ; from += PageSizes.EdgesOfOneNode)
        {
            page.Clear();
            var rows = new RelationshipRows(page.Records, store.Ontology, type, [field], PageSizes.EdgesOfOneNode, part, leftOut);
            await store.ReadAsync(query, [.. own?.Values ?? [], id, PageSizes.EdgesOfOneNode, from], rows, cancellationToken);
            yield return page;
            if (rows.Unfinished.Count == 0) break;
        }
    }

    private RelatedConnectionColumn Column(RelationshipField field, Page edges) =>
        RelationshipColumns.Column(field, EndsAtActs(field) ? part.Acts!.Where : null, edges);

    private bool EndsAtActs(RelationshipField field) => field.Target is NodeType end && part.Conditions(end) is not null;
}
