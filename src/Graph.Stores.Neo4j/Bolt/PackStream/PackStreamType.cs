namespace Graph.Stores.Neo4j.Bolt.PackStream;

/// <summary>What kind of value stands next in a PackStream.</summary>
internal enum PackStreamType
{
    Null,
    Boolean,
    Integer,
    Float,
    Bytes,
    String,
    List,
    Map,
    Structure,
}
