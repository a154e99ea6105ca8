using Graph.Import.Parties;

namespace Graph.Import.Icews;

/// <summary>A side of an event: a name, what it is, and its country, as a party or nobody.</summary>
internal static class IcewsParties
{
    /// <summary>A name that stands for a state, whose body is not known.</summary>
    private const string SomeBody = "Unidentified State Actor";

    /// <summary>Reads a side.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="sectors">What it is, a list with commas.</param>
    /// <param name="country">Its country, by name.</param>
    public static IReadOnlyList<Party> Read(string name, string sectors, string country)
    {
        if (IsMissing(name)) return [];
        var code = IsMissing(country) ? null : StateTable.Shipped.OfName(country)?.Iso3;
        if (StateTable.Shipped.OfName(name) is { } state) return [Party.State(state.Iso3, name)];
        var isBracketed = name.EndsWith(')') && name.Contains('(');
        var isOfState = sectors.Split(',').Any(sector => sector.Trim() is "Government" or "Military");
        var isDefinite = isOfState || (!isBracketed && name != SomeBody);
        if (isBracketed && StateTable.Shipped.OfName(name[(name.LastIndexOf('(') + 1)..^1]) is { } of)
        {
            return
            [
                new Party(PartyKind.Organization, name, name, isDefinite)
                {
                    OrganizationKind = isOfState ? "GOVERNMENT_BODY" : "GROUP",
                    BodyOf = of.Iso3,
                    Country = code ?? of.Iso3,
                },
            ];
        }

        return [Party.Unresolved(name, isDefinite) with { Country = code }];
    }

    private static bool IsMissing(string text) => text is "" or "NA" or "NULL" or "None";
}
