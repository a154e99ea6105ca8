using System.Text;

namespace Graph.Import.Text;

/// <summary>
/// The letters and digits of Unicode's block Mathematical Alphanumeric Symbols, which people use as a bold or italic
/// script: alphabet after alphabet, each in the order of the plain one.
/// </summary>
internal static class MathematicalAlphabets
{
    /// <summary>The first of the block.</summary>
    public const int First = 0x1D400;

    /// <summary>The last of the block.</summary>
    public const int Last = 0x1D7FF;

    private const int GreekFirst = 0x1D6A8, GreekEnd = 0x1D7CA, GreekLetters = 58;
    private const int LatinEnd = 0x1D6A4, LatinLetters = 26;
    private const int DigitFirst = 0x1D7CE;

    /// <summary>What follows the 25 small letters of a Greek alphabet: forms of signs and letters.</summary>
    private const string GreekForms = "\u2202\u03F5\u03D1\u03F0\u03D5\u03F1\u03D6";

    /// <summary>The plain letter or digit; null of what is none.</summary>
    public static char? Plain(Rune sign) => sign.Value switch
    {
        >= First and < LatinEnd => Latin((sign.Value - First) % (2 * LatinLetters)),
        >= GreekFirst and < GreekEnd => Greek((sign.Value - GreekFirst) % GreekLetters),
        >= DigitFirst and <= Last => (char)('0' + (sign.Value - DigitFirst) % 10),
        _ => null,
    };

    private static char Latin(int index) => (char)(index < LatinLetters ? 'A' + index : 'a' + index - LatinLetters);

    /// <summary>25 capital letters (a form of theta where the plain alphabet has a gap), nabla, 25 small letters, forms.</summary>
    private static char Greek(int index) => index switch
    {
        17 => '\u03F4',
        < 25 => (char)('\u0391' + index),
        25 => '\u2207',
        < 51 => (char)('\u03B1' + index - 26),
        _ => GreekForms[index - 51],
    };
}
