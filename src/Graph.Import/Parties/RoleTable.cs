using System.Collections.Frozen;
using Graph.Import.Feeds;

namespace Graph.Import.Parties;

/// <summary>CAMEO's codes for what an actor is, and for groups that it knows by name.</summary>
internal sealed class RoleTable
{
    private readonly FrozenDictionary<string, string> types;
    private readonly FrozenDictionary<string, string> groups;

    private RoleTable(IEnumerable<string[]> types, IEnumerable<string[]> groups)
    {
        this.types = types.ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        this.groups = groups.ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
    }

    /// <summary>The tables that ship with the product.</summary>
    public static RoleTable Shipped => LazyShipped.Value;

    private static readonly Lazy<RoleTable> LazyShipped = new(() => new(TableFile.Rows("roles.tsv"), TableFile.Rows("groups.tsv")));

    /// <summary>What a type code says, such as Government; null where there is no such code.</summary>
    public string? Type(string code) => types.GetValueOrDefault(code);

    /// <summary>The group of a code; null where the code has no name, or several.</summary>
    public string? Group(string code) => groups.GetValueOrDefault(code);
}
