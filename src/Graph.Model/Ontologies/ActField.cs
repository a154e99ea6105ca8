namespace Graph.Model.Ontologies;

/// <summary>A field that <c>@act</c> or <c>@excerpt</c> names.</summary>
/// <param name="Property">The property; null of a relationship.</param>
/// <param name="Target">What the relationship leads to; null of a property.</param>
/// <param name="IsList">Leads to many, or holds a list.</param>
internal sealed record ActField(Property? Property, EntityType? Target, bool IsList)
{
    /// <summary>What it is, in words.</summary>
    public string Description => Property is null ? Relationship(IsList) : $"a property of type {Property.TypeText}";

    /// <summary>A relationship, in words.</summary>
    public static string Relationship(bool isList) => isList ? "a relationship to a list of nodes" : "a relationship to one node or none";
}
