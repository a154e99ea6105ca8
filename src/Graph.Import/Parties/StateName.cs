using System.Text;

namespace Graph.Import.Parties;

/// <summary>Names of states as they are compared.</summary>
internal static class StateName
{
    /// <summary>A name without case, form of apostrophes, repeated spaces, a bracketed ending and a leading "the".</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder();
        foreach (var unit in WithoutEnding(name.Trim()))
        {
            if (char.IsWhiteSpace(unit))
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
            }
            else folded.Append(unit is '’' or '‘' or 'ʼ' ? '\'' : char.ToLowerInvariant(unit));
        }

        var text = folded.ToString().Trim();
        return text.StartsWith("the ", StringComparison.Ordinal) ? text[4..] : text;
    }

    /// <summary>A name without the brackets at its end.</summary>
    public static string WithoutEnding(string name)
    {
        if (!name.EndsWith(')')) return name;
        var depth = 0;
        for (var i = name.Length - 1; i > 0; i--)
        {
            if (name[i] == ')') depth++;
            else if (name[i] == '(' && --depth == 0) return WithoutEnding(name[..i].TrimEnd());
        }

        return name;
    }
}
