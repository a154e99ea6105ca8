namespace Graph.GraphQL.Validation;

/// <summary>The order people expect: numbers inside names by their value (<c>a2</c> before <c>a10</c>), all else by character.</summary>
internal static class NaturalOrder
{
    public static int Compare(string a, string b)
    {
        var (i, j) = (0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]))
            {
                var order = Number(a, ref i).CompareTo(Number(b, ref j));
                if (order != 0) return order;
            }
            else
            {
                var order = a[i++].CompareTo(b[j++]);
                if (order != 0) return order;
            }
        }
        return a.Length - b.Length;
    }

    // A leading zero is a number of its own, so that "007" stays different from "7".
    private static double Number(string text, ref int position)
    {
        double number = 0;
        do number = number * 10 + text[position++] - '0'; while (position < text.Length && char.IsAsciiDigit(text[position]) && number > 0);
        return number;
    }
}
