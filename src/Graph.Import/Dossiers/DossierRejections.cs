using Graph.Import.Rejections;

namespace Graph.Import.Dossiers;

/// <summary>What is wrong with dossiers, as rejections.</summary>
internal static class DossierRejections
{
    /// <summary>One rejection for a file's own faults, one for each draft at fault; in the order of the files.</summary>
    public static IEnumerable<Rejection> Of(IReadOnlyList<Dossier> dossiers, DossierGraph graph) =>
        from dossier in dossiers
        let own = dossier.Faults.Count > 0 ? new[] { new Rejection(dossier.File, InOrder(dossier.Faults), null) } : []
        let drafts = graph.Drafts.Where(draft => draft.File == dossier.File && draft.IsRejected).OrderBy(draft => draft.Source.Line)
        from rejection in own.Concat(drafts.Select(draft => new Rejection(draft.File, InOrder(draft.Faults), RecordJson.Of(draft.Source))))
        select rejection;

    private static List<Fault> InOrder(IEnumerable<Fault> faults) =>
        [.. faults.Distinct().OrderBy(fault => fault.Line).ThenBy(fault => fault.Column)];
}
