namespace Graph.Import.CodedActs;

/// <summary>How sure an act of a feed is, where the feed says nothing or says it by mention.</summary>
internal static class ActConfidence
{
    /// <summary>Of an act of which no mention says how sure its coder is.</summary>
    public const double WithoutMention = 0.5;
}
