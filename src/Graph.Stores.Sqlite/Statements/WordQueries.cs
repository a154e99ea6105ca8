using System.Text;
using Graph.Model.Search;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>
/// What a search asks of an FTS5 table, in the language of its MATCH. Statements ask for the queries of grades that some node may have one after
/// the other, whatever grades these are.
/// </summary>
internal static class WordQueries
{
    /// <summary>The number of the whole search, after those of grades.</summary>
    public static int Whole => SearchGrades.Count;

    /// <summary>The number of the search for names nearby.</summary>
    public static int Near => SearchGrades.Count + 1;

    /// <summary>
    /// The function of what was typed, the number of a table and that of a query which answers the query;
    /// <see cref="Nothing"/> where no node of the table can meet it.
    /// </summary>
    public const string Function = "graph_asked";

    /// <summary>The function of what was typed and the number of such a query that tells its grade; null where there is none.</summary>
    public const string GradeFunction = "graph_grade";

    /// <summary>A phrase of no words, which no node has.</summary>
    public const string Nothing = "\"\"";

    /// <summary>A condition in the language of MATCH.</summary>
    public static string Of(SearchCondition condition)
    {
        var text = new StringBuilder();
        Print(text, condition);
        return text.ToString();
    }

    // Tokens hold no quotation marks.
    private static void Print(StringBuilder text, SearchCondition condition)
    {
        switch (condition)
        {
            case TokenCondition token:
                text.Append('"').Append(token.Text).Append(token.IsPrefix ? "\"*" : "\"");
                break;
            case TokensInOrder phrase:
                text.Append('"').AppendJoin(' ', phrase.Tokens).Append('"');
                break;
            case AllTokens all:
                Print(text, all.Conditions, " AND ");
                break;
            case AnyToken any:
                Print(text, any.Conditions, " OR ");
                break;
            case TokensExcept except:
                text.Append('(');
                Print(text, except.Condition);
                text.Append(" NOT ");
                Print(text, except.Others, " OR ");
                text.Append(')');
                break;
        }
    }

    private static void Print(StringBuilder text, IReadOnlyList<SearchCondition> conditions, string between)
    {
        for (var i = 0; i < conditions.Count; i++) Print(text.Append(i == 0 ? "(" : between), conditions[i]);
        text.Append(')');
    }
}
