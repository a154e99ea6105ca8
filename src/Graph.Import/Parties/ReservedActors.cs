namespace Graph.Import.Parties;

/// <summary>
/// The two actors that stand for nobody in particular. Neither is a guess: one says that nobody is named, one that a name was not matched.
/// </summary>
internal static class ReservedActors
{
    /// <summary>The actor that stands where nobody is named.</summary>
    public const string Unknown = "unknown";

    /// <summary>The actor that stands where a name could not be matched; the name is kept as surface form.</summary>
    public const string Unresolved = "unresolved";

    /// <summary>What they are in every graph.</summary>
    public const string Kind = "OTHER";

    /// <summary>True for an id that only the import gives.</summary>
    public static bool Has(string id) => id is Unknown or Unresolved;

    /// <summary>The name of one.</summary>
    public static string NameOf(string id) => id == Unknown ? "Unknown (nobody is named)" : "Unresolved (a name that could not be matched)";
}
