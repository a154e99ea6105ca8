using Graph.Api.Sdl;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;

namespace Graph.Api.RootFields.Walks;

/// <summary>What names nodes and relationships of any type: the input <c>NodeRef</c>, and enums of the ontology's names.</summary>
internal static class NodeRefs
{
    /// <summary>The input that names a node.</summary>
    public const string Input = "NodeRef";

    /// <summary>The enum of node types and interfaces.</summary>
    public const string TypeName = "NodeTypeName";

    /// <summary>The enum of relationship types.</summary>
    public const string RelationshipName = "RelationshipName";

    /// <summary>Adds the input and the enums, where they are not there yet.</summary>
    public static void AddTo(SdlDocument document, Ontology ontology)
    {
        const string origin = "the API";
        if (document.Has(Input)) return;
        document.Add("input", Input, origin, ApiMessages.NodeRef).With("type", $": {TypeName}!", "type").With("id", ": ID!", "id");
        var types = document.Add("enum", TypeName, origin, ApiMessages.NodeTypeName).AsStructure();
        foreach (var type in ontology.Entities) types.With(type.Name, "", type.Name);
        var names = document.Add("enum", RelationshipName, origin, ApiMessages.RelationshipName).AsStructure();
        foreach (var type in ontology.RelationshipTypes) names.With(type.Name, "", type.Name);
    }

    /// <summary>The node that an argument names.</summary>
    public static NamedNode Named(RootPlanning planning, string argument, PlannedObject given) =>
        new(planning, argument, TypeOf(planning, given), NamedNode.Leaf(given, "id"));

    /// <summary>The type that an input names.</summary>
    public static EntityType TypeOf(RootPlanning planning, PlannedObject given) =>
        planning.Ontology.FindEntity((string)NamedNode.Leaf(given, "type").Source.Resolve(CoercedVariables.None)!)!;

    /// <summary>The relationship types that the argument <c>along</c> names.</summary>
    /// <param name="planning">The root field.</param>
    /// <param name="otherwise">Those where it is left out or null; null: all of them.</param>
    public static IReadOnlyList<RelationshipType> Along(RootPlanning planning, Func<RelationshipType, bool>? otherwise = null)
    {
        var all = planning.Ontology.RelationshipTypes;
        if (!planning.Field.Arguments.TryGet("along", out var value) || value is not PlannedLeaf { Source: var source })
            return otherwise is null ? all : [.. all.Where(otherwise)];
        var names = (IReadOnlyList<object?>)source.Resolve(CoercedVariables.None)!;
        return [.. all.Where(type => names.Contains(type.Name))];
    }
}
