namespace Graph.Import.Parties;

/// <summary>Somebody whom a row names. A side that names nobody has no party.</summary>
/// <param name="Kind">What is known.</param>
/// <param name="Name">Of a state its ISO 3166-1 alpha-3 code, of an organization its name, otherwise the surface form.</param>
/// <param name="Surface">The name as the source writes it.</param>
/// <param name="IsDefinite">The same name in another document is the same party.</param>
internal sealed record Party(PartyKind Kind, string Name, string Surface, bool IsDefinite)
{
    /// <summary>Of an organization, what it is: a value of <c>OrganizationKind</c>.</summary>
    public string OrganizationKind { get; init; } = "OTHER";

    /// <summary>Of a body of a state, that state's alpha-3 code; otherwise null.</summary>
    public string? BodyOf { get; init; }

    /// <summary>The country that the source files it under, as alpha-3, where there is one.</summary>
    public string? Country { get; init; }

    /// <summary>What tells it from others within a feed: by name, not by the id that a store gives it.</summary>
    public string Identity => Kind switch
    {
        PartyKind.State => "state " + Name,
        PartyKind.Organization => "organization " + Name,
        _ => "unresolved " + Name,
    };

    public static Party State(string iso3, string surface) => new(PartyKind.State, iso3, surface, IsDefinite: true) { Country = iso3 };

    public static Party Unresolved(string surface, bool isDefinite = false) => new(PartyKind.Unresolved, surface, surface, isDefinite);
}
