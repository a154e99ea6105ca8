using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;

namespace Graph.Api.RootFields.Walks;

/// <summary>Paths between two nodes over any relationships: <c>paths(from: { type: Person, id: "a" }, to: …)</c>.</summary>
internal sealed class PathField(Ontology ontology) : IRootField
{
    private const string Origin = "the paths";

    /// <summary>One over every ontology that has relationships.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) => ontology.RelationshipTypes.Count > 0 ? [new PathField(ontology)] : [];

    /// <inheritdoc/>
    public string Name => "paths";

    /// <inheritdoc/>
    public EntityType? About => null;

    /// <inheritdoc/>
    public void AddTo(SdlType query) => query.With(
        Name,
        $"(from: {NodeRefs.Input}!, to: {NodeRefs.Input}!, along: [{NodeRefs.RelationshipName}!], "
            + "maxLength: Int = 6, lengths: Int = 1, limit: Int = 3): Paths!",
        Origin,
        ApiMessages.Paths);

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document)
    {
        NodeRefs.AddTo(document, ontology);
        SearchTypes.AddAnswer(document, "Paths", "paths", "Path", Origin, ApiMessages.PathsInOrder);
        document.Add("type", "Path", Origin)
            .With("length", ": Int!", "length", ApiMessages.ChainLength)
            .With("nodes", ": [PathNode!]!", "nodes", ApiMessages.PathNodes)
            .With("steps", ": [PathStep!]!", "steps");
        document.Add("type", "PathNode", Origin)
            .With("type", $": {NodeRefs.TypeName}!", "type")
            .With("id", ": ID!", "id")
            .With("caption", ": String!", "caption", ApiMessages.Caption);
        document.Add("type", "PathStep", Origin)
            .With("relationship", $": {NodeRefs.RelationshipName}!", "relationship")
            .With("direction", $": {SearchTypes.Direction}!", "direction", ApiMessages.DirectionAsWalked);
        SearchTypes.AddDirection(document);
    }

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning) => new PathPlan(planning).Together();
}
