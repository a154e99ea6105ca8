using System.Security.Cryptography;
using System.Text;
using Graph.Model.Ontologies;

namespace Graph.Export.FollowTheMoney;

/// <summary>
/// The ids of entities, which are unique in a file, as own ids are within a type or an interface only: those of actors are their own,
/// others begin with the name of their type.
/// </summary>
/// <param name="ontology">The domain.</param>
internal sealed class EntityIds(Ontology ontology)
{
    /// <summary>Characters that the model allows an id to have.</summary>
    private const int Longest = 200;

    private readonly string[] types = [.. ontology.NodeTypes.Select(type => type.Name.ToLowerInvariant())];
    private readonly IReadOnlyList<NodeType> actors = ontology.Act?.By.Target.ConcreteTypes ?? [];
    private readonly string actor = (ontology.Act?.By.Target.Name ?? "").ToLowerInvariant();

    /// <summary>The id of a node's entity.</summary>
    public string Of(NodeType type, string own)
    {
        var isActor = actors.Contains(type);
        var kind = isActor ? actor : types[type.Ordinal];
        var isOwn = isActor ? !HasPrefix(own) : own.StartsWith(kind + "-", StringComparison.Ordinal);
        var id = isOwn ? own : $"{kind}.{own}";
        return IsId(id) ? id : isActor ? Hash(own) : Hashed(kind, own);
    }

    /// <summary>An id of what is known by several texts.</summary>
    public static string Hashed(string kind, params ReadOnlySpan<string> texts) => $"{kind}.{Hash(string.Join('\n', texts!))}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..40];

    private bool HasPrefix(string own) =>
        own.IndexOfAny(['.', '-']) is > 0 and var end && (types.Contains(own[..end], StringComparer.Ordinal) || own[..end] == actor);

    // As the model writes ids: letters, digits, hyphens and dots, at either end a letter or digit.
    private static bool IsId(string id) =>
        id.Length is > 0 and <= Longest && char.IsAsciiLetterOrDigit(id[0]) && char.IsAsciiLetterOrDigit(id[^1])
        && id.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '.');
}
