namespace Graph.Export;

/// <summary>What an export keeps to.</summary>
internal static class Limits
{
    /// <summary>
    /// Steps from an act to what belongs to it: an act, what reports it, the document that holds that, the document which that one is
    /// made from, and who published it.
    /// </summary>
    public const int StepsFromAct = 4;

    /// <summary>Nodes whose entities one statement reads, each with what it says of others: a few hundred kilobytes.</summary>
    public const int EntitiesAtOnce = 500;

    /// <summary>Sentences kept of what was left out: more of the same kind help nobody.</summary>
    public const int Sentences = 20;
}
