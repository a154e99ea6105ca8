using System.Collections.Frozen;
using Graph.Import.Feeds;

namespace Graph.Import.FollowTheMoney;

/// <summary>The schemata of the FollowTheMoney model, and what each of them is a kind of.</summary>
internal static class Schemata
{
    private static readonly FrozenDictionary<string, string[]> Kinds =
        TableFile.Rows("schemata.tsv").ToFrozenDictionary(row => row[0], row => row[1..], StringComparer.Ordinal);

    /// <summary>Whether the model has a schema.</summary>
    public static bool Has(string schema) => Kinds.ContainsKey(schema);

    /// <summary>Whether a schema is another, or extends it.</summary>
    public static bool Is(string schema, string kind) =>
        schema == kind || (Kinds.TryGetValue(schema, out var kinds) && kinds.Contains(kind, StringComparer.Ordinal));

    /// <summary>The one of two schemata that says more: the one that extends the other, else the first.</summary>
    public static string Closer(string schema, string other) => Is(other, schema) ? other : schema;
}
