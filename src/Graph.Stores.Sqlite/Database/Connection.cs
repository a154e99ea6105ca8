using System.Text;
using Graph.Model.Stores;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Graph.Stores.Sqlite.Database;

/// <summary>
/// One connection to a file: the only place, with <see cref="Statement"/>, that calls SQLite. Statements are prepared once and kept.
/// Used by one thread at a time, but for <see cref="Interrupt"/>.
/// </summary>
internal sealed class Connection : IDisposable
{
    /// <summary>
    /// Statements kept ready; those that were asked for longest ago are let go first, so that none goes which waits for what another finds for
    /// it. A dashboard has a few dozen.
    /// </summary>
    private const int StatementsKept = 256;

    /// <summary>How many steps of its machine SQLite runs between two looks at whether it is to stop: about a millisecond.</summary>
    private const int StepsBetweenLooks = 100_000;

    /// <summary>Pages copied between two looks at whether to stop: 16 MB.</summary>
    private const int PagesAtOnce = 4_096;

    private readonly Dictionary<string, LinkedListNode<(string Sql, Statement Statement)>> statements = new(StatementTexts.Alike);
    private readonly LinkedList<(string Sql, Statement Statement)> order = [];
    private readonly List<Statement> held = [];
    private readonly sqlite3 handle;
    private volatile bool isStopped;

    static Connection() => Batteries_V2.Init();

    private Connection(sqlite3 handle, string path)
    {
        this.handle = handle;
        Path = path;
        sqlite3_progress_handler(handle, StepsBetweenLooks, _ => isStopped ? 1 : 0, null);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The rows that the last statement inserted, updated or deleted.</summary>
    public int Changes => sqlite3_changes(handle);

    /// <summary>What SQLite said last.</summary>
    public string LastWords => sqlite3_errmsg(handle).utf8_to_string();

    /// <summary>The column whose value had to be unique, after <see cref="Outcome.NotUnique"/>.</summary>
    public string OffendingColumn { get; private set; } = "";

    /// <summary>Opens a file.</summary>
    public static Connection Open(string path, OpenMode mode)
    {
        var flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | mode switch
        {
            OpenMode.Read or OpenMode.ReadFixed => SQLITE_OPEN_READONLY,
            OpenMode.Write => SQLITE_OPEN_READWRITE,
            _ => SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
        };
        var uri = new StringBuilder("file:");
        foreach (var code in Encoding.UTF8.GetBytes(System.IO.Path.GetFullPath(path)))
        {
            if (char.IsAsciiLetterOrDigit((char)code) || code is (byte)'/' or (byte)'-' or (byte)'_' or (byte)'.') uri.Append((char)code);
            else uri.Append('%').Append(code.ToString("X2"));
        }

        if (mode == OpenMode.ReadFixed) uri.Append("?immutable=1");
        var result = sqlite3_open_v2(uri.ToString(), out var handle, flags, null);
        if (result != SQLITE_OK)
        {
            handle?.Dispose();
            throw Faults.Of(result, null, path);
        }

        var connection = new Connection(handle, path);
        sqlite3_extended_result_codes(handle, 1);

        // Else a statement with LIMIT ? is planned anew each time it is bound, which costs more than a small page does.
        sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
        Functions.AddTo(handle);
        return connection;
    }

    /// <summary>
    /// Gives statements a function of a text and two whole numbers that answers a text. It may ask this connection, and sees what the
    /// statement sees that calls it. It is called where a row needs it, and not ahead as functions are of which SQLite knows that they always
    /// answer the same.
    /// </summary>
    public void AddFunction(string name, Func<string, int, int, string> function) => AddFunction(name, 3, (context, arguments) =>
        sqlite3_result_text(context, function(Text(arguments[0]), sqlite3_value_int(arguments[1]), sqlite3_value_int(arguments[2]))));

    /// <summary>The same of a text and a whole number, that answers a whole number or null.</summary>
    public void AddFunction(string name, Func<string, int, int?> function) => AddFunction(name, 2, (context, arguments) =>
    {
        if (function(Text(arguments[0]), sqlite3_value_int(arguments[1])) is { } number) sqlite3_result_int(context, number);
        else sqlite3_result_null(context);
    });

    private void AddFunction(string name, int count, Action<sqlite3_context, sqlite3_value[]> answer) =>
        sqlite3_create_function(handle, name, count, 0, null, (context, _, arguments) =>
        {
            try
            {
                answer(context, arguments);
            }
            catch (StoreException) when (sqlite3_errcode(handle) is not (SQLITE_OK or SQLITE_ROW or SQLITE_DONE))
            {
                sqlite3_result_error_code(context, sqlite3_extended_errcode(handle)); // What went wrong with what the function asked.
            }
            catch (OperationCanceledException)
            {
                sqlite3_result_error_code(context, SQLITE_INTERRUPT);
            }
            catch (Exception fault)
            {
                sqlite3_result_error(context, fault.Message); // Through SQLite no exception may pass.
            }
        });

    /// <summary>Runs statements that answer nothing.</summary>
    public void Execute(string sql)
    {
        var result = sqlite3_exec(handle, sql);
        if (result != SQLITE_OK) throw Fault(result);
    }

    /// <summary>Prepares a statement, or gives the one that is ready.</summary>
    public Statement Prepare(string sql)
    {
        if (statements.TryGetValue(sql, out var known))
        {
            order.Remove(known);
            order.AddLast(known);
            return known.Value.Statement;
        }

        if (order is { Count: >= StatementsKept, First.Value: var oldest })
        {
            oldest.Statement.Dispose();
            statements.Remove(oldest.Sql);
            order.RemoveFirst();
        }

        var statement = Make(sql);
        statements.Add(sql, order.AddLast((sql, statement)));
        return statement;
    }

    /// <summary>Prepares a statement that its user holds on to for as long as the connection is open.</summary>
    public Statement Hold(string sql)
    {
        held.Add(Make(sql));
        return held[^1];
    }

    /// <summary>The first value of the first row as a whole number; null for no row or no value.</summary>
    public long? Number(string sql)
    {
        var statement = Prepare(sql);
        try
        {
            return statement.Step() && !statement.IsNull(0) ? statement.Int64(0) : null;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>A column of every row as text.</summary>
    public IReadOnlyList<string> Texts(string sql, int column = 0)
    {
        var statement = Prepare(sql);
        var found = new List<string>();
        try
        {
            while (statement.Step()) found.Add(Encoding.UTF8.GetString(statement.Utf8(column)));
            return found;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>
    /// Copies the whole database into another, which holds either what it held or all of it. What others write meanwhile is not
    /// in the copy.
    /// </summary>
    public void CopyTo(Connection target, CancellationToken cancellationToken)
    {
        Execute("BEGIN");
        try
        {
            Number("SELECT count(*) FROM sqlite_schema"); // From here on this connection sees one state.
            using var backup = sqlite3_backup_init(target.handle, "main", handle, "main");
            if (backup is not { IsInvalid: false }) throw target.Fault(sqlite3_errcode(target.handle));
            var result = SQLITE_OK;
            while (result == SQLITE_OK)
            {
                cancellationToken.ThrowIfCancellationRequested();
                result = sqlite3_backup_step(backup, PagesAtOnce);
            }

            if (result != SQLITE_DONE) throw Faults.Of(result, target.LastWords, target.Path);
        }
        finally
        {
            Rollback();
        }
    }

    /// <summary>What is damaged in the file, as SQLite says it; null where nothing is found to be.</summary>
    public string? Damage()
    {
        var found = Texts("PRAGMA quick_check(1)");
        return found is ["ok"] ? null : found.FirstOrDefault("nothing can be read");
    }

    /// <summary>A transaction is open.</summary>
    public bool IsInTransaction => sqlite3_get_autocommit(handle) == 0;

    /// <summary>Undoes the open transaction, if there still is one.</summary>
    public void Rollback()
    {
        if (IsInTransaction) sqlite3_exec(handle, "ROLLBACK");
    }

    /// <summary>Stops what runs, and what is run before <see cref="Allow"/>; safe from any thread.</summary>
    public void Interrupt()
    {
        isStopped = true;
        sqlite3_interrupt(handle);
    }

    /// <summary>Lets statements run again. An interruption that comes before a statement has begun is not lost then.</summary>
    public void Allow() => isStopped = false;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in order.Select(kept => kept.Statement).Concat(held)) statement.Dispose();
        statements.Clear();
        order.Clear();
        held.Clear();
        handle.Dispose();
    }

    private static string Text(sqlite3_value value) => Encoding.UTF8.GetString(sqlite3_value_blob(value));

    private Statement Make(string sql)
    {
        var result = sqlite3_prepare_v3(handle, sql, SQLITE_PREPARE_PERSISTENT, out var prepared);
        return result == SQLITE_OK ? new Statement(this, prepared) : throw Faults.OfPreparing(result, LastWords, Path);
    }

    /// <summary>What went wrong, as the store's exception.</summary>
    internal Exception Fault(int result) => Faults.Of(result, LastWords, Path);

    // SQLite says "UNIQUE constraint failed: Actor.wikidata".
    internal void RememberOffence()
    {
        var words = LastWords;
        OffendingColumn = words[(words.LastIndexOf('.') + 1)..];
    }
}
