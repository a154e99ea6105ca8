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
}
