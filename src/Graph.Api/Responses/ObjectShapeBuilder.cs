using System.Text;

namespace Graph.Api.Responses;

/// <summary>Puts an object's shape together: keys and constants become the bytes between the values.</summary>
internal sealed class ObjectShapeBuilder
{
    private readonly List<Piece> pieces = [];
    private readonly StringBuilder pending = new("{");
    private bool any;
    private bool isFirst;

    /// <summary>Adds a field whose value never changes.</summary>
    /// <param name="key">The response key.</param>
    /// <param name="json">The value.</param>
    public void AddConstant(string key, string json) => Append(key).Append(json);

    /// <summary>Adds a field; <paramref name="make"/> is given what stands before its value.</summary>
    public void Add(string key, Func<byte[], Piece> make) => pieces.Add(make(Key(key)));

    /// <summary>Passes a column over.</summary>
    public void Skip() => pieces.Add(Piece.Skip);

    /// <summary>What stands before the value of the next field.</summary>
    public byte[] Key(string key)
    {
        Append(key);
        return Take();
    }

    /// <summary>Begins a field whose value is a list of objects, as many in every run, whose fields are added like the object's own.</summary>
    /// <param name="key">The response key.</param>
    public void BeginObjects(string key)
    {
        Append(key).Append('[');
        any = false;
        isFirst = true;
    }

    /// <summary>Begins the next object of the list.</summary>
    public void NextObject()
    {
        pending.Append(isFirst ? "{" : "},{");
        (isFirst, any) = (false, false);
    }

    /// <summary>Ends the list, which has an object at least.</summary>
    public void EndObjects()
    {
        pending.Append("}]");
        any = true;
    }

    /// <summary>The object.</summary>
    public ObjectShape Build() => new([.. pieces], End());

    /// <summary>What ends the object.</summary>
    public byte[] End()
    {
        pending.Append('}');
        return Take();
    }

    private StringBuilder Append(string key)
    {
        if (any) pending.Append(',');
        any = true;
        return pending.Append('"').Append(key).Append("\":");
    }

    private byte[] Take()
    {
        var bytes = Encoding.UTF8.GetBytes(pending.ToString());
        pending.Clear();
        return bytes;
    }
}
