using Graph.Model.Ontologies;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>
/// Texts with code points from U+E000 on, or beyond U+FFFF. Neo4j orders texts of a database by code point, but what travels with a statement
/// as Java does, by its UTF-16 units: there the surrogates, of which code points beyond U+FFFF are made, come before U+E000. So it
/// compares the two where it looks at one node after another; an index that it seeks in goes by code points. And a property by which an
/// index has found a node is, to an order after that, the text of the statement.
/// </summary>
/// <remarks>The statements for such texts are others than those for all the rest, whose order is one and the same.</remarks>
internal static class FarTexts
{
    private const char FirstSurrogate = '\uD800';
    private const string AfterSurrogates = "\uE000";
    private const string FirstOfSurrogates = "\U00010000";

    /// <summary>Whether a value is such a text, or a list with one.</summary>
    public static bool Has(object? value) => value switch
    {
        string text => text.AsSpan().ContainsAnyInRange(FirstSurrogate, char.MaxValue),
        IReadOnlyList<object?> list => list.Any(Has),
        _ => false,
    };

    /// <summary>Whether a property holds single texts of any letters.</summary>
    public static bool AreIn(Property property) => property is { IsList: false, Kind: ScalarKind.String or ScalarKind.Id };

    /// <summary>A property as the database has it, whatever found the node: what is only named when the statement runs, no index answers.</summary>
    public static string Stored(string variable, Property property) => $"{variable}[head(['{property.Name}'])]";

    /// <summary>A text of the database before or after one of the statement, by code point.</summary>
    public static string Beyond(string value, bool less, bool orEqual, string parameter, string places)
    {
        var (lost, found) = less ? (Raised(value, places), Lowered(value, places)) : (Lowered(value, places), Raised(value, places));
        return $"(({value} {(less ? "<" : ">")}{(orEqual ? "=" : "")} {parameter} AND NOT {lost}) OR {found})";
    }

    // What UTF-16 has after the parameter though it is before: where the parameter has a surrogate, it has a unit from U+E000 on.
    private static string Lowered(string value, string places) =>
        $"any(far IN {places}[0] WHERE {value} STARTS WITH far[0] AND {value} >= far[1])";

    // And before though it is after.
    private static string Raised(string value, string places) =>
        $"any(far IN {places}[1] WHERE {value} STARTS WITH far[0] AND {value} >= far[1] AND {value} < far[2])";

    /// <summary>
    /// Of a text, for each surrogate pair and for each unit from U+E000 on, what stands before it, and the bounds between which other texts
    /// that go on from there are on another side of it by UTF-16 than by code point.
    /// </summary>
    public static IReadOnlyList<object?> Places(string text)
    {
        List<object?> surrogates = [], after = [];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < FirstSurrogate || char.IsLowSurrogate(text[i])) continue;
            var before = text[..i];
            if (char.IsHighSurrogate(text[i])) surrogates.Add(new List<object?> { before, before + AfterSurrogates });
            else after.Add(new List<object?> { before, before + FirstOfSurrogates, before + AfterSurrogates });
        }

        return [surrogates, after];
    }
}
