using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Graph.Server.Access.Jwt;

namespace Graph.Server.Access.Keys;

/// <summary>A key as it is kept: everything but the key.</summary>
/// <param name="Name">Who it was given to, or for what; stands in logs and metrics.</param>
/// <param name="Roles">What its holder may do.</param>
/// <param name="Sha256">
/// The hash of the key's text, in hexadecimal digits. A key is 256 random bits, which nobody finds by trying: a slow hash, as for passwords,
/// would only slow the server.
/// </param>
/// <param name="Made">When it was made.</param>
/// <param name="Ends">From when on it is not let in; null: never.</param>
public sealed record ApiKey(string Name, IReadOnlyList<Role> Roles, string Sha256, DateTimeOffset Made, DateTimeOffset? Ends)
{
    /// <summary>
    /// The datasets that its holder is held to: for them the graph is what the sources of these names say. Null: the whole graph. A key that is held
    /// to datasets reads, and does nothing else.
    /// </summary>
    public IReadOnlyList<string>? Datasets { get; init; }

    /// <summary>What every key begins with, so that one that lies about is known for what it is.</summary>
    public const string Prefix = "graph_";

    /// <summary>Most characters of a name: more only fill logs.</summary>
    public const int MaxNameCharacters = 64;

    /// <summary>Most datasets that a key is held to: more are better imported in one name.</summary>
    public const int MaxDatasets = 100;

    /// <summary>Most characters that are taken for a key; one has 49.</summary>
    internal const int MaxCharacters = 128;

    private const int RandomBytes = 32;

    /// <summary>How the datasets of a key are listed that is held to none; no key is called so either.</summary>
    public const string All = "all";

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded(DateTimeOffset now) => Ends is { } end && end <= now;

    /// <summary>The text of a new key.</summary>
    public static string NewText() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>The hash of a key's text, as it is kept.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>What is wrong with datasets to hold a key of some roles to, as sentences; none: nothing.</summary>
    public static IEnumerable<string> FaultsOf(IReadOnlyCollection<string> datasets, IReadOnlyCollection<Role> roles)
    {
        if (datasets.Count == 0 || datasets.Any(string.IsNullOrWhiteSpace)) yield return Messages.NoDatasets;
        if (datasets.Any(MeansAll)) yield return Messages.NoNamesOfAll;
        if (datasets.Count > MaxDatasets) yield return Messages.TooManyDatasets(MaxDatasets);
        if (roles.Any(role => role != Role.Read)) yield return Messages.HeldKeysRead;
    }

    // As keys are listed, and as tokens say it.
    private static bool MeansAll(string dataset) =>
        dataset == TokenRules.AllDatasets || dataset.Trim().Equals(All, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a name can be one: letters, digits and <c>-_.</c> of ASCII.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= MaxNameCharacters && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.');
}
