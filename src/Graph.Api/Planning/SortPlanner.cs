using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <summary>
/// <c>sort</c> becomes sort keys with a total order: the id is appended, and for relationships what tells parallel ones
/// apart.
/// </summary>
internal static class SortPlanner
{
    /// <summary>The order of a list of nodes.</summary>
    public static IReadOnlyList<SortKey> Nodes(EntityType type, PlannedObject arguments)
    {
        var keys = new List<SortKey>();
        foreach (var item in Items(arguments)) AddNode(keys, type, item);
        Complete(keys, new(Subject.Node, type.Id));
        return keys;
    }

    /// <summary>The order of a relationship's connection.</summary>
    public static IReadOnlyList<SortKey> Edges(EntityType owner, RelationshipField field, PlannedObject arguments)
    {
        var keys = new List<SortKey>();
        var set = field.Relationship.Properties;
        foreach (var item in Items(arguments))
        {
            foreach (var (part, value) in item.Fields)
            {
                if (value is not PlannedObject given) continue;
                if (part == "node") AddNode(keys, field.Target, given);
                else if (owner is not InterfaceType) AddProperties(keys, Subject.Edge, set!.Find, given);
                else if (given.TryGet(set!.Name, out var inner) && inner is PlannedObject keyed) AddProperties(keys, Subject.Edge, set.Find, keyed);
            }
        }

        Complete(keys, new(Subject.Node, field.Target.Id));
        foreach (var property in field.Relationship.Identifying) Complete(keys, new(Subject.Edge, property));
        return keys;
    }

    /// <summary>The objects of <c>sort</c>, in order.</summary>
    public static IEnumerable<PlannedObject> Items(PlannedObject arguments) =>
        arguments.TryGet("sort", out var sort) && sort is PlannedList list ? list.Items.OfType<PlannedObject>() : [];

    private static void AddNode(List<SortKey> keys, EntityType type, PlannedObject item)
    {
        foreach (var key in Node(type, item)) Add(keys, key);
    }

    private static IEnumerable<SortKey> Node(EntityType type, PlannedObject item)
    {
        foreach (var (name, value) in item.Fields)
        {
            if (type.FindRelationship(name) is { } one)
            {
                if (value is not PlannedObject inner) continue;
                foreach (var key in Node(one.Target, inner)) yield return new RelatedSort(one, key);
            }
            else if (Direction(value) is { } descending)
            {
                yield return type.FindProperty(name) is { } property
                    ? new PropertySort(new(Subject.Node, property), descending)
                    : new RelatedCountSort(type.Relationships.First(field => ApiNames.RelatedCount(field) == name), descending);
            }
        }
    }

    private static void AddProperties(List<SortKey> keys, Subject subject, Func<string, Property?> find, PlannedObject item)
    {
        foreach (var (name, value) in item.Fields)
            if (Direction(value) is { } descending) Add(keys, new PropertySort(new(subject, find(name)!), descending));
    }

    private static void Complete(List<SortKey> keys, PropertyRef property) => Add(keys, new PropertySort(property, false));

    /// <summary>A key that is there already decides nothing the second time.</summary>
    private static void Add(List<SortKey> keys, SortKey key)
    {
        if (!keys.Exists(other => Equals(Of(other), Of(key)))) keys.Add(key);
    }

    // The key whatever its direction.
    private static SortKey Of(SortKey key) => key is RelatedSort related ? new RelatedSort(related.Field, Of(related.Key)) : key with
    {
        Descending = false,
    };

    /// <summary>Whether the key descends; null when the direction is null, which is no key.</summary>
    public static bool? Direction(PlannedValue value) =>
        value is PlannedLeaf leaf && leaf.Source.TryGetConstant(out var name) ? (string?)name == "DESC" : null;
}
