using System.Globalization;

namespace Graph.Model.Values;

/// <summary>
/// How a mean of many values is answered: rounded, so that the order in which a store met them does not show. Ties are rounded away
/// from zero, as decimals: of the shortest text that reads back the same.
/// </summary>
public static class RoundedMean
{
    /// <summary>Decimals of a mean.</summary>
    public const int Decimals = 9;

    /// <summary>
    /// Decimals to which a mean is rounded first. What summation leaves beside a tie lies beyond them, and no mean of some thousand
    /// values with two decimals lies so close beside one without being it.
    /// </summary>
    public const int SummedDecimals = 13;

    // From here on a double has no ninth decimal.
    private const double Whole = 1e9;

    /// <summary>The mean, rounded.</summary>
    public static double Of(double mean)
    {
        if (!(Math.Abs(mean) < Whole)) return mean;
        var shortest = decimal.Parse(mean.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        var summed = Math.Round(shortest, SummedDecimals, MidpointRounding.AwayFromZero);
        var rounded = Math.Round(summed, Decimals, MidpointRounding.AwayFromZero);
        return double.Parse(rounded.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
