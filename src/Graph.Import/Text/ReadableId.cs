using System.Security.Cryptography;
using System.Text;
using Graph.Model.Text;

namespace Graph.Import.Text;

/// <summary>Ids that the author need not write: readable from a name, or a hash of what identifies a record.</summary>
internal static class ReadableId
{
    /// <summary>Characters of an id made from a name; a longer one ends in a hash of the whole name.</summary>
    private const int MaxLength = 80;

    /// <summary>Hexadecimal digits of a hash: 64 bits, so that a collision among a million records has a chance of 1 in 10⁷.</summary>
    private const int HashDigits = 16;

    /// <summary>Latin letters that have no canonical decomposition into a base letter.</summary>
    private static readonly Dictionary<int, string> Latin = new()
    {
        ['ı'] = "i",
        ['ł'] = "l",
        ['ø'] = "o",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ħ'] = "h",
    };

    /// <summary>
    /// <c>Vladimir Medinsky</c> → <c>vladimir-medinsky</c>, <c>Çırağan Palace</c> → <c>ciragan-palace</c>: lower case,
    /// Latin letters without diacritics, other scripts as they are, everything else a hyphen.
    /// </summary>
    public static string FromName(string name)
    {
        var id = new StringBuilder();
        var gap = false;
        foreach (var rune in name.ToLowerInvariant().EnumerateRunes())
        {
            var letters = Letters(rune);
            if (letters.Length == 0)
            {
                gap |= rune.Value is not ('\'' or '’') && !IsMark(rune);
                continue;
            }

            if (gap && id.Length > 0) id.Append('-');
            gap = false;
            id.Append(letters);
        }

        if (id.Length == 0) return Hash("name", name);
        if (id.Length <= MaxLength) return id.ToString();
        var cut = id.ToString(0, char.IsHighSurrogate(id[MaxLength - 1]) ? MaxLength - 1 : MaxLength);
        var word = cut.LastIndexOf('-');
        return (word > 0 ? cut[..word] : cut) + "-" + Hash(name);
    }

    /// <summary><c>KIND-</c> and a hash of the parts, in their order.</summary>
    public static string FromHash(string kind, params IEnumerable<string?> parts) => kind + "-" + Hash([.. parts]);

    private static string Hash(params string?[] parts)
    {
        // A length before each part: ("a", "bc") and ("ab", "c") are different.
        var text = string.Concat(parts.Select(part => part is null ? "-;" : $"{part.Length}:{part};"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashDigits];
    }

    private static string Letters(Rune rune)
    {
        if (Latin.TryGetValue(rune.Value, out var latin)) return latin;
        var parts = NormalizationFormC.Decompose(rune);
        var first = new Rune(parts[0]);
        if (first.IsAscii) return Rune.IsLetterOrDigit(first) ? first.ToString().ToLowerInvariant() : "";
        return Rune.IsLetterOrDigit(rune) ? rune.ToString() : "";
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark;
}
