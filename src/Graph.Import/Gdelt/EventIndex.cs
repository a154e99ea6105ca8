using System.Globalization;

namespace Graph.Import.Gdelt;

/// <summary>Which accusation and evidence each event of the run has become, for the mentions that speak of it.</summary>
/// <remarks>Some 40 bytes for each row taken: ids are kept as the number that their hash is.</remarks>
internal sealed class EventIndex
{
    private readonly Dictionary<long, (ulong Accusation, ulong Evidence)> events = [];

    /// <summary>Keeps an event.</summary>
    public void Add(long number, string accusation, string evidence) => events[number] = (HashOf(accusation), HashOf(evidence));

    /// <summary>What an event has become, or null.</summary>
    public (string Accusation, string Evidence)? Find(long number) =>
        events.TryGetValue(number, out var found) ? ($"accusation-{found.Accusation:x16}", $"evidence-{found.Evidence:x16}") : null;

    private static ulong HashOf(string id) => ulong.Parse(id.AsSpan(id.LastIndexOf('-') + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
