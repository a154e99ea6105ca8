using Graph.Import.CodedActs;
using Graph.Import.Feeds;

namespace Graph.Import.Icews;

/// <summary>Events of the Integrated Crisis Early Warning System, as Dataverse publishes them: a table with the names of its columns.</summary>
internal sealed class IcewsSource : HeadedSource
{
    /// <inheritdoc/>
    public override string Name => "icews";

    /// <inheritdoc/>
    protected override FeedDataset Dataset { get; } =
        new("icews", "ICEWS Coded Event Data", "https://doi.org/10.7910/DVN/28075", "research and education only");

    /// <inheritdoc/>
    public override bool Recognises(ReadOnlySpan<byte> start) => HeaderColumns.Has(start, "Event ID", "CAMEO Code");

    /// <inheritdoc/>
    protected override IHeadedRows Begin(HeaderColumns columns, FeedFile file, FeedWindow window) => new IcewsRows(columns, file, window);
}
