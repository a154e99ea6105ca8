using System.CommandLine;
using System.CommandLine.Parsing;

namespace Graph.Cli;

/// <summary>
/// What is wrong with a command line, as sentences: the library's own name types of .NET, and tell neither what was
/// probably meant nor what is missing.
/// </summary>
internal static class UsageFaults
{
    /// <summary>A sentence for each fault.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        if ((parsed.UnmatchedTokens.FirstOrDefault() ?? Stray(parsed)) is { } unknown) return [Unknown(parsed.CommandResult.Command, unknown)];
        return [.. parsed.Errors.Select(error => Sentence(parsed, error)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// An option that the library takes for one more PATH or word, because there may be many of an argument or after an option; what
    /// follows "--" is no option.
    /// </summary>
    private static string? Stray(ParseResult parsed)
    {
        var literal = parsed.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Select(token => token.Value)
            .ToHashSet(StringComparer.Ordinal);
        var taken = parsed.CommandResult.Children.SelectMany(child => child switch
        {
            ArgumentResult argument => argument.Tokens,
            OptionResult { Option.AllowMultipleArgumentsPerToken: true } option => option.Tokens,
            _ => [],
        });
        return taken.Select(token => token.Value)
            .FirstOrDefault(value => value.Length > 2 && value.StartsWith("--", StringComparison.Ordinal) && !literal.Contains(value));
    }

    /// <summary>Only the first is told: what follows an unknown option is most often its value.</summary>
    private static string Unknown(Command command, string given)
    {
        var isOption = given.StartsWith('-');
        IEnumerable<Symbol> known = isOption ? command.Options : command.Subcommands;
        return Messages.NoSuch(isOption ? "option" : "command", given, GraphCommand.Invocation(command), [.. known.Select(symbol => symbol.Name)]);
    }

    private static string Sentence(ParseResult parsed, ParseError error) => error.SymbolResult switch
    {
        OptionResult { Tokens: [] } option => Messages.OptionNeedsValue(option.Option.Name, option.Option.HelpName),
        OptionResult { Tokens: [.., var given] } option when IsNoNumber(option.Option.ValueType, given.Value) =>
            Messages.NotANumber(option.Option.Name, given.Value, isWhole: IsWhole(option.Option.ValueType)),
        OptionResult { Tokens.Count: > 1 } option when !option.Option.AllowMultipleArgumentsPerToken
            && option.Option.Arity.MaximumNumberOfValues == 1 =>
            Messages.OptionRepeated(option.Option.Name),
        CommandResult or ArgumentResult when Missing(parsed) is { Count: > 0 } missing =>
            Messages.ArgumentsMissing(GraphCommand.Invocation(parsed.CommandResult.Command), missing),
        _ => error.Message,
    };

    private static List<string> Missing(ParseResult parsed) =>
    [
        .. parsed.CommandResult.Command.Arguments
            .Where(argument => argument.Arity.MinimumNumberOfValues > (parsed.GetResult(argument)?.Tokens.Count ?? 0))
            .Select(argument => argument.Name),
    ];

    private static bool IsWhole(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(int);

    private static bool IsNoNumber(Type type, string given) =>
        IsWhole(type) ? !int.TryParse(given, out _) : (Nullable.GetUnderlyingType(type) ?? type) == typeof(double) && !double.TryParse(given, out _);
}
