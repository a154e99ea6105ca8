using System.Globalization;
using System.Text;

namespace Graph.GraphQL.Json;

/// <summary>Numbers as JavaScript lays them out, so that clients see the same text from every server (ECMA-262, Number::toString).</summary>
internal static class JsonNumber
{
    private const int LongestNumber = 32;

    /// <summary>Writes a finite number into <paramref name="output"/> (at least 32 bytes); gives the bytes written.</summary>
    public static int Format(double value, Span<byte> output)
    {
        if (value == 0)
        {
            output[0] = (byte)'0';
            return 1;
        }
        value.TryFormat(output, out var written, default, CultureInfo.InvariantCulture);
        var exponentMark = output[..written].IndexOf((byte)'E');
        return exponentMark < 0 ? written : Relayout(output, written, exponentMark);
    }

    /// <summary>The number as text.</summary>
    public static string Format(double value)
    {
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return value > 0 ? "Infinity" : "-Infinity";
        Span<byte> output = stackalloc byte[LongestNumber];
        return Encoding.ASCII.GetString(output[..Format(value, output)]);
    }

    // .NET switches to an exponent at 1E+15 and below 1E-05; JavaScript at 1e21 and below 1e-6.
    private static int Relayout(Span<byte> output, int written, int exponentMark)
    {
        var text = Encoding.ASCII.GetString(output[..written]);
        var exponent = int.Parse(text.AsSpan(exponentMark + 1), CultureInfo.InvariantCulture);
        var sign = text[0] == '-' ? "-" : "";
        var digits = text[sign.Length..exponentMark].Replace(".", "", StringComparison.Ordinal);
        var laidOut = exponent switch
        {
            >= 0 and < 21 when digits.Length > exponent + 1 => $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}",
            >= 0 and < 21 => sign + digits.PadRight(exponent + 1, '0'),
            < 0 and >= -6 => sign + "0." + new string('0', -exponent - 1) + digits,
            _ => $"{sign}{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(exponent < 0 ? "" : "+")}{exponent}",
        };
        return Encoding.ASCII.GetBytes(laidOut, output);
    }
}
