using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;

namespace Graph.Api.RootFields;

/// <summary>
/// A field of the query type, or of the subscription type: what the schema says of it, what it asks of the store, what that costs, and how rows
/// become its value. All of it stands in one file of this folder; <see cref="RootFieldList"/> names the kinds.
/// </summary>
internal interface IRootField
{
    /// <summary>The field's name.</summary>
    string Name { get; }

    /// <summary>The nodes that the field is about, beside whose types its own are printed; null where it is about the whole graph.</summary>
    EntityType? About { get; }

    /// <summary>Adds the field, with its arguments, to its root type.</summary>
    void AddTo(SdlType query);

    /// <summary>Adds the types that only this field needs.</summary>
    void AddTypes(SdlDocument document);

    /// <summary>Plans the field as it is selected. What is planned is used by many requests at once.</summary>
    /// <exception cref="GraphQL.GraphQLException">It cannot be answered as asked; the sentence says why.</exception>
    IFieldPlan Plan(RootPlanning planning);
}

/// <summary>The fields of one kind that the API over an ontology has.</summary>
internal delegate IEnumerable<IRootField> RootFieldKind(Ontology ontology);
