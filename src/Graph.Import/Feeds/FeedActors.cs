using Graph.Import.Parties;
using Graph.Import.Pipeline;
using Graph.Import.Text;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Import.Feeds;

/// <summary>
/// The actors that a feed names, as nodes: those of the graph where it has them, else new ones. An actor that is there keeps
/// all that is known of it; only the dataset that names it too is added.
/// </summary>
/// <param name="sink">Takes new actors, and knows stored ones.</param>
/// <param name="types">The types.</param>
/// <param name="links">Adds relationships.</param>
/// <param name="dataset">The id of the feed's dataset.</param>
internal sealed class FeedActors(RecordSink sink, FeedTypes types, FeedLinks links, string dataset)
{
    /// <summary>Actors remembered from one batch to the next, some 300 bytes each; when there are more, all are looked up again.</summary>
    private const int MaxRemembered = 100_000;

    private readonly Dictionary<string, Actor> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> written = new(StringComparer.Ordinal);
    private readonly NodeDraft organization = new(types.Organization);
    private readonly NodeDraft state = new(types.State);

    /// <summary>The party that a publisher is.</summary>
    public static Party Publisher(string name) => new(PartyKind.Organization, name, name, IsDefinite: true) { OrganizationKind = "MEDIA" };

    /// <summary>Finds out which nodes the parties are; must be called before they are named in records.</summary>
    public async Task PrepareAsync(IEnumerable<Party> parties, CancellationToken cancellationToken)
    {
        if (known.Count > MaxRemembered)
        {
            known.Clear();
            written.Clear();
        }

        var open = new Dictionary<string, Party>(StringComparer.Ordinal);
        foreach (var party in parties)
        {
            if (!known.ContainsKey(Key(party))) open.TryAdd(Key(party), party);
            if (party.BodyOf is { } whole && Party.State(whole, whole) is var of && !known.ContainsKey(Key(of))) open.TryAdd(Key(of), of);
        }

        if (open.Count == 0) return;
        var codes = open.Values.Where(party => party.Kind == PartyKind.State).Select(party => party.Name);
        var byCode = await StoredActors.FindAsync(sink, types.State, "iso3", codes, cancellationToken);
        var wanted = open.Values.SelectMany(Candidates).ToHashSet(StringComparer.Ordinal);
        var stored = await sink.FindAsync(sink.Ontology.FindEntity("Actor")!, wanted);
        foreach (var (key, party) in open) known[key] = Settle(party, byCode, stored);
    }

    /// <summary>The node of a party; adds it to the batch where the graph lacks it.</summary>
    public (NodeType Type, string Id) Node(Party party, RecordPlace place)
    {
        var actor = known[Key(party)];
        if (!written.Add(actor.Id)) return (actor.Type, actor.Id);
        if (!actor.IsStored) Add(party, actor, place);
        if (party.Kind != PartyKind.Unresolved) links.AddSource(sink.Batch, (actor.Type, actor.Id), dataset, place);
        return (actor.Type, actor.Id);
    }

    private void Add(Party party, Actor actor, RecordPlace place)
    {
        if (party.Kind == PartyKind.State)
        {
            var entry = StateTable.Shipped.OfCode(party.Name)!;
            state.Begin(sink.Batch, actor.Id).Set("name", entry.Name).Set("iso3", entry.Iso3).Set("wikidata", entry.Wikidata).Add(place);
            return;
        }

        var isUnresolved = party.Kind == PartyKind.Unresolved;
        organization.Begin(sink.Batch, actor.Id)
            .Set("name", isUnresolved ? ReservedActors.NameOf(ReservedActors.Unresolved) : party.Name)
            .Set("kind", isUnresolved ? ReservedActors.Kind : party.OrganizationKind)
            .Add(place);
        if (party.BodyOf is not { } whole || types.Domain.BelongsTo is not { } belongs) return;
        var of = Node(Party.State(whole, whole), place);
        links.Add(sink.Batch, belongs.Name, (actor.Type, actor.Id), of, place);
    }

    private Actor Settle(Party party, ILookup<string, (NodeType Type, string Id)> byCode, IReadOnlyDictionary<string, NodeType> stored)
    {
        if (party.Kind == PartyKind.State && byCode[party.Name].FirstOrDefault() is { Id: not null } found)
        {
            return new(found.Type, found.Id, IsStored: true);
        }
        var type = party.Kind == PartyKind.State ? types.State : types.Organization;
        foreach (var id in Candidates(party))
        {
            if (!stored.TryGetValue(id, out var there)) return new(type, id, IsStored: false);
            if (there == type) return new(type, id, IsStored: true);
        }

        return new(type, Candidates(party).Last(), IsStored: false); // The store says whose it is.
    }

    /// <summary>The ids that a party may have, the first that nobody else has: an actor of another type may be called the same.</summary>
    private static IEnumerable<string> Candidates(Party party)
    {
        if (party.Kind == PartyKind.Unresolved) return [ReservedActors.Unresolved];
        var isState = party.Kind == PartyKind.State;
        var id = ReadableId.FromName(isState ? StateTable.Shipped.OfCode(party.Name)!.Name : party.Name);
        var other = $"{id}-{(isState ? party.Name.ToLowerInvariant() : "organization")}";
        return ReservedActors.Has(id) ? [other] : [id, other];
    }

    private static string Key(Party party) => party.Kind == PartyKind.Unresolved ? "unresolved" : party.Identity;

    private sealed record Actor(NodeType Type, string Id, bool IsStored);
}
