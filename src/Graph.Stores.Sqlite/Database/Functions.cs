using System.Buffers.Text;
using System.Text;
using Graph.Model.Text;
using Graph.Model.Values;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Graph.Stores.Sqlite.Database;

/// <summary>What SQL lacks and the logical query needs.</summary>
internal static class Functions
{
    /// <summary>The folding of every comparison without regard to letter case; SQLite's own lower() knows ASCII only.</summary>
    public const string Fold = "graph_fold";

    /// <summary>A number as the shortest text that reads back the same; SQLite's JSON prints 15 digits.</summary>
    public const string FloatText = "graph_float_text";

    /// <summary>The number of such a text; SQLite's own reading is off by a digit for some.</summary>
    public const string Float = "graph_float";

    /// <summary>The sum of whole numbers from the sums of their upper and lower 32 bits; a float where it is beyond 64 bits.</summary>
    public const string Sum = "graph_sum";

    /// <summary>A mean rounded as a group shows it, ties away from zero; SQLite's own round() goes another way at some.</summary>
    public const string Mean = "graph_mean";

    public static void AddTo(sqlite3 database)
    {
        sqlite3_create_function(database, Fold, 1, SQLITE_DETERMINISTIC, null, WriteFolded);
        sqlite3_create_function(database, FloatText, 1, SQLITE_DETERMINISTIC, null, WriteFloat);
        sqlite3_create_function(database, Sum, 2, SQLITE_DETERMINISTIC, null, JoinSums);
        sqlite3_create_function(database, Mean, 1, SQLITE_DETERMINISTIC, null, RoundMean);
        sqlite3_create_function(database, Float, 1, SQLITE_DETERMINISTIC, null, ReadFloat);
    }

    private static void WriteFolded(sqlite3_context context, object data, sqlite3_value[] arguments)
    {
        if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) sqlite3_result_null(context);
        else if (sqlite3_value_bytes(arguments[0]) == 0) sqlite3_result_text(context, ""); // No bytes would be a null pointer: no value.
        else sqlite3_result_text(context, Encoding.UTF8.GetBytes(CaseFolding.Fold(Encoding.UTF8.GetString(sqlite3_value_blob(arguments[0])))));
    }

    private static void JoinSums(sqlite3_context context, object data, sqlite3_value[] arguments)
    {
        var sum = ((Int128)sqlite3_value_int64(arguments[0]) << 32) + sqlite3_value_int64(arguments[1]);
        if (sum >= long.MinValue && sum <= long.MaxValue) sqlite3_result_int64(context, (long)sum);
        else sqlite3_result_double(context, (double)sum);
    }

    private static void WriteFloat(sqlite3_context context, object data, sqlite3_value[] arguments)
    {
        if (sqlite3_value_type(arguments[0]) == SQLITE_NULL)
        {
            sqlite3_result_null(context);
            return;
        }

        sqlite3_result_text(context, ScalarText.Write(sqlite3_value_double(arguments[0]), stackalloc byte[ScalarText.FloatLength]));
    }

    private static void RoundMean(sqlite3_context context, object data, sqlite3_value[] arguments)
    {
        if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) sqlite3_result_null(context);
        else sqlite3_result_double(context, RoundedMean.Of(sqlite3_value_double(arguments[0])));
    }

    private static void ReadFloat(sqlite3_context context, object data, sqlite3_value[] arguments)
    {
        if (Utf8Parser.TryParse(sqlite3_value_blob(arguments[0]), out double number, out _)) sqlite3_result_double(context, number);
        else sqlite3_result_null(context);
    }
}
