using System.Globalization;

namespace Graph.Cli.Output;

/// <summary>Numbers as people and programs read them.</summary>
internal static class Numbers
{
    /// <summary><c>919,356</c>.</summary>
    public static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>919356</c>, for programs.</summary>
    public static string Exact(long number) => number.ToString(CultureInfo.InvariantCulture);
}
