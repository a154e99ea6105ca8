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

    /// <summary>Acts of one answer to an assistant: each with its evidence has some thousand characters, of which an assistant reads all.</summary>
    public const int AssistantActs = 25;

    /// <summary>Rows of counts, or hits of a search, of one answer to an assistant.</summary>
    public const int AssistantRows = 50;

    /// <summary>Threads of one answer to an assistant, each with a dozen acts.</summary>
    public const int AssistantThreads = 5;

    /// <summary>Chains of one answer to an assistant, each with a few acts.</summary>
    public const int AssistantChains = 10;

    /// <summary>Characters of a text that an assistant gives: a name or some words.</summary>
    public const int AssistantTextChars = 500;

    /// <summary>Characters of one answer to an assistant: half of what the larger ones keep in mind.</summary>
    public const int AssistantAnswerChars = 200_000;

    /// <summary>
    /// Views that are kept at a time, each of one set of datasets: an executor with its plans is some 20 MB. The one that was not asked for longest
    /// goes for a further one, and is made again when it is asked for.
    /// </summary>
    public const int Views = 16;

    /// <summary>Bytes that one view may have on the disk: that of 100,000 acts has some 100 MB, so it is one of twenty million.</summary>
    public const long ViewBytes = 20_000_000_000;

    /// <summary>Bytes that all views may have together before those go that were not asked for longest.</summary>
    public const long AllViewBytes = 40_000_000_000;

    /// <summary>
    /// How many times as long as it took to make a view nothing is done until it is made anew, so that a long import leaves a processor to others.
    /// </summary>
    public const int ViewPauses = 4;

    /// <summary>How long a view may answer after the graph was last seen to be as it has it.</summary>
    public static readonly TimeSpan ViewAge = TimeSpan.FromMinutes(10);

    /// <summary>How long a change of the graph may go unseen by those who ask.</summary>
    public static readonly TimeSpan ViewLook = TimeSpan.FromSeconds(2);

    /// <summary>How long a request waits for a view that is being made: that of ten thousand acts is there by then.</summary>
    public static readonly TimeSpan ViewPatience = TimeSpan.FromSeconds(10);

    /// <summary>When to come back, in seconds, where it is not.</summary>
    public const int ViewRetrySeconds = 5;
}
