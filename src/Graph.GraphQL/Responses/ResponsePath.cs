namespace Graph.GraphQL.Responses;

/// <summary>A place in the result, linked from the inside to the outside, so that only errors pay for writing it out.</summary>
internal sealed class ResponsePath
{
    private readonly ResponsePath? _parent;
    private readonly string? _key;
    private readonly int _index;

    public ResponsePath(ResponsePath? parent, string key)
    {
        _parent = parent;
        _key = key;
    }

    public ResponsePath(ResponsePath? parent, int index)
    {
        _parent = parent;
        _index = index;
    }

    /// <summary>Response keys and list positions from the root to this place.</summary>
    public IReadOnlyList<object> ToList()
    {
        var length = 0;
        for (var at = this; at is not null; at = at._parent) length++;
        var list = new object[length];
        for (var at = this; at is not null; at = at._parent) list[--length] = at._key ?? (object)at._index;
        return list;
    }
}
