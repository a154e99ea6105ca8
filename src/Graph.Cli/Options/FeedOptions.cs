using System.CommandLine;
using System.CommandLine.Parsing;
using Graph.Import;

namespace Graph.Cli.Options;

/// <summary>The options that say how files are read, and which acts of feeds are taken.</summary>
internal sealed class FeedOptions
{
    private readonly Option<string?> format = new("--format")
    {
        Description = $"What all files are, instead of what their content says: {string.Join(", ", Importer.Formats)}",
        HelpName = "NAME",
    };

    private readonly Option<string?> since = new("--since") { Description = "Of feeds, only acts from this day on", HelpName = "DAY" };
    private readonly Option<string?> until = new("--until") { Description = "Of feeds, only acts up to this day", HelpName = "DAY" };
    private readonly Option<string[]> countries = new("--countries")
    {
        Description = "Of feeds, only acts in which a side is of one of these states, by ISO 3166-1 alpha-3, with commas between",
        HelpName = "RUS,UKR",
    };

    private readonly Option<string?> resolver = new("--resolver")
    {
        Description = "Judgements on which actors are the same and which are not, as nomenklatura writes them; also without a PATH",
        HelpName = "FILE",
    };

    private readonly Option<string?> licence = new("--licence")
    {
        Description = "The terms on which what the feeds say may be used, kept with their dataset",
        HelpName = "TEXT",
    };

    /// <summary>All of them, to add to a command.</summary>
    public IEnumerable<Option> All => [format, since, until, countries, resolver, licence];

    /// <summary>A command line names a file of judgements, which is enough to import.</summary>
    public bool NamesResolver(CommandResult result) => result.GetResult(resolver) is not null;

    /// <summary>The same import with what these options say.</summary>
    /// <exception cref="UsageException">One is no day, names no state or no file.</exception>
    public ImportOptions AddTo(ImportOptions options, ParseResult parsed)
    {
        var path = parsed.GetValue(resolver);
        if (path is not null && !File.Exists(path)) throw new UsageException(Messages.NoResolver(path));
        var states = (parsed.GetValue(countries) ?? [])
            .SelectMany(given => given.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        foreach (var state in states)
            if (!Importer.IsState(state)) throw new UsageException(Messages.NoState(state));
        var (first, last) = (GivenDay.Of("--since", parsed.GetValue(since)), GivenDay.Of("--until", parsed.GetValue(until)));
        if (first > last) throw new UsageException(Messages.DaysReversed("--since", parsed.GetValue(since)!, "--until", parsed.GetValue(until)!));
        return options with
        {
            Format = parsed.GetValue(format),
            Since = first,
            Until = last,
            Countries = states,
            ResolverPath = path,
            Licence = parsed.GetValue(licence),
        };
    }
}
