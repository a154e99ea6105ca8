using System.Text;
using AnyAscii;
using Graph.Extraction.Names;

namespace Graph.Extraction.Drafts;

/// <summary>
/// The actors that a draft describes: those of a graph as the graph has them, and new ones where the tables, a title or the form of a name
/// say what they are. Everybody else stays unresolved, with the words of the text.
/// </summary>
internal sealed class DraftActors
{
    private readonly SortedDictionary<string, (FoundParty? Party, string Name, string Section, string? Kind, string? State)> described =
        new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, IReadOnlyList<(string Field, string Value)>> known;

    /// <summary>Gathers the actors of a draft.</summary>
    public DraftActors(Draft draft, IReadOnlyDictionary<string, IReadOnlyList<(string Field, string Value)>> known)
    {
        this.known = known;
        foreach (var act in draft.Included)
            foreach (var party in act.Found.Accusers.Concat(act.Found.Accused).Concat(act.Found.OnBehalfOf)) Add(party);
        if (draft.Document.Publisher is { } publisher) described.TryAdd(KeyOf(publisher), (null, publisher, "organization", "MEDIA", null));
    }

    /// <summary>Whether somebody is described as an actor.</summary>
    public bool IsActor(FoundParty party) => !party.IsUnresolved && described.ContainsKey(KeyOf(party.Name));

    /// <summary>What an actor is called where no surface is told.</summary>
    public string Name(FoundParty party)
    {
        var actor = described[KeyOf(party.Name)];
        return YamlText.Quoted(actor.Party?.Id ?? actor.Name);
    }

    /// <summary>A party as a field of an accusation.</summary>
    public string Reference(FoundParty party)
    {
        if (!IsActor(party)) return $"{{ unresolved: {YamlText.Quoted(party.Surface)} }}";
        return party.Surface == described[KeyOf(party.Name)].Name
            ? Name(party)
            : $"{{ actor: {Name(party)}, surface: {YamlText.Quoted(party.Surface)} }}";
    }

    /// <summary>Writes their section.</summary>
    public void Write(StringBuilder yaml)
    {
        if (described.Count == 0) return;
        yaml.Append("actors:\n");
        foreach (var (party, name, section, kind, state) in described.Values)
        {
            if (party?.Id is { } id && known.TryGetValue(id, out var fields))
            {
                for (var i = 0; i < fields.Count; i++)
                    yaml.Append(i == 0 ? "  - " : "    ").Append(fields[i].Field).Append(": ").Append(fields[i].Value).Append('\n');
                continue;
            }

            yaml.Append("  - ").Append(section).Append(": ").Append(YamlText.Quoted(name)).Append('\n');
            if (kind is not null) yaml.Append("    kind: ").Append(kind).Append('\n');
            if (section == "state" && KnownNames.Shipped.Find(name)?.Of.Iso3 is { } code) yaml.Append("    iso3: ").Append(code).Append('\n');
            if (section == "organization" && state is not null) yaml.Append("    belongsTo: ").Append(YamlText.Quoted(state)).Append('\n');
        }
    }

    private void Add(FoundParty party)
    {
        if (party.IsUnresolved || Section(party) is not { } section) return;
        described.TryAdd(KeyOf(party.Name), (party, party.Name, section.Name, section.Kind, party.State));
        if (section.Name == "organization" && party.State is { } state) described.TryAdd(KeyOf(state), (null, state, "state", null, null));
    }

    private (string Name, string? Kind)? Section(FoundParty party)
    {
        if (party.Id is { } id && known.ContainsKey(id)) return ("organization", null);
        var isNamed = party.IsNamed || char.IsUpper(party.Name[0]);
        return party.Kind switch
        {
            nameof(NameKind.Person) when party.IsNamed || isNamed && !party.IsDescribed && party.Name.Contains(' ') => ("person", null),
            nameof(NameKind.State) when party.IsNamed || KnownNames.Shipped.Find(party.Name) is not null => ("state", null),
            nameof(NameKind.Alliance) when isNamed => ("organization", "ALLIANCE"),
            nameof(NameKind.GovernmentBody) when isNamed => ("organization", "GOVERNMENT_BODY"),
            nameof(NameKind.Media) when isNamed => ("organization", "MEDIA"),
            nameof(NameKind.Party) when isNamed => ("organization", "PARTY"),
            nameof(NameKind.Company) when isNamed => ("organization", "COMPANY"),
            nameof(NameKind.Group) when party.IsNamed || KnownNames.Shipped.Find(party.Name) is not null => ("organization", "GROUP"),
            _ => null,
        };
    }

    // Two spellings that would get one id are one actor.
    private static string KeyOf(string name) =>
        string.Concat(name.Transliterate().ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)) is { Length: > 0 } key ? key : name;
}
