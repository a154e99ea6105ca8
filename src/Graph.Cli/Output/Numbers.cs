using System.Globalization;

namespace Graph.Cli.Output;

/// <summary>Numbers as people read them.</summary>
internal static class Numbers
{
    /// <summary><c>919,356</c>.</summary>
    public static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
