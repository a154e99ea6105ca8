using System.Diagnostics;
using System.Text;
using Graph.Model.Records;
using Graph.Model.Values;

namespace Graph.Import.Values;

/// <summary>Values of a dossier as cells of a batch.</summary>
internal static class ValueCells
{
    /// <summary>One cell a value, in the same order.</summary>
    public static Cell[] Of(RecordBatch batch, IReadOnlyList<object?> values) => [.. values.Select(value => Of(batch, value))];

    private static Cell Of(RecordBatch batch, object? value) => value switch
    {
        null => Cell.Null,
        string text => batch.AddText(text),
        long number => Cell.Of(number),
        double number => Cell.Of(number),
        bool truth => Cell.Of(truth),
        DateOnly day => Cell.Of(day),
        DateTimeOffset instant => Cell.Of(instant),
        List<object> list => OfList(batch, list),
        _ => throw new UnreachableException($"A {value.GetType().Name} is no value of a record."),
    };

    private static Cell OfList(RecordBatch batch, List<object> list)
    {
        var json = new ListJson();
        foreach (var item in list)
        {
            switch (item)
            {
                case string text: json.Text(Encoding.UTF8.GetBytes(text)); break;
                case DateOnly day: json.Day(day); break;
                case DateTimeOffset instant: json.Instant(instant); break;
                case bool truth: json.Truth(truth); break;
                case long number: json.Number(number); break;
                case double number: json.Number(number); break;
            }
        }

        return batch.AddText(json.Close(), CellKind.List);
    }
}
