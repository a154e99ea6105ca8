using System.Globalization;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>Ids that are whole numbers in a database of other origin.</summary>
internal static class NumberId
{
    /// <summary>The number that is answered as this text: <c>5</c> is, <c>05</c> and <c>+5</c> are not.</summary>
    public static bool TryRead(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
        && number.ToString(CultureInfo.InvariantCulture) == text;

    /// <summary>The id in a row, of whatever kind, as the text that it is answered as.</summary>
    public static string ReadText(ref PackStreamReader row) => row.Next() switch
    {
        PackStreamType.String => row.ReadString(),
        PackStreamType.Integer => row.ReadInteger().ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(row.ReadValue(), CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>
    /// Each item by its id, and before all of them those whose id may be stored as a number, by that: where both are stored,
    /// what is found by the text comes last.
    /// </summary>
    public static List<(T Item, long? Number)> Keys<T>(IReadOnlyList<T> items, Func<T, string> idOf)
    {
        var keys = new List<(T, long?)>(items.Count);
        foreach (var item in items)
            if (TryRead(idOf(item), out var number)) keys.Add((item, number));
        foreach (var item in items) keys.Add((item, null));
        return keys;
    }

    /// <summary>Writes the id of a key.</summary>
    public static void Write(PackStreamWriter writer, string id, long? number)
    {
        if (number is { } known) writer.WriteInteger(known);
        else writer.WriteString(id);
    }
}
