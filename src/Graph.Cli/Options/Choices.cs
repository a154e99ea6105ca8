using System.CommandLine;

namespace Graph.Cli.Options;

/// <summary>Options whose value is one of a few names: any letter case will do, and a wrong one is told with those that there are.</summary>
internal static class Choices
{
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
