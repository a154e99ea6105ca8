using Graph.Api.Planning;
using Graph.Api.Sdl;
using Graph.GraphQL.Execution;
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
        var text = SchemaText.Of(ontology);
        if (text.Conflicts.Count > 0) throw new OntologyConflictException(text.Conflicts);
        var types = new TypeMap();
        var schema = Schema.Build(text.Text, new SchemaOptions
        {
            StructuralEnums = ontology.Interfaces.Select(ApiNames.Implementations).Append(ApiNames.SortDirection).ToHashSet(StringComparer.Ordinal),
            Planners = Planners(ontology, store, types, options ?? new()),
        });
        types.Bind(schema);
        return schema;
    }

    private static Dictionary<(string Type, string Field), IFieldPlanner> Planners(Ontology ontology, IGraphStore store, TypeMap types, GraphApiOptions options)
    {
        var planners = new Dictionary<(string, string), IFieldPlanner>();
        foreach (var type in ontology.Interfaces.Cast<EntityType>().Concat(ontology.NodeTypes))
        {
            planners.Add(("Query", ApiNames.RootList(type)), new RootListPlanner(type, store, types, options));
            planners.Add(("Query", ApiNames.RootConnection(type)), new RootConnectionPlanner(type, store, types, options));
        }

        return planners;
    }
}
