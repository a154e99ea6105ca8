using System.Text;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Values;

namespace Graph.Stores.Tests;

/// <summary>Walks rows by the shape of what was selected, as the API does, and keeps each as compact JSON.</summary>
internal sealed class RowTexts(object shape) : IRowConsumer
{
    public List<string> Rows { get; } = [];

    /// <summary>Called before each row.</summary>
    public Action? OnRow { get; init; }

    public void Take<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        OnRow?.Invoke();
        using var output = new ResponseBuffer();
        Write(ref row, output, shape);
        Rows.Add(Encoding.UTF8.GetString(output.WrittenSpan));
    }

    private static void Write<TReader>(ref TReader row, ResponseBuffer output, object shape)
        where TReader : IValueReader, allows ref struct
    {
        if (shape is Selection selection) WriteRow(ref row, output, selection);
        else WriteConnection(ref row, output, (ConnectionSelection)shape);
    }

    private static void WriteRow<TReader>(ref TReader row, ResponseBuffer output, Selection selection)
        where TReader : IValueReader, allows ref struct
    {
        row.EnterList();
        output.WriteByte((byte)'[');
        for (var i = 0; i < selection.Columns.Count; i++)
        {
            if (i > 0) output.WriteByte((byte)',');
            Assert.True(row.MoveNext());
            WriteColumn(ref row, output, selection.Columns[i]);
        }

        Assert.False(row.MoveNext());
        output.WriteByte((byte)']');
    }

    private static void WriteColumn<TReader>(ref TReader row, ResponseBuffer output, Column column)
        where TReader : IValueReader, allows ref struct
    {
        if (column is PropertyColumn property)
        {
            Write(row.WriteScalar(output, property.Property.Property.Form), output);
            return;
        }

        if (column is RelatedKeyColumn key)
        {
            Write(row.WriteScalar(output, new ValueForm(key.Key.Kind, false, null)), output);
            return;
        }

        if (row.ReadNull())
        {
            output.WriteNull();
            return;
        }

        switch (column)
        {
            case TypeColumn or RelatedCountColumn:
                output.WriteInt64(row.ReadInt64());
                break;
            case MergedFromColumn merged:
                WriteRows(ref row, output,
                    new([.. merged.Parts.Select(Column (_) => new PropertyColumn(new(Subject.Node, Ontology.Shipped.NodeTypes[0].Caption)))]));
                break;
            case RelatedListColumn list:
                WriteRows(ref row, output, list.Selection);
                break;
            case RelatedOneColumn one:
                WriteRow(ref row, output, one.Selection);
                break;
            case RelatedConnectionColumn connection:
                WriteConnection(ref row, output, connection.Connection);
                break;
        }
    }

    private static void WriteRows<TReader>(ref TReader row, ResponseBuffer output, Selection selection)
        where TReader : IValueReader, allows ref struct
    {
        row.EnterList();
        output.WriteByte((byte)'[');
        for (var isFirst = true; row.MoveNext(); isFirst = false)
        {
            if (!isFirst) output.WriteByte((byte)',');
            WriteRow(ref row, output, selection);
        }

        output.WriteByte((byte)']');
    }

    private static void WriteConnection<TReader>(ref TReader row, ResponseBuffer output, ConnectionSelection connection)
        where TReader : IValueReader, allows ref struct
    {
        row.EnterList();
        output.WriteByte((byte)'[');
        Assert.True(row.MoveNext());
        if (connection.Edges is { } edges) WriteRows(ref row, output, edges.Selection);
        else WriteNull(ref row, output);
        output.WriteByte((byte)',');
        Assert.True(row.MoveNext());
        if (connection.TotalCount) output.WriteInt64(row.ReadInt64());
        else WriteNull(ref row, output);
        output.WriteByte((byte)',');
        Assert.True(row.MoveNext());
        if (connection.Aggregates.Count > 0) WriteAggregates(ref row, output, connection.Aggregates);
        else WriteNull(ref row, output);
        Assert.False(row.MoveNext());
        output.WriteByte((byte)']');
    }

    private static void WriteAggregates<TReader>(ref TReader row, ResponseBuffer output, IReadOnlyList<AggregateTerm> terms)
        where TReader : IValueReader, allows ref struct
    {
        row.EnterList();
        output.WriteByte((byte)'[');
        for (var i = 0; i < terms.Count; i++)
        {
            if (i > 0) output.WriteByte((byte)',');
            Assert.True(row.MoveNext());
            Write(row.WriteScalar(output, KindOf(terms[i])), output);
        }

        Assert.False(row.MoveNext());
        output.WriteByte((byte)']');
    }

    private static ScalarKind KindOf(AggregateTerm term) => term.Function switch
    {
        AggregateFunction.Min or AggregateFunction.Max or AggregateFunction.Sum => term.Of!.Property.Kind,
        AggregateFunction.Average or AggregateFunction.AverageLength => ScalarKind.Float,
        AggregateFunction.Shortest or AggregateFunction.Longest => ScalarKind.String,
        _ => ScalarKind.Int,
    };

    // A value that is not of its form is shown as what was found, with its place in a list.
    private static void Write(ValueFault? fault, ResponseBuffer output)
    {
        if (fault is not null) output.WriteString($"fault{(fault.Index is { } index ? $" at {index}" : "")}: {fault.Found}");
    }

    private static void WriteNull<TReader>(ref TReader row, ResponseBuffer output)
        where TReader : IValueReader, allows ref struct
    {
        Assert.True(row.ReadNull());
        output.WriteNull();
    }
}
