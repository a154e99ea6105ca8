using Graph.Model.Search;
using Graph.Model.Values;

namespace Graph.Model.Ontologies;

/// <summary>A property of a node type, an interface, or a set of relationship properties.</summary>
public sealed class Property
{
    /// <summary>The name in the ontology, the API and both stores.</summary>
    public required string Name { get; init; }

    /// <summary>What the property says, from the ontology; null when it says nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The kind of value, or of each item where <see cref="IsList"/>.</summary>
    public required ScalarKind Kind { get; init; }

    /// <summary>The names allowed, where <see cref="Kind"/> is <see cref="ScalarKind.Enum"/>.</summary>
    public EnumType? Enum { get; init; }

    /// <summary>Every record has a value. A required list may be empty.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The value is a list, whose items are never null.</summary>
    public bool IsList { get; init; }

    /// <summary>No two nodes of the type (and of its interfaces that declare it so) share a value.</summary>
    public bool IsUnique { get; init; }

    /// <summary>Both stores keep an ordered index.</summary>
    public bool IsIndexed { get; init; }

    /// <summary>What it is to a search; null where its words are not found.</summary>
    public SearchRole? SearchAs { get; init; }

    /// <summary>Its words are found by a search.</summary>
    public bool IsSearchable => SearchAs is not null;

    /// <summary>Part of a relationship's identity, together with its type and ends.</summary>
    public bool IsIdentifying { get; init; }

    /// <summary>The numbers that it, or each item where <see cref="IsList"/>, may hold; null where every number of its kind may stand.</summary>
    public ValueRange? Range { get; init; }

    /// <summary>How a long text is told to others than those who keep the graph; null of all that is told as it is.</summary>
    public Excerpt? Excerpt { get; internal set; }

    /// <summary>The place among the properties of its owner, from 0: the index of its cell in a record.</summary>
    public int Ordinal { get; internal set; }

    /// <summary>
    /// Set by the store when a node is first stored and never by a later import: the convention is
    /// a <c>DateTime</c> property named <c>importedAt</c>. A record need not carry it.
    /// </summary>
    public bool IsImportStamp => Name == "importedAt" && Kind == ScalarKind.DateTime && !IsList;

    /// <summary>The type as GraphQL writes it, such as <c>[String!]!</c>.</summary>
    public string TypeText
    {
        get
        {
            var named = Enum?.Name ?? (Kind == ScalarKind.Id ? "ID" : Kind.ToString());
            var body = IsList ? $"[{named}!]" : named;
            return IsRequired ? body + "!" : body;
        }
    }

    /// <summary>What its values are.</summary>
    public ValueForm Form => new(Kind, IsList, Enum);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {TypeText}";
}
