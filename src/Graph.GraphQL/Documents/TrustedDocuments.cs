using System.Security.Cryptography;
using System.Text;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Documents;

/// <summary>Documents known beforehand. Each is found by its name and by the SHA-256 of its text in hexadecimal.</summary>
public sealed class TrustedDocuments
{
    /// <summary>What may stand before a hash, where an id says how it was made.</summary>
    internal const string HashPrefix = "sha256:";

    private readonly Dictionary<string, string> texts;

    /// <summary>Documents by their name.</summary>
    public TrustedDocuments(IReadOnlyDictionary<string, string> documents) => texts = new(documents);

    /// <summary>The names and texts.</summary>
    public IReadOnlyDictionary<string, string> Texts => texts;

    /// <summary>What each can be asked for by, in the order of their names: its name, and <c>sha256:</c> with the hash of its text.</summary>
    public IEnumerable<(string Name, string Id)> Ids =>
        Entries().OrderBy(entry => entry.Name, StringComparer.Ordinal).Select(entry => (entry.Name, HashPrefix + entry.Hash));

    /// <summary>
    /// All <c>.graphql </c> files of a folder and the folders in it; a document's name is its path without the ending, such as
    /// <c>actors/latest </c>.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">A file is not UTF-8.</exception>
    public static TrustedDocuments FromFolder(string folder) =>
        new(Directory.EnumerateFiles(folder, "*.graphql", SearchOption.AllDirectories).ToDictionary(
        file => Path.ChangeExtension(Path.GetRelativePath(folder, file), null).Replace('\\', '/'),
        Utf8Text.OfFile));

    /// <summary>The SHA-256 of a text in UTF-8, in lower-case hexadecimal.</summary>
    internal static string HashOf(ReadOnlySpan<byte> utf8) => Convert.ToHexStringLower(SHA256.HashData(utf8));

    /// <summary>The documents by name and by hash.</summary>
    internal IEnumerable<(string Name, string Hash, byte[] Utf8)> Entries()
    {
        foreach (var (name, text) in texts)
        {
            var utf8 = Encoding.UTF8.GetBytes(text);
            yield return (name, HashOf(utf8), utf8);
        }
    }
}
