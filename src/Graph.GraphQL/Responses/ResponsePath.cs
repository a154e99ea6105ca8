namespace Graph.GraphQL.Responses;

/// <summary>A place in the result, linked from the inside to the outside, so that only errors pay for writing it out.</summary>
internal sealed class ResponsePath
{
    private readonly ResponsePath? parent;
    private readonly string? key;
    private readonly int index;

    public ResponsePath(ResponsePath? parent, string key)
    {
        this.parent = parent;
        this.key = key;
    }

    public ResponsePath(ResponsePath? parent, int index)
    {
        this.parent = parent;
        this.index = index;
    }

    /// <summary>Response keys and list positions from the root to this place.</summary>
    public IReadOnlyList<object> ToList()
    {
        var length = 0;
        for (var at = this; at is not null; at = at.parent) length++;
        var list = new object[length];
        for (var at = this; at is not null; at = at.parent) list[--length] = at.key ?? (object)at.index;
        return list;
    }
}
