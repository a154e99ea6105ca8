using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Search;

/// <summary>What a field of the connection answers.</summary>
internal enum SearchPart : byte
{
    Hits,
    PageInfo,
    TotalCount,
    Facets,
    Suggestions,
}

/// <summary>An object of the search's own types: what stands before each value, and what ends it.</summary>
/// <param name="Facts">The values, in the order of the selection.</param>
/// <param name="After">JSON that ends the object.</param>
internal sealed record SearchObject(IReadOnlyList<SearchValue> Facts, byte[] After);

/// <summary>A value of such an object.</summary>
/// <param name="Fact">What it is.</param>
/// <param name="Piece">Its key.</param>
/// <param name="Inner">The object of each item, where it is a list.</param>
/// <param name="Node">Which node of the row it is, and the shape of its row by the ordinal of its type.</param>
internal sealed record SearchValue(SearchFact Fact, Piece Piece, SearchObject? Inner = null, (int At, RowShape?[] ByType)? Node = null);

/// <summary>A field of the connection.</summary>
/// <param name="Part">What it answers.</param>
/// <param name="Piece">Its key.</param>
/// <param name="Item">The object of each item, where it is a list of such.</param>
/// <param name="PageInfo">For page information: its fields.</param>
internal sealed record SearchPiece(SearchPart Part, Piece Piece, SearchObject? Item = null, PageInfoShape? PageInfo = null);

/// <summary>The value of the field, as it is selected.</summary>
internal sealed class SearchShape
{
    /// <summary>The field.</summary>
    public required Piece Root { get; init; }

    /// <summary>Its fields, in the order of the selection.</summary>
    public required IReadOnlyList<SearchPiece> Pieces { get; init; }

    /// <summary>JSON that ends the value.</summary>
    public required byte[] After { get; init; }

    /// <summary>What is selected of nodes, as often as it is: for each type its columns.</summary>
    public required IReadOnlyList<IReadOnlyList<Selection>> Selections { get; init; }

    /// <summary>The types of the ontology, by ordinal.</summary>
    public required Ontology Ontology { get; init; }

    /// <summary>How cursors begin.</summary>
    public required CursorFormat Cursor { get; init; }

    /// <summary>The page.</summary>
    public required Page Page { get; init; }

    /// <summary>Hits, or where the page begins and ends, are asked for.</summary>
    public bool AsksForHits => AsksFor(SearchPart.Hits) || AsksFor(SearchPart.PageInfo);

    /// <summary>The properties in which words were found are asked for.</summary>
    public bool AsksForFields =>
        Pieces.Any(piece => piece.Part == SearchPart.Hits && piece.Item!.Facts.Any(value => value.Fact == SearchFact.Fields));

    /// <summary>A part is asked for.</summary>
    public bool AsksFor(SearchPart part) => Pieces.Any(piece => piece.Part == part);
}
