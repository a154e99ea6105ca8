namespace Graph.Import.Feeds;

/// <summary>A feed as a dataset of the graph.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Url">Where it is published.</param>
/// <param name="Licence">Terms of use and citation; null where nobody knows them.</param>
internal sealed record FeedDataset(string Id, string Name, string? Url, string? Licence);
