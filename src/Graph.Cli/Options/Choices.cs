using System.CommandLine;

namespace Graph.Cli.Options;

/// <summary>Options whose value is one of a few names: any letter case will do, and a wrong one is told with those that there are.</summary>
internal static class Choices
{
    /// <summary>The constant of the API that somebody means by it as people write it: <c>matter-types</c> or <c>person</c>.</summary>
    /// <param name="option">The option, for the sentence that refuses it.</param>
    /// <param name="known">The constants.</param>
    /// <param name="given">What the option was given.</param>
    /// <exception cref="UsageException">There is no such constant.</exception>
    public static string Constant(string option, IReadOnlyList<string> known, string given) =>
        known.FirstOrDefault(name => name.Equals(given.Replace('-', '_'), StringComparison.OrdinalIgnoreCase))
        ?? throw new UsageException(Messages.NoneOf(option, [.. known.Select(AsWritten)], given));

    // Constants in capitals alone are written small, with hyphens; names of types as they are.
    private static string AsWritten(string constant) =>
        constant.Any(char.IsLower) ? constant : constant.Replace('_', '-').ToLowerInvariant();

    /// <summary>An option that is null where it is not given, otherwise a name as it stands in the list.</summary>
    public static Option<string?> Of(string option, string description, IReadOnlyList<string> names)
    {
        var help = string.Join('|', names);
        return new(option)
        {
            Description = description,
            HelpName = help,
            CustomParser = result =>
            {
                var given = result.Tokens[0].Value;
                if (names.FirstOrDefault(name => name.Equals(given, StringComparison.OrdinalIgnoreCase)) is { } known) return known;
                result.AddError(Messages.NoneOf(option, names, given));
                return null;
            },
        };
    }
}
