using Graph.Model.Ontologies;
using Graph.Model.Text;

namespace Graph.Api.RootFields.Walks;

/// <summary>What people know a node by.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its id.</param>
/// <param name="Caption">Its type's first text that is always there, or else the id.</param>
/// <param name="Degree">The number of its relationships, where it was asked for; otherwise 0.</param>
internal sealed record NodeName(NodeType Type, string Id, string Caption, long Degree)
{
    /// <summary>Type and id, as ids are unique only within a type.</summary>
    public string Key { get; } = $"{Type.Name}:{Id}";

    /// <summary>By id, then by type.</summary>
    public static int Compare(NodeName one, NodeName other) => CodePointOrder.Instance.Compare(one.Id, other.Id) is var byId and not 0
        ? byId
        : string.CompareOrdinal(one.Type.Name, other.Type.Name);
}
