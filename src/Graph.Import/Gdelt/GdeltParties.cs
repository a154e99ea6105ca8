using Graph.Import.Feeds;
using Graph.Import.Parties;

namespace Graph.Import.Gdelt;

/// <summary>A side of an event: ten columns of codes and one name, as a party or nobody.</summary>
internal static class GdeltParties
{
    /// <summary>The first column of the one who acts.</summary>
    public const int First = 6;

    /// <summary>The first column of the one whom the act is against.</summary>
    public const int Second = 16;

    /// <summary>Type codes whose organization is the same one in every document.</summary>
    private static readonly string[] DefiniteTypes = ["GOV", "MIL", "SPY", "LEG"];

    /// <summary>Reads a side.</summary>
    /// <param name="cells">The row.</param>
    /// <param name="column">Its first column: code, name, country, group, ethnic and two religion codes, three type codes.</param>
    public static IReadOnlyList<Party> Read(in TabbedCells cells, int column)
    {
        var (code, name) = (cells.Text(column), cells.Text(column + 1));
        if (code.Length == 0 && name.Length == 0) return [];
        var surface = name.Length > 0 ? name : code;
        var country = cells.Text(column + 2);
        var state = country.Length > 0 ? StateTable.Shipped.OfCameo(country) : null;
        return [Named(cells, column, code, name, country, state, surface) with { Country = state?.Iso3 }];
    }

    private static Party Named(in TabbedCells cells, int column, string code, string name, string country, StateEntry? state, string surface)
    {
        List<string> types = [];
        for (var i = 7; i < 10; i++)
            if (cells[column + i].Length > 0) types.Add(cells.Text(column + i));
        if (cells[column + 3].Length > 0 && RoleTable.Shipped.Group(cells.Text(column + 3)) is { } group)
            return new(PartyKind.Organization, group, surface, IsDefinite: true) { OrganizationKind = types.Contains("IGO") ? "ALLIANCE" : "OTHER" };
        if (state is not null && types.Count > 0 && types.TrueForAll(type => RoleTable.Shipped.Type(type) is not null))
        {
            var roles = string.Join(", ", types.Select(type => RoleTable.Shipped.Type(type)));
            return new(PartyKind.Organization, $"{roles} ({state.Name})", surface, DefiniteTypes.Contains(types[0], StringComparer.Ordinal))
            {
                OrganizationKind = KindOf(types[0]),
                BodyOf = state.Iso3,
            };
        }

        return state is not null && code == country && StateTable.Shipped.OfName(name) == state
            ? Party.State(state.Iso3, surface)
            : Party.Unresolved(surface);
    }

    private static string KindOf(string type) => type switch
    {
        "GOV" or "MIL" or "SPY" or "LEG" or "JUD" or "COP" => "GOVERNMENT_BODY",
        "MED" => "MEDIA",
        _ => "GROUP",
    };
}
