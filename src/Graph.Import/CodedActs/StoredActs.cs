using Graph.Import.Feeds;
using Graph.Import.Pipeline;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Import.CodedActs;

/// <summary>What the graph holds of coded acts: which rows they came from, their sentences, how sure they are.</summary>
/// <param name="sink">Asks the graph.</param>
/// <param name="types">The types.</param>
internal sealed class StoredActs(RecordSink sink, FeedTypes types)
{
    /// <summary>Ids asked for at once: databases take long lists slowly.</summary>
    private const int IdsAtOnce = 500;

    /// <summary>The accusation and evidence of each document that stands for a row.</summary>
    public async Task<Dictionary<string, (string Accusation, string Evidence)>> OfRowsAsync(
        IEnumerable<string> documents,
        CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        var accusations = RowTree.Of(types.Evidence.FindRelationship("accusations")!, RowTree.Of(types.Accusation, "id"));
        var evidence = RowTree.Of(types.Document.FindRelationship("evidence")!, RowTree.Of(types.Evidence, "id"), accusations);
        var selection = new Selection([RowTree.Of(types.Document, "id"), evidence]);
        foreach (var row in await AskAsync(types.Document, selection, documents, cancellationToken))
            foreach (var piece in RowTree.Related(row, 1))
                foreach (var act in RowTree.Related(piece, 1)) found.TryAdd((string)row[0]!, ((string)act[0]!, (string)piece[0]!));
        return found;
    }

    /// <summary>The words of pieces of evidence, by id.</summary>
    public async Task<Dictionary<string, string>> QuotesAsync(IEnumerable<string> evidence, CancellationToken cancellationToken)
    {
        var selection = new Selection([RowTree.Of(types.Evidence, "id"), RowTree.Of(types.Evidence, "quote")]);
        var rows = await AskAsync(types.Evidence, selection, evidence, cancellationToken);
        return rows.Where(row => row[1] is not null).ToDictionary(row => (string)row[0]!, row => (string)row[1]!, StringComparer.Ordinal);
    }

    /// <summary>Accusations with all their properties.</summary>
    public async Task<StoredNodes> AccusationsAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var nodes = new StoredNodes(types.Accusation);
        foreach (var some in ids.Chunk(IdsAtOnce))
        {
            await sink.AskAsync(Query(types.Accusation, nodes.Selection), [some.ToList<object?>()], nodes, cancellationToken);
        }
        return nodes;
    }

    private async Task<List<object?[]>> AskAsync(NodeType type, Selection selection, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var rows = new RowTree(selection);
        foreach (var some in ids.Chunk(IdsAtOnce)) await sink.AskAsync(Query(type, selection), [some.ToList<object?>()], rows, cancellationToken);
        return rows.Rows;
    }

    private static ListQuery Query(NodeType type, Selection selection)
    {
        var ids = new Parameter(0, ScalarKind.Id, IsList: true);
        var id = new PropertyRef(Subject.Node, type.Id);
        return new(type, new Comparison(id, ComparisonOperator.In, ids), [new PropertySort(id, Descending: false)], Page.Whole, selection, [ids]);
    }
}
