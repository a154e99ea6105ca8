using System.Globalization;

namespace Graph.Stores.Neo4j.Cypher;

/// <summary>Ids that are whole numbers in a database of other origin.</summary>
internal static class NumberId
{
    /// <summary>The number that is answered as this text: <c>5</c> is, <c>05</c> and <c>+5</c> are not.</summary>
    public static bool TryRead(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
        && number.ToString(CultureInfo.InvariantCulture) == text;
}
