namespace Graph.Stores.Tests.Search;

/// <summary>A word as a text spells it.</summary>
/// <param name="Spelled">The spelling.</param>
/// <param name="Name">Which name it is: spellings of one name meet.</param>
public sealed record PlainWord(string Spelled, string Name)
{
    public string Exact => Spelled.ToLowerInvariant();
}

/// <summary>A node in memory: what it is, and the words of its values by the weight of their field.</summary>
public sealed record PlainNode(int Type, string Id, int Degree, IReadOnlyList<(int Role, IReadOnlyList<PlainWord> Words)> Values);

/// <summary>What is searched for: one word, or several together.</summary>
public sealed record PlainTerm(IReadOnlyList<PlainWord> Words, bool IsExcluded = false, bool IsPrefix = false);

/// <summary>What a search means, worked out one node after another in plain C#.</summary>
internal static class PlainSearch
{
    private const int Name = 0;
    private const int Alias = 1;
    private const int Roles = 4;

    /// <summary>The nodes found, in order, with their grades.</summary>
    public static List<(int Grade, PlainNode Node)> Find(IReadOnlyList<PlainTerm> terms, IEnumerable<PlainNode> nodes) =>
    [
        .. nodes.Select(node => (Grade: GradeOf(terms, node), Node: node)).Where(found => found.Grade is not null)
            .Select(found => (Grade: found.Grade!.Value, found.Node))
            .OrderBy(found => found.Grade).ThenByDescending(found => found.Node.Degree)
            .ThenBy(found => found.Node.Id, StringComparer.Ordinal).ThenBy(found => found.Node.Type),
    ];

    private static int? GradeOf(IReadOnlyList<PlainTerm> terms, PlainNode node)
    {
        var wanted = terms.Where(term => !term.IsExcluded).ToList();
        if (wanted.Count == 0 || terms.Any(term => term.IsExcluded && IsIn(term, node, null, exact: false))) return null;
        if (!wanted.TrueForAll(term => IsIn(term, node, null, exact: false))) return null;
        var spelled = wanted.TrueForAll(term => IsIn(term, node, null, exact: true));
        var grade = 0;
        foreach (var isWhole in new[] { true, false })
        {
            foreach (var role in new[] { Name, Alias })
            {
                foreach (var exact in new[] { true, false })
                {
                    if (IsNamed(wanted, node, role, isWhole, exact)) return grade;
                    grade++;
                }
            }
        }

        for (var role = 0; role < Roles; role++, grade += 2)
            if (wanted.TrueForAll(term => IsIn(term, node, role, exact: false))) return spelled ? grade : grade + 1;
        return spelled ? grade : grade + 1;
    }

    private static bool IsNamed(List<PlainTerm> wanted, PlainNode node, int role, bool isWhole, bool exact)
    {
        var words = wanted.SelectMany(term => term.Words).ToList();
        return node.Values.Any(value => value.Role == role && value.Words.Count >= words.Count && (!isWhole || value.Words.Count == words.Count)
            && words.Select((word, i) => Meets(word, value.Words[i], exact, prefix: !isWhole && wanted[^1].IsPrefix && i == words.Count - 1))
            .All(meets => meets)
            && wanted.TrueForAll(term => IsIn(term, node, role, exact: false)));
    }

    private static bool IsIn(PlainTerm term, PlainNode node, int? role, bool exact) => node.Values.Any(value => (role is null || value.Role == role)
        && Enumerable.Range(0, Math.Max(0, value.Words.Count - term.Words.Count + 1)).Any(at =>
            term.Words.Select((word, i) => Meets(word, value.Words[at + i], exact, term.IsPrefix)).All(meets => meets)));

    private static bool Meets(PlainWord asked, PlainWord word, bool exact, bool prefix) => (exact, prefix) switch
    {
        (true, true) => word.Exact.StartsWith(asked.Exact, StringComparison.Ordinal),
        (true, false) => word.Exact == asked.Exact,
        (false, true) => word.Name.StartsWith(asked.Name, StringComparison.Ordinal),
        _ => word.Name == asked.Name,
    };
}
