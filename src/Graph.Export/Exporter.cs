using Graph.GraphQL.Json;
using Graph.Model.Stores;

namespace Graph.Export;

/// <summary>Writes a whole graph.</summary>
public static class Exporter
{
    /// <summary>
    /// Writes a graph in bounded memory, whatever its size. A graph that does not change meanwhile gives the same bytes each
    /// time; of one that does, relationships may be written whose nodes are not.
    /// </summary>
    /// <param name="store">The graph.</param>
    /// <param name="format">The form.</param>
    /// <param name="output">Takes the bytes; not closed.</param>
    /// <param name="cancellationToken">Stops between pages, or within a statement.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="IOException">The output failed.</exception>
    public static async Task<ExportReport> RunAsync(
        IGraphStore store,
        IOutputFormat format,
        Stream output,
        CancellationToken cancellationToken)
    {
        var leftOut = new LeftOut();
        using var buffer = new ResponseBuffer();
        var writer = format.Begin(store.Ontology, buffer);
        long nodes = 0, relationships = 0;
        await foreach (var page in new GraphReader(store, leftOut).PagesAsync(cancellationToken))
        {
            writer.Write(page);
            await EmptyAsync();
            nodes += page.Nodes.Count;
            relationships += page.Relationships.Count;
        }

        writer.Finish();
        await EmptyAsync();
        return new(nodes, relationships, leftOut.Count, leftOut.Sentences);

        async Task EmptyAsync()
        {
            foreach (var segment in buffer.Written) await output.WriteAsync(segment, cancellationToken);
            buffer.Clear();
        }
    }
}
