using Graph.Import.Dossiers;
using Graph.Import.Pipeline;
using Graph.Import.Rejections;
using Graph.Import.Sources;
using Graph.Model.Ontologies;
using Graph.Model.Stores;

namespace Graph.Import;

/// <summary>Checks dossiers without a store.</summary>
public static class DossierCheck
{
    /// <summary>Rejections told of: a million, as many as entries fit into dossiers that are read whole.</summary>
    private const int MaxRejections = 1_000_000;

    /// <summary>Records of one batch, as of a store's.</summary>
    private const int RecordsPerBatch = 10_000;

    /// <summary>
    /// Takes the dossiers of the paths the whole way of an import, to a writer that writes nothing and knows of no stored graph:
    /// it rejects what an import into an empty store would.
    /// </summary>
    /// <param name="paths">Files and folders; of a folder only the .yaml and .yml files are read.</param>
    /// <param name="ontology">The ontology in use.</param>
    public static async Task<DossierCheckReport> RunAsync(IReadOnlyList<string> paths, Ontology ontology)
    {
        var (found, fault) = SourceFile.Find(paths, null, RecordSources.All);
        var files = found.Where(file => file.Format is DossierSource).ToList();
        fault ??= files.Count == 0 ? Messages.NoDossiers() : null;
        fault ??= DomainVocabulary.Of(ontology).Fault;
        if (fault is not null) return new(0, 0, 0, [], fault);

        IReadOnlyList<Draft> drafts = [];
        var options = new ImportOptions { Paths = paths, DryRun = true };
        using var rejected = new RejectedRecords(null, shown: MaxRejections);
        var ledger = new ImportLedger(options, files, rejected, TimeProvider.System);
        await using var writer = new RehearsalWriter((_, _) => new(new Dictionary<string, NodeType>()));
        using var pipeline =
            new BatchPipeline(options, new EmptyStore("", ontology), RecordsPerBatch, writer, TimeProvider.System, ledger, new(files), null);
        await pipeline.ReadAsync(new DossierSource(graph => drafts = graph.Drafts), files, CancellationToken.None);
        await pipeline.SettleAsync(CancellationToken.None);
        var places = files.Index().ToDictionary(file => file.Item.Path, file => file.Index, StringComparer.Ordinal);
        var acts = drafts.Where(draft => draft.Kind == EntityKind.Accusation).ToList();
        return new(
            files.Count,
            drafts.Count,
            acts.Count,
            [.. rejected.First.OrderBy(rejection => places[rejection.File])],
            null)
        {
            Unkeyed =
            [
                .. acts.Where(act => act.Key is null && !Fields.Has(act.Source, "id"))
                    .OrderBy(act => places[act.File]).ThenBy(act => act.Source.Line).ThenBy(act => act.Source.Column)
                    .Select(act => new UnkeyedAct(act.File, act.Source.Line, act.Source.Column, act.Names.FirstOrDefault() ?? "?") { Draft = act }),
            ],
            Keys = acts.Where(act => act.Key is not null).ToLookup(act => act.File, act => act.Key!),
        };
    }
}
