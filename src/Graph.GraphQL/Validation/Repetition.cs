using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation;

/// <summary>Names that stand more than once in a list.</summary>
internal static class Repetition
{
    /// <summary>
    /// The nodes of each name that is repeated, in order. Gives nothing, and makes nothing, for the usual short list without
    /// repetition.
    /// </summary>
    public static IReadOnlyList<List<NameNode>> Find<T>(ImmutableArray<T> items, Func<T, NameNode> name) where T : SyntaxNode
    {
        const int few = 8;
        if (items.Length < 2 || (items.Length <= few && !HasRepetition(items, name))) return [];
        var groups = new Dictionary<string, List<NameNode>>();
        var order = new List<List<NameNode>>();
        foreach (var item in items)
        {
            var node = name(item);
            if (!groups.TryGetValue(node.Value, out var group))
            {
                groups[node.Value] = group = [];
                order.Add(group);
            }
            group.Add(node);
        }
        return order.FindAll(group => group.Count > 1);
    }

    private static bool HasRepetition<T>(ImmutableArray<T> items, Func<T, NameNode> name) where T : SyntaxNode
    {
        for (var i = 1; i < items.Length; i++)
            for (var j = 0; j < i; j++)
                if (name(items[i]).Value == name(items[j]).Value) return true;
        return false;
    }
}
