using System.Collections.Frozen;

namespace Graph.Import.Feeds;

/// <summary>Languages by the three letters of ISO 639-2 or -3, as those who read a page know them: the two letters of ISO 639-1.</summary>
internal static class Languages
{
    private const string Pairs =
        "afr af amh am ara ar aze az bel be ben bn bos bs bul bg cat ca ces cs cym cy dan da deu de ell el eng en est et eus eu fas fa "
        + "fin fi fra fr gle ga glg gl guj gu hau ha heb he hin hi hrv hr hun hu hye hy ind id isl is ita it jpn ja kan kn kat ka kaz kk "
        + "khm km kir ky kor ko lao lo lav lv lit lt mal ml mar mr mkd mk mlt mt mon mn msa ms mya my nep ne nld nl nob nb nor no "
        + "pan pa pol pl por pt pus ps ron ro rus ru sin si slk sk slv sl som so spa es sqi sq srp sr swa sw swe sv tam ta tel te "
        + "tgk tg tha th tuk tk tur tr ukr uk urd ur uzb uz vie vi zho zh zul zu";

    private static readonly FrozenDictionary<string, string> TwoLetters =
        Pairs.Split(' ').Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>The shortest code of a language: <c>es</c> for <c>spa</c>; a code without a shorter one stays.</summary>
    public static string? Short(string? code) => string.IsNullOrEmpty(code) ? null : TwoLetters.GetValueOrDefault(code) ?? code.ToLowerInvariant();
}
