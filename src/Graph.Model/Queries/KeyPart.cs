using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>What there is of a key.</summary>
public enum KeyPart
{
    /// <summary>The value; of a stretch of time its first day, of a related node its caption.</summary>
    Value,

    /// <summary>The id of a related node.</summary>
    Id,

    /// <summary>The <see cref="NodeType.Ordinal"/> of a related node's concrete type.</summary>
    Type,
}
