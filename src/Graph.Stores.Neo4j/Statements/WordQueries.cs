using System.Text;
using Graph.Model.Queries;
using Graph.Model.Search;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>What a search asks of the full-text index, in the language of Lucene's classic query parser.</summary>
internal static class WordQueries
{
    /// <summary>Where in the list the search for names nearby stands, after the grades.</summary>
    public static int Near => SearchGrades.Count;

    /// <summary>Where the whole search stands, whatever the grade.</summary>
    public static int Whole => SearchGrades.Count + 1;

    /// <summary>Where the conditions of <see cref="SearchGrades.Field"/> begin.</summary>
    public static int Fields => SearchGrades.Count + 2;

    /// <summary>The queries of a search, null for one that nothing meets.</summary>
    /// <param name="value">The value of <see cref="SearchQuery.Text"/>.</param>
    public static IReadOnlyList<object?> List(object? value)
    {
        var grades = new SearchGrades(SearchQuery.SearchTextOf(value));
        var fields = Enumerable.Range(0, SearchGrades.FieldCount).Select(grades.Field);
        return [.. grades.InGroups().Append(grades.Near()).Append(grades.Whole()).Concat(fields)
            .Select(condition => condition is null ? null : Print(condition))];
    }

    private static string Print(SearchCondition condition)
    {
        var text = new StringBuilder();
        Print(text, condition);
        return text.ToString();
    }

    // Tokens hold no sign that the parser knows, and none of its words, which are in capitals.
    private static void Print(StringBuilder text, SearchCondition condition)
    {
        switch (condition)
        {
            case TokenCondition token:
                text.Append(token.Text).Append(token.IsPrefix ? "*" : "");
                break;
            case TokensInOrder phrase:
                text.Append('"').AppendJoin(' ', phrase.Tokens).Append('"');
                break;
            case AllTokens all:
                Print(text, '+', all.Conditions);
                break;
            case AnyToken any:
                Print(text, null, any.Conditions);
                break;
            case TokensExcept except:
                text.Append("(+");
                Print(text, except.Condition);
                foreach (var other in except.Others) Print(text.Append(" -"), other);
                text.Append(')');
                break;
        }
    }

    private static void Print(StringBuilder text, char? sign, IReadOnlyList<SearchCondition> conditions)
    {
        for (var i = 0; i < conditions.Count; i++) Print(text.Append(i == 0 ? "(" : " ").Append(sign), conditions[i]);
        text.Append(')');
    }
}
