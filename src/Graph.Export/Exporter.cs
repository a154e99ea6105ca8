using Graph.Model.Stores;

namespace Graph.Export;

/// <summary>Writes a graph, or a part of one.</summary>
public static class Exporter
{
    /// <summary>
    /// Writes a graph in bounded memory, whatever its size. A graph that does not change meanwhile gives the same bytes each
    /// time; of one that does, relationships may be written whose nodes are not.
    /// </summary>
    /// <param name="store">The graph.</param>
    /// <param name="request">What of it, and in which form.</param>
    /// <param name="target">Takes the files.</param>
    /// <param name="cancellationToken">Stops between pages, or within a statement.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="QueryRefusedException">The conditions are more than the store takes.</exception>
    /// <exception cref="IOException">The target failed.</exception>
    public static async Task<ExportReport> RunAsync(
        IGraphStore store,
        ExportRequest request,
        IExportTarget target,
        CancellationToken cancellationToken)
    {
        var (format, leftOut) = (request.Format, new LeftOut());
        using var output = new ExportOutput(target, cancellationToken);
        var plan = new ExportPlan(store.Ontology, request.Part, await LastImport.OfAsync(store, cancellationToken)) { IsPlain = request.IsPlain };
        if (format is IEntityFormat entities)
        {
            await output.BeginAsync("graph" + format.Ending);
            var report = await entities.WriteAsync(store, plan, output, cancellationToken);
            await output.FlushAsync();
            await target.EndAsync();
            return report;
        }

        var writer = ((IRecordFormat)format).Begin(plan, output);
        if (!format.HasManyFiles) await output.BeginAsync("graph" + format.Ending);
        var given = format.HasJudgements && request.Part is { IsFiltered: false, View: GraphView.Whole }
            ? GivenRecords.Of(await store.MergedAsync(cancellationToken), store.Ontology)
            : null;
        long nodes = 0, relationships = 0;
        var (withTexts, fields) = (request.WithTexts && format is JsonLines, format.HasFilesByRelationship ? 1 : PageSizes.ManyFields);
        var reader = new GraphReader(store, request.Part, withTexts, fields, leftOut);
        await foreach (var page in reader.PagesAsync(cancellationToken))
        {
            given?.TakeOut(page.Records);
            await WriteAsync(page);
        }

        if (given is not null)
        {
            var page = new ExportPage();
            given.AddTo(page.Records);
            await WriteAsync(page);
            writer.Write(given.Judgements);
        }

        await writer.FinishAsync();
        await output.FlushAsync();
        await target.EndAsync();
        foreach (var (sentence, things) in writer.LeftOut) leftOut.Add(sentence, things);
        return new(nodes, relationships, leftOut.Count, leftOut.Sentences, writer.Changed);

        async Task WriteAsync(ExportPage page)
        {
            await writer.WriteAsync(page);
            await output.FlushAsync();
            nodes += page.Records.Nodes.Count;
            relationships += page.Records.Relationships.Count;
        }
    }

    /// <summary>Writes a whole graph, long texts and all, as one file.</summary>
    /// <param name="store">The graph.</param>
    /// <param name="format">The form, of one file.</param>
    /// <param name="output">Takes the bytes; not closed.</param>
    /// <param name="cancellationToken">Stops between pages, or within a statement.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="IOException">The output failed.</exception>
    public static Task<ExportReport> RunAsync(IGraphStore store, IOutputFormat format, Stream output, CancellationToken cancellationToken) =>
        RunAsync(
            store,
            new(format, GraphPart.Of(store.Ontology, format.DefaultView)) { WithTexts = true },
            new StreamTarget(output),
            cancellationToken);
}
