using System.Text.Json;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Records;
using Graph.Model.Values;

namespace Graph.Api.Tests;

/// <summary>Reads a row given as JSON, and insists on the reading order that stores rely on: MoveNext before every value of a list.</summary>
internal ref struct JsonListReader : IValueReader
{
    private readonly Stack<IEnumerator<JsonElement>> open = [];
    private JsonElement? next;

    public JsonListReader(string row) => next = JsonElement.Parse(row);

    public readonly bool IsAtEnd => next is null && open.Count == 0;

    public bool ReadNull()
    {
        if (Peek().ValueKind != JsonValueKind.Null) return false;
        next = null;
        return true;
    }

    public void EnterList() => open.Push(Take().EnumerateArray().AsEnumerable().GetEnumerator());

    public bool MoveNext()
    {
        if (next is not null) throw new InvalidOperationException("The value before was not read.");
        if (open.Peek().MoveNext())
        {
            next = open.Peek().Current;
            return true;
        }

        open.Pop();
        return false;
    }

    public void LeaveList()
    {
        if (next is not null) throw new InvalidOperationException("The value before was not read.");
        open.Pop();
    }

    public void Skip() => Take();

    public long ReadInt64() => Take().GetInt64();

    public ValueFault? WriteScalar(ResponseBuffer output, ValueForm form)
    {
        output.WriteRaw(JsonSerializer.SerializeToUtf8Bytes(Take()));
        return null;
    }

    public void WriteExact(ResponseBuffer output, ScalarKind kind)
    {
        var isOther = kind == ScalarKind.Id && Peek().ValueKind is not (JsonValueKind.String or JsonValueKind.Null);
        if (isOther) output.WriteByte((byte)'[');
        WriteScalar(output, kind);
        if (isOther) output.WriteByte((byte)']');
    }

    public readonly ValueFault? ReadCell(RecordBatch batch, ValueForm form, out Cell cell) =>
        throw new NotSupportedException("Nothing that the API answers is read as records.");

    private readonly JsonElement Peek() => next ?? throw new InvalidOperationException("There is no value here.");

    private JsonElement Take()
    {
        var value = Peek();
        next = null;
        return value;
    }
}
