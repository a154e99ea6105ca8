using System.CommandLine;

namespace Graph.Cli.Options;

/// <summary>Options whose value is a number within bounds: one beyond them is refused before anything is asked.</summary>
internal static class Amounts
{
    /// <summary>How many are shown, at least one.</summary>
    /// <param name="description">Of what.</param>
    /// <param name="otherwise">Where it is not given.</param>
    /// <param name="most">The most; null where nothing bounds it.</param>
    public static Option<int> Limit(string description, int otherwise = 20, int? most = null) => Of("--limit", description, 1, most, otherwise);

    /// <summary>An option that takes a whole number.</summary>
    /// <param name="option">Its name.</param>
    /// <param name="description">What it says.</param>
    /// <param name="least">The least that it takes.</param>
    /// <param name="most">The most; null where nothing bounds it.</param>
    /// <param name="otherwise">Where it is not given.</param>
    public static Option<int> Of(string option, string description, int least, int? most, int otherwise)
    {
        var amount = new Option<int>(option) { Description = description, HelpName = "NUMBER", DefaultValueFactory = _ => otherwise };
        amount.Validators.Add(result =>
        {
            if (result.Tokens.Count == 0 || !int.TryParse(result.Tokens[0].Value, out var given) || (given >= least && !(given > most))) return;
            result.AddError(most is { } bound ? Messages.OutOfRange(option, given, least, bound) : Messages.TooSmall(option, given));
        });
        return amount;
    }
}
