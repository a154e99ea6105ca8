using System.Text;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Graph.Stores.Sqlite.Database;

/// <summary>What SQL lacks and the logical query needs.</summary>
internal static class Functions
{
    /// <summary>Unicode simple lower-casing; SQLite's own lower() knows ASCII only.</summary>
    public const string LowerCase = "graph_lower";

    public static void AddTo(sqlite3 database) =>
        sqlite3_create_function(database, LowerCase, 1, SQLITE_DETERMINISTIC, null, Lower);

    public static string Lower(string text) => text.ToLowerInvariant();

    private static void Lower(sqlite3_context context, object data, sqlite3_value[] arguments)
    {
        if (sqlite3_value_type(arguments[0]) == SQLITE_NULL)
        {
            sqlite3_result_null(context);
            return;
        }

        var lowered = Lower(Encoding.UTF8.GetString(sqlite3_value_blob(arguments[0])));
        sqlite3_result_text(context, Encoding.UTF8.GetBytes(lowered) is { Length: > 0 } bytes ? bytes : new byte[1].AsSpan(0, 0));
    }
}
