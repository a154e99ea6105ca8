using Graph.Import.Parties;

namespace Graph.Import.Polecat;

/// <summary>A side of an event, which may be several actors.</summary>
internal static class PolecatParties
{
    /// <summary>What stands between the items of a cell.</summary>
    public const string Separator = "; ";

    /// <summary>Reads a side.</summary>
    /// <param name="name">Titles of Wikipedia pages.</param>
    /// <param name="country">Countries, as alpha-3.</param>
    /// <param name="raw">The names as the article writes them.</param>
    public static IReadOnlyList<Party> Read(string name, string country, string raw)
    {
        var titles = List(name, 0);
        if (titles.Count == 0) return PolecatRows.IsMissing(raw) ? [] : [Party.Unresolved(raw) with { Country = CountryOf(country) }];
        var (countries, surfaces) = (List(country, titles.Count), List(raw, titles.Count));
        var parties = new List<Party>();
        for (var i = 0; i < titles.Count; i++)
        {
            var surface = i < surfaces.Count ? surfaces[i] : "";
            if (PolecatRows.IsMissing(surface)) surface = titles[i];
            if (PolecatRows.IsMissing(titles[i]) && PolecatRows.IsMissing(surface)) continue;
            var code = i < countries.Count ? CountryOf(countries[i]) : null;
            var state = StateTable.Shipped.OfName(titles[i]);
            var party = PolecatRows.IsMissing(titles[i]) ? Party.Unresolved(surface)
                : state is not null && (code is null || code == state.Iso3) ? Party.State(state.Iso3, surface)
                : Party.Unresolved(surface, isDefinite: true);
            parties.Add(party.Country is null ? party with { Country = code } : party);
        }

        return parties;
    }

    /// <summary>The items of a cell; one text for each where their number is another than that of the names.</summary>
    private static List<string> List(string cell, int expected)
    {
        if (PolecatRows.IsMissing(cell)) return [];
        List<string> items = [.. cell.Split(Separator).Select(item => item.Trim())];
        return expected == 0 || items.Count == expected ? items : [.. Enumerable.Repeat(cell, expected)];
    }

    private static string? CountryOf(string code) => StateTable.Shipped.OfCode(code)?.Iso3;
}
