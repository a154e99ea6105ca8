using Graph.Model.Ontologies;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>What people know nodes by: see <see cref="EntityType.Caption"/>.</summary>
internal static class Captions
{
    /// <summary>The caption of the node at hand, by its own type.</summary>
    public static string Of(Place place, LabelMap labels)
    {
        var types = place.Type.ConcreteTypes;
        var captions = types.Select(type => Identifiers.Property(place.Node, type.Caption)).ToList();
        if (captions.Distinct().Count() == 1) return captions[0];
        var cases = types.Zip(captions, (type, caption) => $"WHEN {place.Node}:{labels.Of(type)} THEN {caption}");
        return $"CASE {string.Join(' ', cases)} END";
    }
}
