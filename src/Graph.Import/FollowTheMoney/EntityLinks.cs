using Graph.Import.CodedActs;
using Graph.Import.Feeds;
using Graph.Import.Pipeline;
using Graph.Import.Text;
using Graph.Model.Ontologies;

namespace Graph.Import.FollowTheMoney;

/// <summary>Entities that refer to others, written when all are read: tenures, offices' bodies, participants, accusations, their evidence.</summary>
/// <param name="sink">Takes the records.</param>
/// <param name="types">The types.</param>
/// <param name="nodes">Which node each entity is.</param>
internal sealed class EntityLinks(RecordSink sink, FeedTypes types, EntityNodes nodes)
{
    /// <summary>The roles of links that are acts, with the act; what follows is what is alleged.</summary>
    private static readonly (string Role, string Act)[] Roles = [("accused of: ", "ACCUSE"), ("criticized for: ", "CRITICIZE"), ("denied: ", "DENY")];

    private const string Reports = "reports: ";

    private readonly List<Entity> kept = [];
    private readonly NodeDraft accusation = new(types.Accusation);
    private readonly NodeDraft evidence = new(types.Evidence);
    private readonly Dictionary<string, List<string>> acts = new(StringComparer.Ordinal);
    private readonly HashSet<string> actIds = new(StringComparer.Ordinal);

    /// <summary>Keeps an entity until all are read.</summary>
    public void Keep(Entity entity) => kept.Add(entity);

    /// <summary>Writes what was kept; accusations before their evidence.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await nodes.PrepareAsync(kept, cancellationToken);
        await LookUpAsync();
        var have = (await sink.FindAsync(types.Accusation, kept.Where(IsAct).Select(ActId).ToHashSet(StringComparer.Ordinal)))
            .Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var entity in kept.OrderBy(entity => entity.Schema == "Documentation"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (entity.Schema)
            {
                case "Position": Office(entity); break;
                case "Occupancy": Tenure(entity); break;
                case "UnknownLink" when IsAct(entity): Act(entity, have); break;
                case "Documentation" when IsOurs(entity): Evidence(entity); break;
                case "Article" or "Document": Document(entity); break;
                case "UnknownLink" or "Documentation": entity.Tally.LeaveOut(entity.Schema); break;
                default: Participants(entity); break;
            }

            if (sink.IsFull) await sink.SendAsync();
        }

        kept.Clear();
        if (sink.Batch.Count > 0) await sink.SendAsync();
    }

    /// <summary>Finds the nodes of the graph that references lead to and no entity of the run is.</summary>
    private async Task LookUpAsync()
    {
        string[] properties = ["organization", "holder", "post", "involved", "subject", "object", "document", "entity"];
        var open = nodes.Unknown(kept.SelectMany(entity => properties.SelectMany(property => entity[property]))).ToList();
        foreach (var type in (EntityType[])[sink.Ontology.FindEntity("Actor")!, types.Domain.Office, types.Document])
            foreach (var some in open.Chunk(10_000))
                foreach (var (id, found) in await sink.FindAsync(type, some)) nodes.Remember(id, found);
    }

    private void Office(Entity entity)
    {
        if (nodes.Find(entity.Id) is not { Type: not null } office) return;
        foreach (var whole in Ends(entity, "organization", IsActor))
        {
            nodes.Links.Add(sink.Batch, "OFFICE_OF", (office.Type, office.Id), whole, nodes.PlaceOf(entity));
            entity.Tally.Make("OFFICE_OF");
        }
    }

    private void Tenure(Entity entity)
    {
        if (Needed(entity, "holder", type => type == types.Domain.Person) is not { } holders) return;
        if (Needed(entity, "post", type => type == types.Domain.Office) is not { } posts) return;
        entity.Tally.Taken++;
        var days = (PartialDay.First(entity.Single("startDate")), PartialDay.First(entity.Single("endDate")));
        foreach (var holder in holders)
        {
            foreach (var post in posts)
            {
                nodes.Links.Add(sink.Batch, "HELD", holder, post, days, nodes.PlaceOf(entity));
                entity.Tally.Make("HELD");
            }
        }
    }

    private void Document(Entity entity)
    {
        if (nodes.Find(entity.Id) is not { Type: not null } self) return;
        var (node, place) = ((self.Type, self.Id), nodes.PlaceOf(entity));
        if (entity.First("publisher") is { } publisher) nodes.Links.Add(sink.Batch, "PUBLISHED_BY", node, nodes.Publisher(entity, publisher), place);
        if (entity.First("proof") is { } proof && nodes.Find(proof) is { Type: { } type } source && type == types.Document)
            nodes.Links.Add(sink.Batch, "DIGEST_OF", node, (type, source.Id), place);
    }

    private void Participants(Entity entity)
    {
        if (nodes.Find(entity.Id) is not { Type: not null } happening) return;
        foreach (var actor in Ends(entity, "involved", IsActor))
        {
            nodes.Links.Add(sink.Batch, "TOOK_PART_IN", actor, (happening.Type, happening.Id), nodes.PlaceOf(entity));
            entity.Tally.Make("TOOK_PART_IN");
        }
    }

    private void Act(Entity entity, HashSet<string> have)
    {
        if (Needed(entity, "subject", IsActor) is not { } accusers || Needed(entity, "object", IsActor) is not { } accused) return;
        entity.Tally.Taken++;
        var (id, (role, act)) = (ActId(entity), RoleOf(entity)!.Value);
        Note(id, accusers.Concat(accused).Select(party => party.Id), role);
        if (!have.Add(id)) return;
        entity.Tally.Accusations++;
        var place = nodes.PlaceOf(entity);
        var day = PartialDay.Whole(entity.Single("date"));
        accusation.Begin(sink.Batch, id).Set("act", act).Set("matter", role).Set("saidOn", day).Set("saidOnBasis", day is null ? null : "STATED")
            .Set("modality", "ASSERTED").Set("confidence", ActConfidence.WithoutMention).Set("method", "CODED").Add(place);
        var self = (types.Accusation, id);
        foreach (var party in accusers) nodes.Links.Add(sink.Batch, "MADE", party, self, place);
        foreach (var party in accused) nodes.Links.Add(sink.Batch, "AGAINST", self, party, place);

        // An accusation names one dataset.
        nodes.Links.AddSource(sink.Batch, self, EntityNodes.DatasetsOf(entity)[0], place);
    }

    private void Evidence(Entity entity)
    {
        if (Needed(entity, "document", type => type == types.Document) is not { } documents || Needed(entity, "entity", IsActor) is not { } parties)
        {
            return;
        }
        if (entity.First("summary") is not { } quote)
        {
            Reject(entity, "quote", EntityMessages.NoQuote());
            return;
        }

        entity.Tally.Taken++;
        entity.Tally.Evidence++;
        var (id, place) = (EvidenceId(entity)!, nodes.PlaceOf(entity));
        evidence.Begin(sink.Batch, id).Set("quote", quote).Add(place);
        nodes.Links.Add(sink.Batch, "QUOTED_FROM", (types.Evidence, id), documents[0], place);
        List<string> named = [.. entity["recordId"].Where(actIds.Contains)];
        foreach (var act in named.Count > 0
            ? named
            : acts.GetValueOrDefault(Key(parties.Select(party => party.Id), entity.First("role")![Reports.Length..])) ?? [])
            nodes.Links.Add(sink.Batch, "EVIDENCED_BY", (types.Accusation, act), (types.Evidence, id), place);
    }

    /// <summary>Evidence names the parties and the matter of its accusation, since it cannot point at it.</summary>
    private void Note(string act, IEnumerable<string> parties, string matter)
    {
        var key = Key(parties, matter);
        actIds.Add(act);
        if (!acts.TryGetValue(key, out var same)) acts[key] = same = [];
        if (!same.Contains(act, StringComparer.Ordinal)) same.Add(act);
    }

    private static string Key(IEnumerable<string> parties, string matter) =>
        string.Join('\n', parties.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) + "\n\n" + matter;

    private static bool IsAct(Entity entity) => entity.Schema == "UnknownLink" && RoleOf(entity) is not null;

    private bool IsOurs(Entity entity) =>
        EvidenceId(entity) is not null
        && entity.First("role")?.StartsWith(Reports, StringComparison.Ordinal) == true;

    /// <summary>The record of ours that it is; it may name the acts' records beside its own.</summary>
    private string? EvidenceId(Entity entity) => entity["recordId"].Where(id => !actIds.Contains(id)).ToList() switch
    {
        [var only] when entity["recordId"].Count > 1 || only.StartsWith("evidence-", StringComparison.Ordinal) => only,
        _ => null,
    };

    private static (string Matter, string Act)? RoleOf(Entity entity)
    {
        foreach (var (role, act) in Roles)
            if (entity.First("role") is { } text && text.Length > role.Length && text.StartsWith(role, StringComparison.Ordinal))
            {
                return (text[role.Length..], act);
            }
        return null;
    }

    private static string ActId(Entity entity) => entity.First("recordId") ?? ReadableId.FromHash("accusation", "followthemoney", entity.Id);

    private bool IsActor(NodeType type) => type == types.Domain.Person || type == types.Organization || type == types.State;

    /// <summary>The nodes that a property leads to, at least one; null where one is missing, which is told.</summary>
    private List<(NodeType Type, string Id)>? Needed(Entity entity, string property, Predicate<NodeType> fits)
    {
        if (entity[property].Count == 0)
        {
            Reject(entity, "reference", EntityMessages.NoReference(property, ""));
            return null;
        }

        var ends = Ends(entity, property, fits);
        return ends.Count == entity[property].Count ? ends : null;
    }

    /// <summary>The nodes that a property leads to; those that are missing, or are something else, are told.</summary>
    private List<(NodeType Type, string Id)> Ends(Entity entity, string property, Predicate<NodeType> fits)
    {
        var ends = new List<(NodeType, string)>();
        foreach (var id in entity[property])
        {
            if (nodes.Find(id) is not { } node) Reject(entity, "reference", EntityMessages.NoReference(property, id));
            else if (node.Type is null) entity.Tally.LeaveOut($"{entity.Schema} of {node.Schema}");
            else if (!fits(node.Type)) Reject(entity, "reference", EntityMessages.WrongReference(property, id, node.Schema));
            else ends.Add((node.Type, node.Id));
        }

        return ends;
    }

    private void Reject(Entity entity, string reason, string sentence)
    {
        entity.Tally.Reject(reason);
        sink.Reject(entity.Tally.Path, new(entity.Line, 1, sentence), entity.Source);
    }
}
