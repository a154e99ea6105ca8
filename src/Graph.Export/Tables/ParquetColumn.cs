using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Parquet;
using Parquet.Schema;

namespace Graph.Export.Tables;

/// <summary>A column of the group that is kept.</summary>
internal abstract class ParquetColumn(Field field)
{
    public Field Field { get; } = field;

    /// <summary>A column of text.</summary>
    public static ParquetColumn Text(string name) => new OfText(name);

    /// <summary>The column of a property.</summary>
    public static ParquetColumn Of(string name, TableColumn column) => column switch
    {
        { IsList: true } => new OfText(name),
        { Form: ScalarKind.Int or ScalarKind.BigInt } => new OfValues<long>(new DataField(name, typeof(long), isNullable: true), cell => cell.Number),
        { Form: ScalarKind.Float } => new OfValues<double>(new DataField(name, typeof(double), isNullable: true), cell => cell.Double),
        { Form: ScalarKind.Boolean } => new OfValues<bool>(new DataField(name, typeof(bool), isNullable: true), cell => cell.Number != 0),
        { Form: ScalarKind.Date } => new OfValues<DateOnly>(new DataField(name, typeof(DateOnly), isNullable: true), cell => cell.Day),
        { Form: ScalarKind.DateTime } => new OfValues<DateTime>(
            new DateTimeDataField(name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Micros, isNullable: true),
            cell => cell.Instant.UtcDateTime),
        _ => new OfText(name),
    };

    /// <summary>Adds a text.</summary>
    public virtual void Add(string text) => throw new NotSupportedException();

    /// <summary>Adds a value.</summary>
    public abstract void Add(RecordBatch records, in Cell cell);

    /// <summary>Writes the values into a group, and forgets them.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter group, DataField stored);

    private sealed class OfText(string name) : ParquetColumn(new DataField(name, typeof(string), isNullable: true))
    {
        private readonly List<string?> values = [];

        public override void Add(string text) => values.Add(text);

        public override void Add(RecordBatch records, in Cell cell) =>
            values.Add(cell.Kind == CellKind.Null ? null : Encoding.UTF8.GetString(records.Utf8(cell)));

        public override async Task WriteAsync(ParquetRowGroupWriter group, DataField stored)
        {
            await group.WriteAsync(stored, (IReadOnlyCollection<string>)values!);
            values.Clear();
        }
    }

    private sealed class OfValues<T>(Field field, Func<Cell, T> value) : ParquetColumn(field)
        where T : struct
    {
        private readonly List<T?> values = [];

        public override void Add(RecordBatch records, in Cell cell) => values.Add(cell.Kind == CellKind.Null ? null : value(cell));

        public override async Task WriteAsync(ParquetRowGroupWriter group, DataField stored)
        {
            await group.WriteAsync<T>(stored, values.ToArray().AsMemory());
            values.Clear();
        }
    }
}
