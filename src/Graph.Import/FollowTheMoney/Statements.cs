using System.Text;
using Graph.Import.Feeds;

namespace Graph.Import.FollowTheMoney;

/// <summary>
/// Entities put together from statements, each of which gives one value. Those of one entity may stand anywhere, so all are
/// held until the last is read.
/// </summary>
internal sealed class Statements
{
    private readonly Dictionary<string, Entity> entities = new(StringComparer.Ordinal);

    /// <summary>The entities.</summary>
    public IEnumerable<Entity> Entities => entities.Values;

    /// <summary>Reads a table of statements.</summary>
    public void Read(FeedFile file)
    {
        var header = new List<string>();
        if (!file.TryRead(out var first, isRow: false)) return;
        StatementReader.TryCells(Encoding.UTF8.GetString(first), header);
        int canonical = header.IndexOf("canonical_id"), property = header.IndexOf("prop"), schema = header.IndexOf("schema");
        int value = header.IndexOf("value"), dataset = header.IndexOf("dataset");
        var reader = new StatementReader(file);
        var cells = new List<string>();
        while (reader.TryRead(cells, out var text))
        {
            if (cells.Count != header.Count)
            {
                file.Reject($"{cells.Count} columns", reader.Line, 1, EntityMessages.StatementColumns(cells.Count, header.Count), text);
            }
            else if (cells[canonical].Length == 0) file.Reject("id", reader.Line, canonical + 1, EntityMessages.NoCanonicalId(), text);
            else if (Cell(cells, schema) is var kind && !Schemata.Has(kind))
                file.Reject("schema", reader.Line, Math.Max(schema, 0) + 1, EntityMessages.UnknownSchema(kind), text);
            else Add(cells[canonical], kind, Cell(cells, property), Cell(cells, value), Cell(cells, dataset), file, reader.Line, text);
        }
    }

    private static string Cell(List<string> cells, int place) => place < 0 ? "" : cells[place];

    private void Add(string id, string schema, string property, string value, string dataset, FeedFile file, int line, string text)
    {
        if (!entities.TryGetValue(id, out var entity))
        {
            entities[id] = entity = new() { Id = id, Schema = schema, Tally = file.Tally, Line = line, Source = text };
            file.Tally.Make("entities");
        }

        entity.Schema = Schemata.Closer(entity.Schema, schema);
        if (dataset.Length > 0 && !entity.Datasets.Contains(dataset, StringComparer.Ordinal)) entity.Datasets.Add(dataset);
        if (property != "id") entity.Add(property, value);
    }
}
