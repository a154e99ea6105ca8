using Graph.Import.CodedActs;
using Graph.Import.Feeds;
using Graph.Import.Pipeline;
using Graph.Import.Sources;

namespace Graph.Import.Polecat;

/// <summary>Events of POLECAT, coded by PLOVER, as Dataverse publishes them: a table with the names of its columns.</summary>
internal sealed class PolecatSource : HeadedSource
{
    /// <inheritdoc/>
    public override string Name => "polecat";

    /// <inheritdoc/>
    protected override FeedDataset Dataset { get; } =
        new("polecat", "POLECAT Weekly Data", "https://doi.org/10.7910/DVN/AJGVIT", "terms at doi:10.7910/DVN/AJGVIT");

    /// <inheritdoc/>
    public override bool Recognises(ReadOnlySpan<byte> start) => HeaderColumns.Has(start, "Event Type", "Event Mode");

    /// <inheritdoc/>
    protected override FeedFile Open(SourceFile source, RecordSink sink) => new(source, sink) { MayBeLatin1 = true };

    /// <inheritdoc/>
    protected override IHeadedRows Begin(HeaderColumns columns, FeedFile file, FeedWindow window) => new PolecatRows(columns, file, window);
}
