using System.Text.Json;
using Graph.Model.Queries;
using Graph.Model.Search;
using Graph.Model.Values;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Statements;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Reading;

/// <summary>
/// What a search asks of the FTS5 tables, made while its statement runs: a grade is only asked for where those before it have not filled the
/// page, and then without what no node has (see <see cref="WordQueries"/>). Of a connection, whose statements call it as a function.
/// </summary>
internal sealed class WordSearch
{
    private static long searches;

    private readonly string typed;
    private readonly SearchGrades grades;
    private readonly KnownTokens[] known;
    private readonly List<(int Grade, string[] Queries)> asked = [];
    private readonly bool?[,] lacksWords = new bool?[Words.Tables.Length, SearchGrades.FieldCount];
    private readonly bool?[,] isInVain = new bool?[Words.Tables.Length, SearchGrades.FieldCount];
    private int nextGrade;

    private WordSearch(Connection connection, Layout layout, string typed)
    {
        this.typed = typed;
        known = [.. Words.Tables.Select(table => new KnownTokens(connection, table))];
        using var value = JsonDocument.Parse(typed);
        grades = new(SearchText.Of(value.RootElement[0].GetString()!, prefix: value.RootElement[1].GetBoolean()));
        if (grades.BesidesTheBegun() is not { } besides) return;
        foreach (var (i, table) in Words.Tables.Index()) known[i].Only = new(connection, layout, table, WordQueries.Of(besides));
    }

    /// <summary>
    /// Opens a file for reading, with the functions of <see cref="WordQueries"/> for statements that search, and the tables that these ask.
    /// </summary>
    public static Connection OpenReader(StoreFile file, Layout layout)
    {
        var connection = file.OpenForReading();
        try
        {
            KnownTokens.AddTables(connection);
            WordSearch? current = null;
            connection.AddFunction(WordQueries.Function, (typed, table, number) => Current(typed).Query(table, number));
            connection.AddFunction(WordQueries.GradeFunction, (typed, number) => Current(typed).At(number)?.Grade);
            return connection;

            WordSearch Current(string typed) => current?.typed == typed ? current : current = new(connection, layout, typed);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// What the functions are told of a search: the text as a list, with a number of its own, so that nothing is remembered beyond a statement.
    /// </summary>
    /// <param name="value">The value of <see cref="SearchQuery.Text"/>.</param>
    /// <exception cref="Graph.Model.Stores.QueryRefusedException">See <see cref="SearchText.Of"/>.</exception>
    public static ReadOnlySpan<byte> Told(object? value)
    {
        SearchQuery.SearchTextOf(value); // Refused here, not within SQLite.
        var typed = (IReadOnlyList<object?>)value!;
        var list = new ListJson();
        list.Add(typed[0]);
        list.Add(typed.Count == 1 || typed[1] is not false);
        list.Add(Interlocked.Increment(ref searches));
        return list.Close();
    }

    private string Query(int table, int number)
    {
        if (number < SearchGrades.Count) return At(number)?.Queries[table] ?? WordQueries.Nothing;
        return known[table].AreNone ? WordQueries.Nothing : Query(number == WordQueries.Whole ? grades.Whole() : grades.Near(), table);
    }

    // Of the grades that some node may have.
    private (int Grade, string[] Queries)? At(int number)
    {
        for (; asked.Count <= number && nextGrade < SearchGrades.Count; nextGrade++)
        {
            string[] queries = [.. Enumerable.Range(0, known.Length).Select(table => OfGrade(table, nextGrade))];
            if (queries.Any(query => query != WordQueries.Nothing)) asked.Add((nextGrade, queries));
        }

        return number < asked.Count ? asked[number] : null;
    }

    private string OfGrade(int table, int grade) => known[table].AreNone
        ? WordQueries.Nothing
        : Query(grades.Alone(grade, field => LacksWords(table, field) || (grade >= SearchGrades.FirstOfWords && IsInVain(table, field))), table);

    private string Query(SearchCondition? condition, int table) =>
        condition is not null && Narrowing.Of(condition, known[table]) is { } met ? WordQueries.Of(met) : WordQueries.Nothing;

    // Some word is in no such field, which is soon found out.
    private bool LacksWords(int table, int field) => lacksWords[table, field] ??= Narrowing.IsInVain(grades.Field(field)!, known[table]);

    // No node has all words in such a field.
    private bool IsInVain(int table, int field) =>
        isInVain[table, field] ??= Query(grades.Field(field), table) is var query && (query == WordQueries.Nothing || !known[table].HaveAny(query));
}
