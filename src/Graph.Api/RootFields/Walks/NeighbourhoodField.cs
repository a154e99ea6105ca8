using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;

namespace Graph.Api.RootFields.Walks;

/// <summary>What lies around nodes, for drawing: <c>neighbourhood(of: [{ type: Person, id: "a" }])</c>.</summary>
internal sealed class NeighbourhoodField(Ontology ontology) : IRootField
{
    private const string Answer = "Neighbourhood";
    private const string Node = "NeighbourhoodNode";
    private const string Link = "NeighbourhoodLink";
    private const string Cut = "NeighbourhoodCut";
    private const string Fold = "Fold";

    /// <summary>One over every ontology that has relationships.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) => ontology.RelationshipTypes.Count > 0 ? [new NeighbourhoodField(ontology)] : [];

    /// <inheritdoc/>
    public string Name => "neighbourhood";

    /// <inheritdoc/>
    public EntityType? About => null;

    /// <inheritdoc/>
    public void AddTo(SdlType query)
    {
        var ofActs = ontology.Act is { } act ? $", where: {ApiNames.Where(act.Type)}, fold: {Fold} = NONE" : "";
        query.With(
            Name,
            $"(of: [{NodeRefs.Input}!]!, depth: Int = 1, perRelationship: Int = 25, along: [{NodeRefs.RelationshipName}!]{ofActs}): {Answer}!",
            Answer,
            ApiMessages.Neighbourhood(ontology.Act));
    }

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document)
    {
        NodeRefs.AddTo(document, ontology);
        SearchTypes.AddDirection(document);
        document.Add("type", Answer, Answer)
            .With("nodes", $": [{Node}!]!", "nodes", ApiMessages.NeighbourhoodNodes)
            .With("links", $": [{Link}!]!", "links", ApiMessages.NeighbourhoodLinks)
            .With("cut", $": [{Cut}!]!", "cut", ApiMessages.NeighbourhoodCut);
        document.Add("type", Node, Answer)
            .With("key", ": ID!", "key", ApiMessages.NodeKey)
            .With("type", $": {NodeRefs.TypeName}!", "type")
            .With("id", ": ID!", "id")
            .With("caption", ": String!", "caption", ApiMessages.Caption)
            .With("degree", ": Int!", "degree", ApiMessages.Degree);
        var link = document.Add("type", Link, Answer)
            .With("id", ": ID!", "id", ApiMessages.LinkId)
            .With("type", $": {NodeRefs.RelationshipName}!", "type")
            .With("source", ": ID!", "source", ApiMessages.KeyOfNode)
            .With("target", ": ID!", "target", ApiMessages.KeyOfNode)
            .With("count", ": Int!", "count", ApiMessages.LinkCount);
        if (ontology.Tally is not null)
            link.With("first", ": Date", "first", ApiMessages.LinkDay).With("last", ": Date", "last", ApiMessages.LinkDay);
        document.Add("type", Cut, Answer)
            .With("node", ": ID!", "node", ApiMessages.KeyOfNode)
            .With("relationship", $": {NodeRefs.RelationshipName}!", "relationship")
            .With("direction", $": {SearchTypes.Direction}!", "direction")
            .With("shown", ": Int!", "shown", ApiMessages.CutShown)
            .With("total", ": Int!", "total", ApiMessages.CutTotal);
        if (ontology.Act is not { } act) return;
        document.Add("enum", Fold, Answer, ApiMessages.Fold)
            .AsStructure()
            .With("NONE", "", "NONE", ApiMessages.FoldNone)
            .With("ACTS", "", "ACTS", ApiMessages.FoldActs(act));
    }

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning) => new NeighbourhoodPlan(planning).Together();
}
