using Graph.Import.Feeds;
using Graph.Import.Parties;
using Graph.Import.Pipeline;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Import.FollowTheMoney;

/// <summary>What an entity has become: a node, or nothing that the graph has a place for.</summary>
/// <param name="Type">The type of its node; null where there is none.</param>
/// <param name="Id">The id of its node.</param>
/// <param name="Schema">What it is.</param>
internal readonly record struct EntityNode(NodeType? Type, string Id, string Schema);

/// <summary>Entities as nodes, and which node each of them is.</summary>
/// <param name="sink">Takes the nodes.</param>
/// <param name="types">The types.</param>
/// <param name="resolver">Which ids are of one thing.</param>
internal sealed class EntityNodes(RecordSink sink, FeedTypes types, Resolver resolver)
{
    private readonly Dictionary<string, EntityNode> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> byWikidata = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> statesOfRun = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> organizationsByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FeedActors> actors = new(StringComparer.Ordinal);
    private readonly HashSet<string> datasets = new(StringComparer.Ordinal);
    private readonly NodeDraft person = new(types.Domain.Person);
    private readonly NodeDraft organization = new(types.Organization);
    private readonly NodeDraft stateDraft = new(types.State);
    private readonly NodeDraft office = new(types.Domain.Office);
    private readonly NodeDraft happening = new(types.Domain.Event);
    private readonly NodeDraft document = new(types.Document);
    private readonly NodeDraft dataset = new(types.Dataset);
    private ILookup<string, (NodeType Type, string Id)> stored = Array.Empty<string>().ToLookup(text => text, text => default((NodeType, string)));
    private ILookup<string,
        (NodeType Type, string Id)> storedStates = Array.Empty<string>().ToLookup(text => text, text => default((NodeType, string)));

    /// <summary>Adds relationships.</summary>
    public FeedLinks Links { get; } = new(types);

    /// <summary>The dataset that an entity is from where it names none.</summary>
    public const string Unnamed = "followthemoney";

    /// <summary>What an entity has become; null where none of that id was read.</summary>
    public EntityNode? Find(string id) => OfEntity(id) ?? OfEntity(resolver.Canonical(id));

    /// <summary>The ids by which the graph may have what one of these entities is.</summary>
    public IEnumerable<string> Unknown(IEnumerable<string> ids) =>
        ids.Where(id => Find(id) is null).SelectMany(id => new[] { id, resolver.Canonical(id) }).Distinct(StringComparer.Ordinal);

    /// <summary>What else an entity is called by others, unless an entity of that id was read.</summary>
    public void Alias(string id, string of)
    {
        if (!known.ContainsKey(id)) aliases[id] = of;
    }

    /// <summary>Says which actors the entities are that judgements speak of.</summary>
    public void NameJudged()
    {
        var actor = sink.Ontology.FindEntity("Actor")!;
        foreach (var id in resolver.Open.ToList())
            if (known.TryGetValue(id, out var node) && node.Type is { } type && actor.ConcreteTypes.Contains(type)) resolver.Name(id, node.Id);
    }

    private EntityNode? OfEntity(string id) => known.TryGetValue(aliases.GetValueOrDefault(id, id), out var node) ? node : null;

    /// <summary>Remembers a node that the graph has.</summary>
    public void Remember(string id, NodeType type) => known[id] = new(type, id, type.Name);

    /// <summary>An entity has no place in the graph.</summary>
    public void LeaveOut(string id, string schema) => known[id] = new(null, id, schema);

    /// <summary>Looks up the actors that entities may be, before these are added.</summary>
    public async Task PrepareAsync(IReadOnlyList<Entity> entities, CancellationToken cancellationToken)
    {
        var numbers = entities.Where(entity => entity.Schema == "Person").Select(entity => entity.First("wikidataId")).OfType<string>();
        stored = await StoredActors.FindAsync(sink, sink.Ontology.FindEntity("Actor")!, "wikidata", numbers, cancellationToken);
        var codes = entities.Where(IsOurState).Select(CodeOf).OfType<string>();
        storedStates = await StoredActors.FindAsync(sink, types.State, "iso3", codes, cancellationToken);
        var names = entities.SelectMany(DatasetsOf).Where(name => !datasets.Contains(name)).Distinct(StringComparer.Ordinal).ToList();
        var there = names.Count == 0 ? null : await sink.FindAsync(types.Dataset, names);
        foreach (var name in names)
        {
            datasets.Add(name);
            if (there!.ContainsKey(name)) continue;
            var first = entities.First(entity => DatasetsOf(entity).Contains(name, StringComparer.Ordinal));
            dataset.Begin(sink.Batch, name).Set("name", name == Unnamed ? "FollowTheMoney" : name).Set("licence", sink.Options.Licence)
                .Add(PlaceOf(first));
        }

        foreach (var group in entities.GroupBy(entity => DatasetsOf(entity)[0], StringComparer.Ordinal))
        {
            if (!actors.TryGetValue(group.Key, out var own)) actors[group.Key] = own = new(sink, types, Links, group.Key);
            await own.PrepareAsync(group.SelectMany(PartiesOf), cancellationToken);
        }
    }

    public void AddPerson(Entity entity, string id)
    {
        var wikidata = entity.First("wikidataId");
        entity.Tally.Taken++;
        entity.Tally.Make("Person");
        var own = OwnId("actor", id);
        if (wikidata is not null && Other(wikidata, own) is { } same)
        {
            Know(entity, id, new(types.Domain.Person, same, entity.Schema));
            return;
        }

        var born = entity["birthDate"] is [var day] && day.Length == 10 ? PartialDay.Whole(day) : null;
        if (born is not null) entity.Tally.Make("day of birth");
        var (name, aliases) = NamesOf(entity);
        person.Begin(sink.Batch, own).Set("name", name).Set("aliases", aliases).Set("wikidata", wikidata).Set("born", born).Add(PlaceOf(entity));
        Know(entity, id, new(types.Domain.Person, own, entity.Schema));
    }

    public void AddOrganization(Entity entity, string id)
    {
        entity.Tally.Taken++;
        if (IsOurState(entity))
        {
            entity.Tally.Make("State");
            Know(entity, id, new(types.State, AddState(entity, OwnId("actor", id)), entity.Schema));
            return;
        }

        if (StateOf(entity) is { } state)
        {
            entity.Tally.Make("State");
            var node = actors[DatasetsOf(entity)[0]].Node(state, PlaceOf(entity));
            Know(entity, id, new(node.Type, node.Id, entity.Schema));
            return;
        }

        entity.Tally.Make("Organization");
        var (name, aliases) = NamesOf(entity);
        var own = OwnId("actor", id);
        organization.Begin(sink.Batch, own).Set("name", name).Set("aliases", aliases).Set("wikidata", entity.First("wikidataId"))
            .Set("kind", KindOf(types.Organization, entity) ?? KindOf(entity)).Add(PlaceOf(entity));
        organizationsByName[name] = organizationsByName.TryGetValue(name, out var other) && other != own ? null : own;
        Know(entity, id, new(types.Organization, own, entity.Schema));
    }

    /// <summary>A state with all that our own export says of it, unless the graph or the run has the one of its code.</summary>
    private string AddState(Entity entity, string id)
    {
        var code = CodeOf(entity);
        if (code is not null && (storedStates[code].FirstOrDefault().Id ?? statesOfRun.GetValueOrDefault(code)) is { } there) return there;
        var (name, aliases) = NamesOf(entity);
        stateDraft.Begin(sink.Batch, id).Set("name", name).Set("aliases", aliases).Set("wikidata", entity.First("wikidataId")).Set("iso3", code)
            .Add(PlaceOf(entity));
        if (code is not null) statesOfRun[code] = id;
        return id;
    }

    public void AddOffice(Entity entity, string id)
    {
        entity.Tally.Taken++;
        entity.Tally.Make("Office");
        var own = OwnId("office", id);
        office.Begin(sink.Batch, own).Set("title", entity.Caption ?? entity.First("name")).Add(PlaceOf(entity));
        Know(entity, id, new(types.Domain.Office, own, entity.Schema));
    }

    public void AddEvent(Entity entity, string id)
    {
        entity.Tally.Taken++;
        entity.Tally.Make("Event");
        var start = PartialDay.First(entity.First("startDate") ?? entity.First("date"));
        var end = PartialDay.After(entity.First("endDate"));
        var own = OwnId("event", id);
        happening.Begin(sink.Batch, own).Set("name", entity.Caption ?? entity.First("name"))
            .Set("kind", KindOf(types.Domain.Event, entity) ?? "OTHER")
            .Set("start", start).Set("end", end).Add(PlaceOf(entity));
        Know(entity, id, new(types.Domain.Event, own, entity.Schema));
    }

    public void AddDocument(Entity entity, string id, string kind)
    {
        entity.Tally.Taken++;
        entity.Tally.Make("Document");
        var own = OwnId("document", id);
        document.Begin(sink.Batch, own).Set("kind", kind).Set("title", entity.First("title") ?? entity.First("fileName"))
            .Set("url", entity.First("sourceUrl")).Set("published", PartialDay.Whole(entity.First("publishedAt")))
            .Set("author", entity.First("author")).Set("language", Languages.Short(entity.First("language"))).Add(PlaceOf(entity));
        Know(entity, id, new(types.Document, own, entity.Schema));
    }

    /// <summary>The publisher of a document: the one organization of the run that is called so, else the one of the graph, else a new one.</summary>
    public (NodeType Type, string Id) Publisher(Entity entity, string name) => organizationsByName.GetValueOrDefault(name) is { } own
        ? (types.Organization, own)
        : actors[DatasetsOf(entity)[0]].Node(FeedActors.Publisher(name), PlaceOf(entity));

    /// <summary>Says which datasets a node is from.</summary>
    public void AddSources(Entity entity, (NodeType Type, string Id) node)
    {
        foreach (var name in DatasetsOf(entity)) Links.AddSource(sink.Batch, node, name, PlaceOf(entity));
    }

    /// <summary>The datasets that an entity is from, at least one.</summary>
    public static IReadOnlyList<string> DatasetsOf(Entity entity) => entity.Datasets.Count > 0 ? entity.Datasets : [Unnamed];

    /// <summary>Where an entity stands.</summary>
    public RecordPlace PlaceOf(Entity entity) => new(sink.Batch.AddFile(entity.Tally.Path), entity.Line, 1);

    private void Know(Entity entity, string id, EntityNode node)
    {
        known[id] = node;
        AddSources(entity, (node.Type!, node.Id));
    }

    /// <summary>The one actor that has a Wikidata id, where that is another than the entity's own node.</summary>
    private string? Other(string wikidata, string id)
    {
        if (byWikidata.TryGetValue(wikidata, out var ofRun)) return ofRun == id ? null : ofRun;
        List<(NodeType Type, string Id)> there = [.. stored[wikidata]];
        var other = there is [var only] && only.Type == types.Domain.Person && only.Id != id ? only.Id : null;
        byWikidata[wikidata] = other ?? id;
        return other;
    }

    private static IEnumerable<Party> PartiesOf(Entity entity)
    {
        if (!IsOurState(entity) && StateOf(entity) is { } state) yield return state;
        if (entity.Schema is "Article" or "Document" && entity.First("publisher") is { } publisher) yield return FeedActors.Publisher(publisher);
    }

    /// <summary>The kind that our own export gives a node as a keyword; null where there is none.</summary>
    public static string? KindOf(NodeType type, Entity entity) =>
        entity.Single("keywords") is { } keyword && type.FindProperty("kind")?.Enum is { } kinds && kinds.Values.Any(kind => kind.Name == keyword)
            ? keyword
            : null;

    /// <summary>Own ids of our own export have their type before them, where an actor may be called the same.</summary>
    private static string OwnId(string kind, string id) =>
        id.Length > kind.Length + 1 && id[kind.Length] == '.' && id.StartsWith(kind, StringComparison.Ordinal) ? id[(kind.Length + 1)..] : id;

    private static bool IsOurState(Entity entity) => entity.Schema == "PublicBody" && entity.Single("keywords") == "STATE";

    private static string? CodeOf(Entity entity) => entity.Single("country") is { } country ? StateTable.Shipped.OfAlpha2(country)?.Iso3 : null;

    private static Party? StateOf(Entity entity)
    {
        if (entity.Schema != "PublicBody" || entity.First("legalForm") != "state" || entity.Single("country") is not { } country) return null;
        return StateTable.Shipped.OfAlpha2(country) is { } state
            ? Party.State(state.Iso3, entity.Caption ?? entity.First("name") ?? state.Name)
            : null;
    }

    private static (string Name, IReadOnlyList<string> Aliases) NamesOf(Entity entity)
    {
        var name = (entity.Caption ?? entity.First("name"))!;
        List<string> aliases =
            [.. entity["name"].Concat(entity["alias"]).Concat(entity["weakAlias"]).Distinct(StringComparer.Ordinal).Where(other => other != name)];
        if (aliases.Count > 0) entity.Tally.Make("with aliases");
        return (name, aliases);
    }

    private static string KindOf(Entity entity)
    {
        if (entity["topics"].Contains("pol.party", StringComparer.Ordinal)) return "PARTY";
        if (entity["topics"].Contains("gov.igo", StringComparer.Ordinal)) return "ALLIANCE";
        if (Schemata.Is(entity.Schema, "PublicBody")) return "GOVERNMENT_BODY";
        return Schemata.Is(entity.Schema, "Company") ? "COMPANY" : "OTHER";
    }
}
