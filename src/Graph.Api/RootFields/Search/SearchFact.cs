namespace Graph.Api.RootFields.Search;

/// <summary>What a field of a hit, a field found, a range or a facet answers.</summary>
internal enum SearchFact : byte
{
    Cursor,
    Type,
    Id,
    Caption,
    Score,
    Fields,
    Node,
    Name,
    Snippet,
    Ranges,
    Start,
    End,
    Count,
}
