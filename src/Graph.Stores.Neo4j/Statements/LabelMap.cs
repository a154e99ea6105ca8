using System.Globalization;
using Graph.Model.Ontologies;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>Which labels tell the types of an ontology apart.</summary>
internal sealed class LabelMap
{
    private readonly Ontology ontology;
    private readonly Dictionary<EntityType, string> expressions = [];

    public LabelMap(Ontology ontology)
    {
        this.ontology = ontology;
        foreach (var type in ontology.NodeTypes) expressions[type] = OfNodeType(type);
        foreach (var type in ontology.Interfaces) expressions[type] = OfInterface(type);
    }

    /// <summary>The label expression that holds for the nodes of a type and for no other.</summary>
    public string Of(EntityType type) => expressions[type];

    /// <summary>The label expression that holds for the nodes of any of the types.</summary>
    public string Of(IReadOnlyList<NodeType> types) => ontology.FindInterfaceOver(types) is { } whole ? Of(whole) : Join(types);

    /// <summary>The one label that all nodes of a type have and no other node has, or null.</summary>
    public string? Single(EntityType type) => SharedLabel(type.ConcreteTypes, type.Name);

    /// <summary>
    /// An expression for the place in the ontology of the type that a node is of, among some; -1 for a node of none of them, which a database of
    /// other origin may have.
    /// </summary>
    public string OrdinalOf(string node, IReadOnlyList<NodeType> types) => $"CASE {string.Join(
        ' ', types.Select(type => $"WHEN {node}:{Of(type)} THEN {type.Ordinal.ToString(CultureInfo.InvariantCulture)}"))} ELSE -1 END";

    /// <summary>The labels that new nodes of a type get, as <c>:Person:Actor</c>.</summary>
    public static string ForCreation(NodeType type) => string.Concat(type.Labels.Select(label => ":" + Identifiers.Escape(label)));

    private string OfInterface(InterfaceType type) =>
        SharedLabel(type.Implementations, type.Name) is { } label ? Identifiers.Escape(label) : Join(type.Implementations);

    private string OfNodeType(NodeType type)
    {
        if (SharedLabel([type], type.Name) is { } label) return Identifiers.Escape(label);
        var absent = ontology.NodeTypes
            .Where(other => other != type && type.Labels.All(other.Labels.Contains))
            .SelectMany(other => other.Labels.Except(type.Labels, StringComparer.Ordinal).Take(1))
            .Distinct(StringComparer.Ordinal)
            .Select(other => "!" + Identifiers.Escape(other));
        return string.Join('&', type.Labels.Select(Identifiers.Escape).Concat(absent));
    }

    private string Join(IReadOnlyList<NodeType> types) =>
        string.Join('|', types.Select(type => Of(type) is var one && one.Contains('&', StringComparison.Ordinal) ? $"({one})" : one));

    private string? SharedLabel(IReadOnlyList<NodeType> types, string preferred)
    {
        if (types.Count == 0) return null;
        var owned = types[0].Labels.Where(label => ontology.NodeTypes.All(type => type.Labels.Contains(label) == types.Contains(type))).ToList();
        return owned.Contains(preferred) ? preferred : owned.FirstOrDefault();
    }
}
