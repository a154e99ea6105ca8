namespace Graph.Extraction;

/// <summary>Somebody as a text names them. Offsets count Unicode code points of the normalized text; the end is excluded.</summary>
/// <param name="Surface">The words of the text.</param>
/// <param name="Start">Code points before them.</param>
/// <param name="End">Code points up to their end.</param>
/// <param name="Name">The name that is meant; the surface itself where nothing better is known.</param>
/// <param name="Kind">
/// What it is, or null where the text does not show it: Person, State, Alliance, GovernmentBody, Media, Party, Company, Group, Other.
/// </param>
/// <param name="State">The state that it is or belongs to, or null.</param>
/// <param name="Id">The id of an actor of the graph, or null.</param>
/// <param name="IsReference">Whether the surface is a pronoun or description that stands for the name.</param>
/// <param name="IsUnresolved">Whether it could not be told who is meant.</param>
public sealed record FoundParty(
    string Surface, int Start, int End, string Name, string? Kind, string? State, string? Id, bool IsReference, bool IsUnresolved)
{
    /// <summary>Whether the name only describes somebody, such as <c>Russian foreign minister</c>.</summary>
    public bool IsDescribed { get; init; }

    /// <summary>Whether a person said who it is.</summary>
    public bool IsNamed { get; init; }
}
