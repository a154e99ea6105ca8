using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Graph.GraphQL.Json;
using Graph.Model.Records;

namespace Graph.Model.Changes;

/// <summary>
/// The form of a packed chunk: a JSON list a line, compressed with zlib. A node is <c>[kind, scope, type, id, from, to]</c>; others have after the
/// id <c>other id, start type, end type, identity</c>. A state is null or <c>[values or null, sources or null]</c>.
/// </summary>
internal static class ChangeText
{
    private const int PlacesOfNode = 6;

    private const int PlacesOfOthers = 10;

    /// <summary>Writes a change.</summary>
    public static void Write(ResponseBuffer json, RecordChange change)
    {
        var record = change.Record;
        Begin(json, record.Kind, change.Scope, record.Type);
        json.WriteString(record.Start);
        if (record.Kind != RecordKind.Node)
        {
            foreach (var part in (string[])[record.End ?? "", record.StartType, record.EndType, record.Identity])
            {
                json.WriteByte((byte)',');
                json.WriteString(part);
            }
        }

        Write(json, change.From);
        Write(json, change.To);
        json.WriteRaw("]\n"u8);
    }

    /// <summary>Writes that a node of a batch was added.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="node">The node.</param>
    /// <param name="sources">Who asserts it.</param>
    /// <param name="hasValues">Its values are kept.</param>
    /// <param name="stamp">The import stamp, where the record has none.</param>
    public static void WriteAdded(ResponseBuffer json, RecordBatch batch, in NodeEntry node, string? sources, bool hasValues, in Cell stamp)
    {
        var cells = batch.Cells(node);
        Begin(json, RecordKind.Node, ChangeScope.Both, node.Type.Name);
        json.WriteUtf8String(batch.Utf8(cells[node.Type.Id.Ordinal]));
        BeginAdded(json);
        if (hasValues) JsonRecord.Values(json, batch, node.Type.Properties, cells, stamp);
        else json.WriteNull();
        EndAdded(json, sources);
    }

    /// <summary>Writes that a relationship of a batch was added.</summary>
    public static void WriteAdded(ResponseBuffer json, RecordBatch batch, in RelationshipEntry one, string identity, string? sources, bool hasValues)
    {
        Begin(json, RecordKind.Relationship, ChangeScope.Both, one.Type.Name);
        json.WriteUtf8String(batch.Utf8(one.Start));
        json.WriteByte((byte)',');
        json.WriteUtf8String(batch.Utf8(one.End));
        foreach (var part in (string[])[one.StartType.Name, one.EndType.Name, identity])
        {
            json.WriteByte((byte)',');
            json.WriteString(part);
        }

        BeginAdded(json);
        if (hasValues) JsonRecord.Values(json, batch, one.Type.Properties?.Properties ?? [], batch.Cells(one), Cell.Null);
        else json.WriteNull();
        EndAdded(json, sources);
    }

    /// <summary>Packs what was written.</summary>
    public static byte[] Pack(ResponseBuffer json)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            foreach (var part in json.Written) zip.Write(part.Span);
        return packed.ToArray();
    }

    /// <summary>Unpacks, as far as it is asked for.</summary>
    /// <param name="packed">The chunk.</param>
    /// <param name="skipped">So many changes are passed over, and not made objects of.</param>
    /// <exception cref="InvalidDataException">It is no chunk.</exception>
    public static IEnumerable<RecordChange> Read(ReadOnlyMemory<byte> packed, long skipped = 0)
    {
        using var lines = new StreamReader(new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress), Encoding.UTF8);
        while (lines.ReadLine() is { } line)
            if (skipped-- <= 0) yield return Parse(line);
    }

    private static void Begin(ResponseBuffer json, RecordKind kind, ChangeScope scope, string type)
    {
        json.WriteByte((byte)'[');
        json.WriteInt64((int)kind);
        json.WriteByte((byte)',');
        json.WriteInt64((int)scope);
        json.WriteByte((byte)',');
        json.WriteString(type);
        json.WriteByte((byte)',');
    }

    private static void BeginAdded(ResponseBuffer json) => json.WriteRaw(",null,["u8);

    private static void EndAdded(ResponseBuffer json, string? sources)
    {
        EndState(json, sources);
        json.WriteRaw("]\n"u8);
    }

    private static void Write(ResponseBuffer json, RecordState? state)
    {
        json.WriteByte((byte)',');
        if (state is null)
        {
            json.WriteNull();
            return;
        }

        json.WriteByte((byte)'[');
        if (state.Values is { } values) json.WriteRaw(Encoding.UTF8.GetBytes(values));
        else json.WriteNull();
        EndState(json, state.Sources);
    }

    private static void EndState(ResponseBuffer json, string? sources)
    {
        json.WriteByte((byte)',');
        if (sources is null) json.WriteNull();
        else json.WriteString(sources);
        json.WriteByte((byte)']');
    }

    private static RecordChange Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var all = json.RootElement;
            var kind = (RecordKind)all[0].GetInt32();
            var places = kind == RecordKind.Node ? PlacesOfNode : PlacesOfOthers;
            var record = new ChangedRecord(kind, all[2].GetString()!, all[3].GetString()!);
            if (kind != RecordKind.Node)
                record = record with
                {
                    End = all[4].GetString(),
                    StartType = all[5].GetString()!,
                    EndType = all[6].GetString()!,
                    Identity = all[7].GetString()!,
                };
            return new(record, State(all[places - 2]), State(all[places - 1]), (ChangeScope)all[1].GetInt32());
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or IndexOutOfRangeException or FormatException)
        {
            throw new InvalidDataException("A kept change cannot be read.", fault);
        }
    }

    private static RecordState? State(JsonElement state) => state.ValueKind == JsonValueKind.Null
        ? null
        : new(state[0].ValueKind == JsonValueKind.Null ? null : state[0].GetRawText(), state[1].GetString());
}
