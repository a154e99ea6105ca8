namespace Graph.Server;

/// <summary>What the server gives to exports.</summary>
internal static class Limits
{
    /// <summary>Exports at work at once: each keeps a processor busy for as long as its client takes the bytes.</summary>
    public const int Exports = 2;

    /// <summary>When to come back, in seconds, where all of them are taken: one of a graph of 100,000 acts takes some five.</summary>
    public const int ExportRetrySeconds = 5;

    /// <summary>Actors that one export may name: each costs a search by words.</summary>
    public const int ExportedActors = 20;

    /// <summary>
    /// What a page of an export is taken to cost, in objects: it has a few thousand records. So pages take turns with the questions
    /// of others that take some ten milliseconds.
    /// </summary>
    public const double ExportPageCost = 5_000;
}
