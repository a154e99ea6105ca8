using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>
/// What rows are ordered by. Missing values are the greatest: last when ascending, first when descending. Text is
/// ordered by Unicode code point.
/// </summary>
/// <param name="Descending">Greatest first.</param>
public abstract record SortKey(bool Descending)
{
    /// <summary>The kind of its values.</summary>
    public ScalarKind Kind => this switch
    {
        PropertySort { Property.Property.Kind: var kind } => kind,
        RelatedSort { Key.Kind: var kind } => kind,
        _ => ScalarKind.Int,
    };

    /// <summary>A row may have no value.</summary>
    public bool MayBeMissing => this is RelatedSort or PropertySort { Property.Property.IsRequired: false };
}

/// <summary>By a property of the node or the relationship at hand.</summary>
/// <param name="Property">The property.</param>
/// <param name="Descending">Greatest first.</param>
public sealed record PropertySort(PropertyRef Property, bool Descending) : SortKey(Descending);

/// <summary>By the number of distinct related nodes.</summary>
/// <param name="Field">The relationship followed from the node at hand.</param>
/// <param name="Descending">Greatest first.</param>
public sealed record RelatedCountSort(RelationshipField Field, bool Descending) : SortKey(Descending);
