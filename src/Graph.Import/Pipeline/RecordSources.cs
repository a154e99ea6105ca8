using Graph.Import.Dossiers;
using Graph.Import.FollowTheMoney;
using Graph.Import.Gdelt;
using Graph.Import.Icews;
using Graph.Import.JsonLines;
using Graph.Import.Polecat;
using Graph.Import.Wikidata;

namespace Graph.Import.Pipeline;

/// <summary>The formats that an import reads.</summary>
internal static class RecordSources
{
    /// <summary>
    /// In the order in which a run reads them. Dossiers may refer to what JSON Lines hold; feeds come last, since they name the
    /// actors of both. What nobody else recognises is taken for a dossier.
    /// </summary>
    public static IReadOnlyList<IRecordSource> All { get; } =
    [
        new JsonLinesSource(), new DossierSource(),
        new EntitySource(), new ItemSource(), new GdeltSource(), new IcewsSource(), new PolecatSource(),
    ];
}
