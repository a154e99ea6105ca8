using System.Text;
using Graph.Model.Values;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Graph.Stores.Sqlite.Database;

/// <summary>A prepared statement. Parameters are counted from 1, columns from 0.</summary>
internal sealed class Statement(Connection connection, sqlite3_stmt handle) : IDisposable
{
    public void BindNull(int index) => Check(sqlite3_bind_null(handle, index));

    public void Bind(int index, long value) => Check(sqlite3_bind_int64(handle, index, value));

    public void Bind(int index, double value) => Check(sqlite3_bind_double(handle, index, value));

    /// <summary>Binds UTF-8 text, which is copied.</summary>
    public void Bind(int index, ReadOnlySpan<byte> utf8) => Check(sqlite3_bind_text(handle, index, utf8.IsEmpty ? Empty : utf8));

    /// <summary>Binds bytes, which are copied.</summary>
    public void BindBytes(int index, ReadOnlySpan<byte> bytes) => Check(sqlite3_bind_blob(handle, index, bytes));

    /// <summary>Binds text, or null.</summary>
    public void BindText(int index, string? text)
    {
        if (text is null) BindNull(index);
        else Bind(index, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The text of a column, or null.</summary>
    public string? Text(int column) => IsNull(column) ? null : Encoding.UTF8.GetString(Utf8(column));

    /// <summary>Binds a day as the text that columns keep.</summary>
    public void Bind(int index, DateOnly day)
    {
        Span<byte> text = stackalloc byte[TimeText.DateLength];
        TimeText.Write(day, text);
        Bind(index, text);
    }

    /// <summary>Binds an instant as the text that columns keep.</summary>
    public void Bind(int index, DateTimeOffset instant)
    {
        Span<byte> text = stackalloc byte[TimeText.DateTimeLength];
        TimeText.Write(instant, text);
        Bind(index, text);
    }

    /// <summary>Moves to the next row; false when there is none.</summary>
    public bool Step() => sqlite3_step(handle) switch
    {
        SQLITE_ROW => true,
        SQLITE_DONE => false,
        var result => throw connection.Fault(result),
    };

    /// <summary>Runs a statement that changes one row, none, or is refused because a value must be unique; makes it ready again.</summary>
    public Outcome TryChange()
    {
        var result = sqlite3_step(handle);
        switch (result)
        {
            case SQLITE_DONE:
                sqlite3_reset(handle);
                return connection.Changes > 0 ? Outcome.Changed : Outcome.Nothing;
            case SQLITE_CONSTRAINT_UNIQUE:
                connection.RememberOffence();
                sqlite3_reset(handle);
                return Outcome.NotUnique;
            default:
                var fault = connection.Fault(result);
                sqlite3_reset(handle);
                throw fault;
        }
    }

    /// <summary>Runs a statement that answers nothing and makes it ready again.</summary>
    public void Run()
    {
        var result = sqlite3_step(handle);
        if (result is not (SQLITE_DONE or SQLITE_ROW))
        {
            var fault = connection.Fault(result);
            sqlite3_reset(handle);
            throw fault;
        }

        sqlite3_reset(handle);
    }

    /// <summary>Ends the run; bound values stay.</summary>
    public void Reset() => sqlite3_reset(handle);

    /// <summary>How many columns a row has.</summary>
    public int Columns => sqlite3_column_count(handle);

    public bool IsNull(int column) => sqlite3_column_type(handle, column) == SQLITE_NULL;

    public long Int64(int column) => sqlite3_column_int64(handle, column);

    public double Double(int column) => sqlite3_column_double(handle, column);

    /// <summary>Text or bytes of a column, valid until the next step.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => sqlite3_column_blob(handle, column);

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    // A span over nothing would bind null.
    private static ReadOnlySpan<byte> Empty => new byte[1].AsSpan(0, 0);

    private void Check(int result)
    {
        if (result != SQLITE_OK) throw connection.Fault(result);
    }
}
