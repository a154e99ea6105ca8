using Graph.Import.CodedActs;

namespace Graph.Import.Polecat;

/// <summary>The modes and contexts of PLOVER's event type ACCUSE.</summary>
internal static class Plover
{
    public const string Scheme = "PLOVER";

    /// <summary>The event type that is read; all others are other events.</summary>
    public const string Type = "ACCUSE";

    private static readonly Dictionary<string, string> MatterTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["human_rights"] = "HUMAN_RIGHTS",
        ["corruption"] = "CORRUPTION",
        ["crime"] = "CRIME",
        ["misinformation"] = "DISINFORMATION",
        ["intelligence"] = "ESPIONAGE",
    };

    /// <summary>The act of a mode; null where it has none.</summary>
    public static string? ActOf(string mode) => mode switch
    {
        "allege" => "ACCUSE",
        "disapprove" => "CRITICIZE",
        _ => null,
    };

    /// <summary>What an act of these contexts says.</summary>
    /// <param name="act">The act.</param>
    /// <param name="contexts">What it is about, in the order of the row.</param>
    public static ActMeaning Meaning(string act, IReadOnlyList<string> contexts) => new(
        act,
        contexts.Count == 0 ? "matter not coded" : string.Join(", ", contexts.Select(context => context.Replace('_', ' '))),
        [.. contexts.Where(MatterTypes.ContainsKey).Select(context => MatterTypes[context]).Distinct(StringComparer.Ordinal)]);
}
