using Graph.Import.Pipeline;
using Graph.Import.Sources;

namespace Graph.Import.Dossiers;

/// <summary>Dossiers in YAML. All of a run are one graph: each may refer to what another describes.</summary>
/// <param name="joined">Told of the graph before its records are sent; may be null.</param>
internal sealed class DossierSource(Action<DossierGraph>? joined = null) : IRecordSource
{
    /// <inheritdoc/>
    public string Name => "dossier";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".yaml", ".yml"];

    /// <inheritdoc/>
    public bool JoinsFiles => true;

    /// <inheritdoc/>
    public bool OpensItsFiles => true;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> start) => false;

    /// <summary>Whatever nobody else recognises: a researcher's text may begin with anything.</summary>
    public bool MayBe(ReadOnlySpan<byte> start) => true;

    /// <inheritdoc/>
    public async Task ReadAsync(IReadOnlyList<SourceFile> files, RecordSink sink, CancellationToken cancellationToken)
    {
        var (domain, fault) = DomainVocabulary.Of(sink.Ontology);
        if (domain is null)
        {
            foreach (var file in files) sink.Reject(file.Path, new(0, 0, fault!), null);
            return;
        }

        var dossiers = new List<Dossier>();
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Unfit(file) is { } unfit)
            {
                sink.Reject(file.Path, new(0, 0, unfit), null);
                sink.Sources.Lose(file);
                continue;
            }

            var dossier = DossierReader.Read(file.Path, domain);
            if (!dossier.IsNamed) sink.Sources.Lose(file);
            dossiers.Add(dossier with { Source = sink.Sources.Name(file, dossier.Source) });
            sink.Begin(file);
            sink.Ledger.BytesRead += file.Bytes;
        }

        var graph = await DossierGraph.JoinAsync(domain, dossiers, sink.FindAsync);
        joined?.Invoke(graph);
        foreach (var rejection in DossierRejections.Of(dossiers, graph))
        {
            sink.Ledger.Reject(rejection);
            if (rejection.Record is not null) sink.Ledger.Read++;
        }

        await WriteAsync(domain, graph, sink);
    }

    /// <summary>A dossier is read whole, with texts beside it: a packed file or a pipe is none.</summary>
    private static string? Unfit(SourceFile file)
    {
        try
        {
            using var stream = file.Open();
            if (stream.IsBroken) return Messages.PackedFileBroken();
            return stream.IsPacked || !stream.CanReopen ? Messages.DossierIsStream() : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null; // The reader says why.
        }
    }

    private static async Task WriteAsync(DomainVocabulary domain, DossierGraph graph, RecordSink sink)
    {
        var written = new HashSet<(string, string)>();
        foreach (var draft in graph.Drafts.Where(draft => !draft.IsRejected))
        {
            foreach (var (other, isSame, because) in draft.Judgements) sink.Judge(new(draft.Id, other, isSame) { Because = because }, draft.File);
            foreach (var share in graph.SharesOf(draft))
            {
                var before = sink.Batch.Count;
                DossierRecords.Write(share, graph.SourceOf(share), domain, sink.Batch, written);
                sink.Ledger.Read += sink.Batch.Count - before;
                if (sink.IsFull) await sink.SendAsync();
            }
        }
    }
}
