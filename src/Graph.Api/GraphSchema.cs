using Graph.Api.RootFields;
using Graph.Api.RootFields.Acts;
using Graph.Api.RootFields.Federation;
using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.GraphQL.TypeSystem;
using Graph.Model.Ontologies;
using Graph.Model.Stores;

namespace Graph.Api;

/// <summary>
/// The GraphQL API over a graph: its schema is derived from the ontology, and each root field is planned into one query of
/// the store.
/// </summary>
public static class GraphSchema
{
    /// <summary>Makes the executable schema.</summary>
    /// <param name="ontology">The domain.</param>
    /// <param name="store">Where the graph is.</param>
    /// <param name="options">What is allowed of queries; null: the defaults.</param>
    /// <exception cref="OntologyConflictException">Two things of the ontology would have one name in the API.</exception>
    public static Schema Create(Ontology ontology, IGraphStore store, GraphApiOptions? options = null)
    {
        options ??= new();
        var fields = RootFieldList.Of(ontology, options.IsSubgraph ? [.. options.RootFields, .. Subgraph.Kinds] : options.RootFields);
        var streams = RootFieldList.Of(ontology, RootFieldList.Streams);
        var text = SchemaText.Of(ontology, fields, streams);
        if (text.Conflicts.Count > 0) throw new OntologyConflictException(text.Conflicts);
        return Schema.Build(text.Text, new SchemaOptions
        {
            Scalars = new Dictionary<string, ScalarCoercion>(StringComparer.Ordinal) { [TimeBound.Name] = new TimeBound() },
            StructuralEnums = text.StructuralEnums,
            Planners = fields.Select(field => (Root: "Query", Field: field)).Concat(streams.Select(field => (Root: "Subscription", Field: field)))
                .ToDictionary(one => (one.Root, one.Field.Name), IFieldPlanner (one) => new Planner(one.Field, store, options)),
        });
    }

    private sealed class Planner(IRootField root, IGraphStore store, GraphApiOptions options) : IFieldPlanner
    {
        public IFieldPlan Plan(PlannedField field, CancellationToken cancellationToken) => root.Plan(new(field, store, options, cancellationToken));
    }
}
