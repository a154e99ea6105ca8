using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.Api.Streams;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;
using Graph.Model.Changes;
using Graph.Model.Ontologies;

namespace Graph.Api.RootFields.Streams;

/// <summary>Whatever changes, nodes and relationships: <c>changed(types: [MADE]) { kind type start { id } end { id } cursor }</c>.</summary>
internal sealed class RecordsChangedField(Ontology ontology) : IRootField
{
    /// <summary>The one for the graph.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) => [new RecordsChangedField(ontology)];

    /// <inheritdoc/>
    public string Name => "changed";

    /// <inheritdoc/>
    public EntityType? About => null;

    /// <inheritdoc/>
    public void AddTo(SdlType query) => query.With(
        Name,
        $"(types: [{ChangeRecords.TypeName}!], {StreamField.Arguments}): {ChangeRecords.Change}!",
        "the changes of the graph",
        ApiMessages.Changed);

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document)
    {
        // They are those of the changes that are asked for.
    }

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning)
    {
        var field = planning.Field;
        var types = ChangeRecords.TypesOf(field, ontology);
        var shape = new DerivedObject<ToldChange>(field, ChangeRecords.Part);
        return planning.Stream(_ => default, () => 0, (_, kinds, plan) => new Question(plan, types, kinds, shape));
    }

    private sealed class Question(object plan, IReadOnlySet<string>? types, IReadOnlySet<string>? kinds, DerivedObject<ToldChange> shape)
        : ChangeQuestion
    {
        public override (object Plan, string Values) Key { get; } = (plan, ValueKey.Of([kinds?.Order(StringComparer.Ordinal).ToList<object?>()]));

        public override IReadOnlySet<string>? Types => types;

        public override double Price(int changes) => 0;

        public override bool Wants(ToldChange change) => kinds is null || kinds.Contains(ChangeRecords.KindOf(change));

        public override ValueTask<IReadOnlyList<StreamedEvent?>> AnswerAsync(IReadOnlyList<ToldChange> changes, CancellationToken cancellationToken)
        {
            using var json = new ResponseBuffer();
            var events = new StreamedEvent?[changes.Count];
            foreach (var (place, change) in changes.Index())
            {
                json.Truncate(0);
                shape.Write(change, json);
                events[place] = new(json.ToArray(0), change.Cursor.ToString());
            }

            return new(events);
        }
    }
}
