using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AnyAscii;
using Graph.Api;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Extraction;
using Graph.Model.Ontologies;
using Graph.Model.Text;
using Graph.Server.Stores;

namespace Graph.Cli.Questions;

/// <summary>The actors of a graph, as a text may name them and as a dossier describes them.</summary>
/// <param name="Names">Each name and other name, with whom it names.</param>
/// <param name="Offices">The offices that they held.</param>
/// <param name="Described">By id, the fields of the dossier's actor.</param>
internal sealed record KnownActors(
    List<(string Name, string Id, string UsualName, string? Kind, string? State)> Names,
    List<KnownOffice> Offices,
    Dictionary<string, IReadOnlyList<(string Field, string Value)>> Described)
{
    /// <summary>Actors asked for at once.</summary>
    private const int Page = 1_000;

    /// <summary>Actors that are taken: what fits into memory by far, and more than a desk knows by name.</summary>
    private const int Most = 200_000;

    /// <summary>
    /// Those of the graph that a command line names; nobody where it names none, or where the environment names one that is not there, which is told.
    /// </summary>
    /// <exception cref="Graph.Model.Stores.StoreException">The graph cannot be opened, or an option names one that is not there.</exception>
    public static async Task<KnownActors> OfAsync(ParseResult parsed, Option<string?> store, Ontology ontology, CancellationToken cancellationToken)
    {
        var known = new KnownActors([], [], new(StringComparer.Ordinal));
        if (SharedOptions.Setting(parsed, store, SharedOptions.StoreVariable) is null || ontology.Act is not { } act) return known;
        var location = SharedOptions.StoreOf(parsed, store);
        // A variable that is set for all commands may name a graph that is yet to be made; an option means this one.
        if (string.IsNullOrWhiteSpace(parsed.GetValue(store)) && location is StoreLocation.Sqlite file && GraphStores.IsToBeMade(file))
        {
            Terminal.Say(DraftMessages.NoGraphYet(SharedOptions.StoreVariable, file.Path));
            return known;
        }

        await using var graph = await GraphStores.OpenExistingAsync(location, ontology, cancellationToken);
        var api = new Client(graph);
        var type = act.By.Target;
        var read = await api.EachRowAsync(NameQueries.Page(type, Page), Page, Most, Take, cancellationToken);
        if (read == RowsRead.First) Terminal.Say(DraftMessages.MoreActors(Most));
        if (read != RowsRead.None && NameQueries.Offices(act, Page) is { } offices
            && await api.EachRowAsync(offices, Page, Most, known.AddOffice, cancellationToken) == RowsRead.First)
        {
            Terminal.Say(DraftMessages.MoreOffices(Most));
        }
        return known;

        void Take(JsonElement row)
        {
            if (ontology.FindNodeType(row.GetProperty("__typename").GetString()!) is { } concrete) known.Add(concrete, row, act.UpTo);
        }
    }

    /// <summary>The actor with this id or name; null where there is none.</summary>
    public (string Name, string Id, string UsualName, string? Kind, string? State)? Exact(string who)
    {
        var called = CaseFolding.FoldName(who);
        foreach (var name in Names)
            if (name.Id == who || CaseFolding.FoldName(name.Name) == called) return name;
        return null;
    }

    /// <summary>Those that share the most letters of words with what a text says, the nearest first.</summary>
    public IEnumerable<(string Name, string Id, string UsualName, string? Kind, string? State)> Near(string surface)
    {
        // Лавров is near Lavrov: names in another script are compared as they sound.
        var words = surface.Split(' ').Concat(surface.Transliterate().Split(' ')).Where(word => word.Length > 2).Distinct().ToList();
        return Names
            .Select(name =>
                (Name: name, Shared: words.Where(word => name.Name.Contains(word, StringComparison.OrdinalIgnoreCase)).Sum(word => word.Length)))
            .Where(near => near.Shared > 0)
            .OrderByDescending(near => near.Shared).ThenBy(near => near.Name.Name.Length).ThenBy(near => near.Name.Id, StringComparer.Ordinal)
            .Select(near => near.Name).DistinctBy(name => name.Id);
    }

    private void AddOffice(JsonElement row)
    {
        foreach (var of in row.GetProperty("of").EnumerateArray())
            foreach (var edge in row.GetProperty("held").GetProperty("edges").EnumerateArray())
            {
                var (node, days) = (edge.GetProperty("node"), edge.GetProperty("properties"));
                Offices.Add(new(
                    row.GetProperty("title").GetString()!, of.GetProperty("name").GetString()!, node.GetProperty("name").GetString()!,
                    node.GetProperty("id").GetString()!, Day(days.GetProperty("since")), Day(days.GetProperty("until"))));
            }
    }

    private static DateOnly? Day(JsonElement day) =>
        day.GetString() is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private void Add(NodeType type, JsonElement row, NodeType? upTo)
    {
        var (id, caption) = (row.GetProperty(type.Id.Name).GetString()!, row.GetProperty(type.Caption.Name).GetString()!);
        if (id is "unknown" or "unresolved") return;
        List<(string, string)> fields =
        [
            (type.Name.ToLowerInvariant(), JsonSerializer.Serialize(caption)), (type.Id.Name, JsonSerializer.Serialize(id)),
        ];
        foreach (var property in type.Properties.Where(property => property != type.Id && property != type.Caption && property.Excerpt is null))
        {
            var value = row.GetProperty(property.Name);
            if (value.ValueKind is JsonValueKind.Null || value.ValueKind is JsonValueKind.Array && value.GetArrayLength() == 0) continue;
            fields.Add((property.Name, value.GetRawText()));
        }

        Described[id] = fields;
        var kind = type.Properties.FirstOrDefault(property => property.Enum is not null) is { } label
            ? Camel(row.GetProperty(label.Name).GetString())
            : type.Name;
        var state = type == upTo ? caption : null;
        Names.Add((caption, id, caption, kind, state));
        foreach (var other in type.Properties.Where(property => property is { IsList: true, Kind: ScalarKind.String }))
            foreach (var name in row.GetProperty(other.Name).EnumerateArray()) Names.Add((name.GetString()!, id, caption, kind, state));
    }

    // GOVERNMENT_BODY → GovernmentBody.
    private static string? Camel(string? value) =>
        value is null ? null : string.Concat(value.Split('_').Select(word => word[..1] + word[1..].ToLowerInvariant()));
}
