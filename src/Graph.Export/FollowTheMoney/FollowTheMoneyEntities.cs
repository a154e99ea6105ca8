using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Records;
using Graph.Model.Stores;

namespace Graph.Export.FollowTheMoney;

/// <summary>
/// Entities of FollowTheMoney, a JSON object a line, by the mapping of <c>followthemoney.json</c>. The model has no schema for an act of
/// words, which becomes a link between those who act and those whom it is against; what reports it documents these.
/// </summary>
public sealed class FollowTheMoneyEntities : IEntityFormat
{
    private static readonly EntityMapping Mapping = EntityMapping.Read();

    /// <inheritdoc/>
    public string Name => "ftm";

    /// <inheritdoc/>
    public string Description => "entities of FollowTheMoney";

    /// <inheritdoc/>
    public string Ending => ".ftm.json";

    /// <inheritdoc/>
    public string ContentType => "application/json+ftm";

    /// <inheritdoc/>
    public bool HasViews => false;

    /// <inheritdoc/>
    public GraphView DefaultView => GraphView.Acts;

    /// <inheritdoc/>
    public string? Refuses(Ontology ontology)
    {
        try
        {
            PlansOf(ontology);
            return null;
        }
        catch (UnmappedException unmapped)
        {
            return Messages.NoEntities(unmapped.Message);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ExportReport> WriteAsync(IGraphStore store, ExportPlan plan, ExportOutput output, CancellationToken cancellationToken)
    {
        var plans = PlansOf(store.Ontology);
        var nobody = plans.SelectMany(one => (one.Entity.Except ?? []).Select(id => (one.Type, id))).ToHashSet();
        var values = new EntityValues(Mapping, plan.Part, new(store.Ontology), nobody);
        var leftOut = new LeftOut();
        long nodes = 0, relationships = 0;
        foreach (var entities in plans.Where(one => plan.Part.Types.Contains(one.Type)))
        {
            var rows = new EntityRows(entities, store.Ontology, values, new(store.Ontology), output.Buffer);
            await ReadAsync(store, plan.Part, entities, rows, output, cancellationToken);
            if (entities.Along is null) nodes += rows.Written;
            else relationships += rows.Written;
            if (rows.Incomplete > 0) leftOut.Add(Messages.NoEntity(entities.Entity, rows.Incomplete), rows.Incomplete);
        }

        foreach (var (sentence, things) in values.LeftOut) leftOut.Add(sentence, things);
        return new(nodes, relationships, leftOut.Count, leftOut.Sentences, Notes: [.. NotesOf(store.Ontology, plans)]);
    }

    private static List<EntityPlan> PlansOf(Ontology ontology) => [.. Mapping.Entities.Select(entity => new EntityPlan(entity, ontology))];

    private static async ValueTask ReadAsync(
        IGraphStore store, GraphPart part, EntityPlan plan, EntityRows rows, ExportOutput output, CancellationToken cancellationToken)
    {
        // Relationships that end at chosen acts are chosen by the same condition.
        var acts = plan.Along?.Target is NodeType end && part.Conditions(end) is { } chosen ? chosen : null;
        var pages = new PagesById(
            store, plan.Type, part.Ids(plan.Type), part.Conditions(plan.Type), plan.Columns(acts?.Where), acts?.Parameters ?? [], acts?.Values ?? []);
        while (!pages.IsDone)
        {
            await pages.ReadNextAsync(Limits.EntitiesAtOnce, rows, cancellationToken);
            await output.FlushAsync();
        }
    }

    private static IEnumerable<string> NotesOf(Ontology ontology, List<EntityPlan> plans)
    {
        var relationships = plans.SelectMany(plan => plan.Relationships).Append(ontology.Tally?.Relationship).ToHashSet();
        List<string> types = [.. ontology.NodeTypes.Where(type => plans.TrueForAll(plan => plan.Type != type)).Select(type => type.Name)];
        types.AddRange(ontology.RelationshipTypes.Where(type => !relationships.Contains(type)).Select(type => type.Name));
        if (types.Count > 0) yield return Messages.NoSchema(types);
    }

    /// <summary>Writes the entities of rows.</summary>
    private sealed class EntityRows(EntityPlan plan, Ontology ontology, EntityValues values, EntityIds ids, ResponseBuffer json) : IIdRows
    {
        private readonly RecordBatch scratch = new();

        public int Rows { get; private set; }

        public string? LastId { get; private set; }

        /// <summary>Entities written.</summary>
        public long Written { get; private set; }

        /// <summary>Entities that lack what the model requires of them.</summary>
        public long Incomplete { get; private set; }

        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            Rows++;
            if (plan.Read(ref row, scratch, ontology) is not var (near, edges)) return;
            LastId = near.Id;
            if (!values.IsEntity(near)) return;
            if (plan.Along is null) Write(ids.Of(near.Type, near.Id), near, null, []);
            foreach (var (edge, far) in edges.Where(one => values.IsExported(one.Far)))
            {
                var carried = edge.Select(texts => string.Join('\n', texts));
                Write(EntityIds.Hashed(plan.Entity.Schema.ToLowerInvariant(), [near.Id, far.Id, .. carried]), near, far, edge);
            }
        }

        private void Write(string id, Reached near, Reached? far, IReadOnlyList<string>[] edge)
        {
            values.Begin(near, far, edge);
            var own = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            foreach (var source in plan.Properties)
                own[source.Name] = source.Spec.Text is { } text ? Fixed(source.Spec, text, own) : values.Of(source);
            if (plan.Entity.Required?.Any(name => own[name].Count == 0) == true)
            {
                Incomplete++;
                return;
            }

            Written++;
            json.WriteRaw("{\"id\":"u8);
            json.WriteString(id);
            json.WriteRaw(",\"schema\":"u8);
            var decided = plan.SchemaBy is { } by ? plan.Entity.SchemaOf!.GetValueOrDefault(values.First(by) ?? "") : null;
            json.WriteString(decided ?? plan.Entity.Schema);
            if (plan.Along is null && own.GetValueOrDefault("name") is [var caption, ..])
            {
                json.WriteRaw(",\"caption\":"u8);
                json.WriteString(caption);
            }

            if (plan.Datasets is { } datasets && values.Of(datasets) is { Count: > 0 } named)
            {
                json.WriteRaw(",\"datasets\":"u8);
                Texts(named);
            }

            json.WriteRaw(",\"properties\":{"u8);
            var isFirst = true;
            foreach (var (name, texts) in own.Where(property => property.Key[0] != '~' && property.Value.Count > 0))
            {
                if (!isFirst) json.WriteByte((byte)',');
                isFirst = false;
                json.WriteString(name);
                json.WriteByte((byte)':');
                Texts(texts);
            }

            json.WriteRaw("}}\n"u8);
        }

        private static IReadOnlyList<string> Fixed(MappedProperty spec, string text, Dictionary<string, IReadOnlyList<string>> own) =>
            spec.With is { } with && own[with].Count == 0 ? [] : [text];

        private void Texts(IReadOnlyList<string> texts)
        {
            json.WriteByte((byte)'[');
            for (var i = 0; i < texts.Count; i++)
            {
                if (i > 0) json.WriteByte((byte)',');
                json.WriteString(texts[i]);
            }

            json.WriteByte((byte)']');
        }
    }
}
