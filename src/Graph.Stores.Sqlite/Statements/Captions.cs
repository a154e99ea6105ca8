using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>What people know nodes by: see <see cref="EntityType.Caption"/>.</summary>
internal static class Captions
{
    /// <summary>The caption of the node at hand, by its own type.</summary>
    public static string Of(Place place)
    {
        var types = place.Type.ConcreteTypes;
        var captions = types.Select(type => place.Read(new(Subject.Node, type.Caption))).ToList();
        if (captions.Distinct().Count() == 1) return captions[0];
        var cases = types.Zip(captions, (type, caption) => $"WHEN '{type.Name}' THEN {caption}");
        return $"CASE {place.Node}.\"{Tables.Family.TypeColumn}\" {string.Join(' ', cases)} END";
    }
}
