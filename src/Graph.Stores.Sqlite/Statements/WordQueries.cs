using System.Text;
using Graph.Model.Queries;
using Graph.Model.Search;
using Graph.Model.Values;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>What a search asks of the FTS5 table, in the language of its MATCH.</summary>
internal static class WordQueries
{
    /// <summary>Where in the list the whole search stands, after its grades.</summary>
    public static int Whole => SearchGrades.Count;

    /// <summary>Where the search for names nearby stands.</summary>
    public static int Near => SearchGrades.Count + 1;

    /// <summary>Where <see cref="SearchGrades.Fields"/> begin.</summary>
    public static int Fields => SearchGrades.Count + 2;

    /// <summary>Asks for a token that no node has: FTS5 knows no query that finds nothing.</summary>
    public const string Nothing = "\"__\"";

    /// <summary>The queries of a search as a JSON list.</summary>
    /// <param name="value">The value of <see cref="SearchQuery.Text"/>.</param>
    public static ReadOnlySpan<byte> List(object? value)
    {
        var text = SearchQuery.SearchTextOf(value);
        var list = new ListJson();
        foreach (var condition in SearchGrades.Of(text).Append(SearchGrades.Whole(text)).Append(SearchGrades.Near(text))
            .Concat(SearchGrades.Fields(text)))
            list.Add(condition is null ? Nothing : Print(condition));
        return list.Close();
    }

    private static string Print(SearchCondition condition)
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
