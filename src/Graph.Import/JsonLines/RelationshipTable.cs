using System.Text;
using System.Text.Json;
using Graph.Model.Ontologies;

namespace Graph.Import.JsonLines;

/// <summary>The relationship types of an ontology by UTF-8 name, and what they may connect.</summary>
internal sealed class RelationshipTable
{
    private readonly (byte[] Name, RelationshipType Type)[] types;
    private readonly bool[,,] pairs;

    public RelationshipTable(Ontology ontology)
    {
        types = [.. ontology.RelationshipTypes.Select(type => (Encoding.UTF8.GetBytes(type.Name), type))];
        pairs = new bool[types.Length, ontology.NodeTypes.Count, ontology.NodeTypes.Count];
        foreach (var type in ontology.RelationshipTypes)
            foreach (var (start, end) in type.Pairs) pairs[type.Ordinal, start.Ordinal, end.Ordinal] = true;
    }

    /// <summary>The type whose name the reader stands on, or null.</summary>
    public RelationshipType? Find(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) return null;
        foreach (var (name, type) in types)
            if (reader.ValueTextEquals(name)) return type;
        return null;
    }

    /// <summary>True where the type may lead from one to the other.</summary>
    public bool Connects(RelationshipType type, NodeType start, NodeType end) => pairs[type.Ordinal, start.Ordinal, end.Ordinal];
}
