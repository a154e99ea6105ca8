using Graph.Import.Feeds;
using Graph.Import.Pipeline;

namespace Graph.Import.FollowTheMoney;

/// <summary>
/// Writes entities that the graph has a place for. Lines may stand in any order: what refers to others waits until all are
/// read, in memory. Of entities that a resolver joins, those that are actors stay apart, and a judgement makes them one; all others are united.
/// </summary>
internal sealed class EntityWriter
{
    /// <summary>Entities whose Wikidata ids are looked up at once.</summary>
    private const int EntitiesAtOnce = 1_000;

    private readonly RecordSink sink;
    private readonly FeedTypes types;
    private readonly EntityNodes nodes;
    private readonly EntityLinks links;
    private readonly Resolver resolver;
    private readonly Dictionary<string, List<Entity>> joined = new(StringComparer.Ordinal);
    private readonly List<Entity> pending = [];

    /// <param name="sink">Takes the records.</param>
    /// <param name="types">The types.</param>
    public EntityWriter(RecordSink sink, FeedTypes types)
    {
        (this.sink, this.types, resolver) = (sink, types, sink.Resolver);
        nodes = new(sink, types, resolver);
        links = new(sink, types, nodes);
    }

    /// <summary>So many entities wait that they shall be written.</summary>
    public bool IsFull => pending.Count >= EntitiesAtOnce;

    /// <summary>Takes an entity: one that is joined to others waits for them.</summary>
    public void Add(Entity entity)
    {
        if (!resolver.Joins(entity.Id)) pending.Add(entity);
        else if (!joined.TryGetValue(resolver.Canonical(entity.Id), out var others)) joined.Add(resolver.Canonical(entity.Id), [entity]);
        else if (others.Find(other => other.Id == entity.Id) is { } same) same.Unite(entity);
        else others.Add(entity);
    }

    /// <summary>Writes the entities that wait.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (pending.Count == 0) return;
        await nodes.PrepareAsync(pending, cancellationToken);
        foreach (var entity in pending)
        {
            Write(entity, entity.Id);
            if (sink.IsFull) await sink.SendAsync();
        }

        pending.Clear();
    }

    /// <summary>Writes what is joined, and then what refers to other entities.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await WriteAsync(cancellationToken);
        foreach (var some in joined.Chunk(EntitiesAtOnce))
        {
            await nodes.PrepareAsync([.. some.SelectMany(pair => pair.Value)], cancellationToken);
            foreach (var (target, entities) in some)
            {
                Write(target, entities);
                if (sink.IsFull) await sink.SendAsync();
            }
        }

        nodes.NameJudged();
        if (sink.Batch.Count > 0) await sink.SendAsync();
        await links.WriteAsync(cancellationToken);
    }

    private static bool IsActor(Entity entity) => entity.Schema == "Person" || Schemata.Is(entity.Schema, "Organization");

    /// <summary>
    /// Of one thing there are several actors, or one entity that is none. What says less of the thing, such as a LegalEntity, says it of one actor.
    /// </summary>
    private void Write(string target, List<Entity> entities)
    {
        var actors = entities.Where(IsActor).OrderBy(entity => entity.Id != target).ThenBy(entity => entity.Id, StringComparer.Ordinal).ToList();
        var first = actors.FirstOrDefault() ?? entities[0];
        var others = entities.Where(entity => entity != first && !IsActor(entity)).ToList();
        foreach (var other in others) first.Unite(other);
        Write(first, actors.Count > 0 ? first.Id : target);
        foreach (var actor in actors.Skip(1)) Write(actor, actor.Id);
        foreach (var id in others.Select(other => other.Id).Append(target)) nodes.Alias(id, first.Id);
    }

    private void Write(Entity entity, string id)
    {
        switch (entity.Schema)
        {
            case "Person": Named(entity, () => nodes.AddPerson(entity, id)); break;
            case "Position": Named(entity, () => nodes.AddOffice(entity, id)); links.Keep(entity); break;
            case "Occupancy" or "UnknownLink" or "Documentation": links.Keep(entity); break;
            case var schema when Schemata.Is(schema, "Organization"): Named(entity, () => nodes.AddOrganization(entity, id)); break;
            case var schema when Schemata.Is(schema, "Event"):
                Named(entity, () => nodes.AddEvent(entity, id));
                links.Keep(entity);
                break;
            case "Article": Titled(entity, id, "ARTICLE"); break;
            case "Document" when EntityNodes.KindOf(types.Document, entity) is { } kind: Titled(entity, id, kind); break;
            default:
                entity.Tally.LeaveOut(entity.Schema);
                nodes.LeaveOut(id, entity.Schema);
                break;
        }
    }

    private void Named(Entity entity, Action add)
    {
        if ((entity.Caption ?? entity.First("name")) is not null) add();
        else Reject(entity);
    }

    private void Titled(Entity entity, string id, string kind)
    {
        if ((entity.First("title") ?? entity.First("fileName")) is null)
        {
            Reject(entity);
            return;
        }

        nodes.AddDocument(entity, id, kind);
        if (entity["publisher"].Count + entity["proof"].Count > 0) links.Keep(entity.With("publisher", "proof"));
    }

    private void Reject(Entity entity)
    {
        entity.Tally.Reject("name");
        sink.Reject(entity.Tally.Path, new(entity.Line, 1, EntityMessages.NoName(entity.Schema)), entity.Source);
    }
}
