using Graph.Import.Dossiers;
using Graph.Import.Pipeline;
using Graph.Import.Sources;
using Graph.Model.Ontologies;

namespace Graph.Import;

/// <summary>What a check of dossiers found.</summary>
/// <param name="Files">Dossiers read.</param>
/// <param name="Described">What they describe: actors, offices, events, documents, accusations and so on.</param>
/// <param name="Accusations">How many of these are accusations.</param>
/// <param name="Rejections">What an import would reject, in the order of the files.</param>
/// <param name="WrongUsage">Why nothing was checked, as a sentence; otherwise null.</param>
public sealed record DossierCheckReport(int Files, int Described, int Accusations, IReadOnlyList<Rejection> Rejections, string? WrongUsage)
{
    /// <summary>How it ended, as an import would: the number is the exit code.</summary>
    public ImportOutcome Outcome => WrongUsage is not null ? ImportOutcome.WrongUsage : Rejections.Count > 0 ? ImportOutcome.SomeRejected : ImportOutcome.Complete;
}

/// <summary>Checks dossiers without a store.</summary>
public static class DossierCheck
{
    /// <summary>Reads and joins the dossiers of the paths as an import would, but knows of no stored graph.</summary>
    /// <param name="paths">Files and folders; of a folder only the .yaml and .yml files are read.</param>
    /// <param name="ontology">The ontology in use.</param>
    public static async Task<DossierCheckReport> RunAsync(IReadOnlyList<string> paths, Ontology ontology)
    {
        var (found, fault) = SourceFile.Find(paths, null, RecordSources.All);
        var files = found.Where(file => file.Format is DossierSource).ToList();
        fault ??= files.Count == 0 ? Wording.NoDossiers() : null;
        if (fault is not null) return new(0, 0, 0, [], fault);
        var (domain, otherDomain) = DomainVocabulary.Of(ontology);
        if (domain is null) return new(0, 0, 0, [], otherDomain);
        var dossiers = files.Select(file => DossierReader.Read(file.Path, domain)).ToList();
        var graph = await DossierGraph.JoinAsync(domain, dossiers, (_, _) => new(new Dictionary<string, NodeType>()));
        var accusations = graph.Drafts.Count(draft => draft.Kind == EntityKind.Accusation);
        return new(files.Count, graph.Drafts.Count, accusations, [.. DossierRejections.Of(dossiers, graph)], null);
    }
}
