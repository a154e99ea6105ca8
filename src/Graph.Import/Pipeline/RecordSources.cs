using Graph.Import.Dossiers;
using Graph.Import.JsonLines;

namespace Graph.Import.Pipeline;

/// <summary>The formats that an import reads.</summary>
internal static class RecordSources
{
    /// <summary>
    /// In the order in which a run reads them. Dossiers come last: they may refer to what all others hold, and what nobody
    /// else recognises is taken for one.
    /// </summary>
    public static IReadOnlyList<IRecordSource> All { get; } = [new JsonLinesSource(), new DossierSource()];
}
