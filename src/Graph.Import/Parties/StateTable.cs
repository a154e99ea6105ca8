using System.Collections.Frozen;
using Graph.Import.Feeds;

namespace Graph.Import.Parties;

/// <summary>A state of ISO 3166-1.</summary>
/// <param name="Iso3">Its alpha-3 code.</param>
/// <param name="Iso2">Its alpha-2 code.</param>
/// <param name="Name">Its English name.</param>
/// <param name="Wikidata">Its Wikidata id, or null.</param>
internal sealed record StateEntry(string Iso3, string Iso2, string Name, string? Wikidata);

/// <summary>The states, and the names by which sources call them. The table is made from published ones; a test keeps it equal to them.</summary>
internal sealed class StateTable
{
    private readonly FrozenDictionary<string, StateEntry> byCode;
    private readonly FrozenDictionary<string, StateEntry> byAlpha2;
    private readonly FrozenDictionary<string, StateEntry> byCameo;
    private readonly FrozenDictionary<string, StateEntry?> byName;

    private StateTable(IEnumerable<string[]> rows)
    {
        var states = new List<StateEntry>();
        var cameo = new Dictionary<string, StateEntry>(StringComparer.Ordinal);
        var names = new Dictionary<string, StateEntry?>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var state = new StateEntry(row[0], row[1], row[4], row[3].Length > 0 ? row[3] : null);
            states.Add(state);
            foreach (var code in row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)) cameo[code] = state;
            cameo.TryAdd(state.Iso3, state);

            // A name that two states share is nobody's.
            foreach (var name in row.Skip(4).Select(StateName.Fold).Distinct(StringComparer.Ordinal))
                names[name] = names.TryGetValue(name, out var other) && other != state ? null : state;
        }

        byCode = states.ToFrozenDictionary(state => state.Iso3, StringComparer.Ordinal);
        byAlpha2 = states.Where(state => state.Iso2.Length > 0).ToFrozenDictionary(state => state.Iso2, StringComparer.OrdinalIgnoreCase);
        byCameo = cameo.ToFrozenDictionary(StringComparer.Ordinal);
        byName = names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The table that ships with the product.</summary>
    public static StateTable Shipped => LazyShipped.Value;

    private static readonly Lazy<StateTable> LazyShipped = new(() => new(TableFile.Rows("states.tsv")));

    /// <summary>The state of an alpha-3 code, or null.</summary>
    public StateEntry? OfCode(string iso3) => byCode.GetValueOrDefault(iso3);

    /// <summary>The state of an alpha-2 code, whatever its case, or null.</summary>
    public StateEntry? OfAlpha2(string iso2) => byAlpha2.GetValueOrDefault(iso2);

    /// <summary>The state of a country code of CAMEO, which is near ISO 3166-1, or null: regions and parts of states are none.</summary>
    public StateEntry? OfCameo(string code) => byCameo.GetValueOrDefault(code);

    /// <summary>The state that has a name, in any of the languages of the United Nations, or null.</summary>
    public StateEntry? OfName(string name) => byName.GetValueOrDefault(StateName.Fold(name));
}
