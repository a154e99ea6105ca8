using System.CommandLine;
using System.Text.Json;
using Graph.Cli.Output;
using Graph.Cli.Questions;
using Graph.Model.Ontologies;

namespace Graph.Cli.Options;

/// <summary>The options that choose acts, the same for every command that asks of them.</summary>
internal sealed class ActOptions
{
    private readonly Option<string[]> by = new("--by")
    {
        Description = "Only acts that name this actor as who acts, by id or name; may be given several times",
        HelpName = "NAME",
    };
    private readonly Option<string[]> against = new("--against")
    {
        Description = "Only acts that name this actor as whom they are against; may be given several times",
        HelpName = "NAME",
    };
    private readonly Option<string?> from = new("--from") { Description = "The first day that counts", HelpName = "DAY" };
    private readonly Option<string?> to = new("--to") { Description = "The last day that counts", HelpName = "DAY" };
    private readonly Option<string?> kinds = new("--acts")
    {
        Description = "Kinds of act, separated by commas, or all (default: the kind that is counted)",
        HelpName = "KINDS",
    };
    private readonly Option<string?> rollUp =
        Choices.Of(
            "--roll-up", "Count for those whom the parties speak for (principal), or for their states (state)", ["none", "principal", "state"]);
    private readonly Option<string?> where = new("--where")
    {
        Description = "Any other condition on the acts, as the API's where takes it",
        HelpName = "JSON",
    };

    /// <summary>All of them, to add to a command.</summary>
    public IEnumerable<Option> All => [by, against, from, to, kinds, rollUp, where];

    /// <summary>Those that choose acts of every kind, whose parties stay as they are.</summary>
    public IEnumerable<Option> OfAnyKind => [by, against, from, to, where];

    /// <summary>Those that choose acts whoever the parties are.</summary>
    public IEnumerable<Option> OfActsAlone => [from, to, kinds, where];

    /// <summary>The bounds of time as they were given; null for none.</summary>
    /// <exception cref="UsageException">One is no day, or the first is after the last.</exception>
    public (string? From, string? To) Days(ParseResult parsed)
    {
        var (first, last) = (parsed.GetValue(from), parsed.GetValue(to));
        return GivenDay.Of("--from", first) > GivenDay.Of("--to", last)
            ? throw new UsageException(Messages.DaysReversed("--from", first!, "--to", last!))
            : (first, last);
    }

    /// <summary>Says what a person should know who sees nothing: that the graph is empty, or that actors count as they are named.</summary>
    public async Task SayWhyNothingAsync(ParseResult parsed, Client api, string field, CancellationToken cancellationToken)
    {
        var isByName = parsed.GetValue(by) is { Length: > 0 } || parsed.GetValue(against) is { Length: > 0 };
        if (!await api.SayWhereEmptyAsync(cancellationToken) && isByName && api.Takes(field, "rollUp")) Terminal.Say(Messages.ChosenAsNamed);
    }

    /// <summary>The variables <c>where</c>, <c>acts</c> and <c>rollUp</c> of a question about acts; what is not asked for is not there.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="api">Finds the actors.</param>
    /// <param name="act">The acts.</param>
    /// <param name="field">The root field that is asked.</param>
    /// <param name="withDays">Whether the days are conditions; else they are arguments of their own.</param>
    /// <param name="cancellationToken">Ends looking for actors.</param>
    /// <exception cref="UsageException">Something names nothing.</exception>
    public async Task<Dictionary<string, object?>> VariablesAsync(
        ParseResult parsed, Client api, Act act, string field, bool withDays, CancellationToken cancellationToken)
    {
        var variables = new Dictionary<string, object?>(StringComparer.Ordinal);
        var conditions = new List<object>();

        // What can be refused at once is, before names are looked up.
        var (first, last) = Days(parsed);
        var chosen = parsed.GetValue(kinds) is { } asked ? (Are: true, Kinds: KindsOf(asked, act)) : default;
        var other = parsed.GetValue(where) is { } more ? JsonOf(more) : (JsonElement?)null;
        await AddAsync(act.By, parsed.GetValue(by));
        await AddAsync(act.Against, parsed.GetValue(against));
        if (withDays && first is not null) conditions.Add(Condition(act.On.Name, "gte", first));
        if (withDays && last is not null) conditions.Add(Condition(act.On.Name, "lte", last));
        if (other is { } condition) conditions.Add(condition);
        if (conditions.Count > 0) variables.Add("where", new Dictionary<string, object> { ["AND"] = conditions });
        if (chosen.Are) variables.Add("acts", chosen.Kinds);
        if (parsed.GetValue(rollUp) is { } level)
            variables.Add("rollUp", api.Takes(field, "rollUp") ? level.ToUpperInvariant() : throw new UsageException(Messages.NoRollUp));
        return variables;

        async Task AddAsync(RelationshipField parties, string[]? names)
        {
            if (names is not { Length: > 0 }) return;
            var ids = await new Names(api, parties.Target).IdsOfAsync(names, cancellationToken);
            conditions.Add(new Dictionary<string, object> { [parties.Name] = new { some = Condition(parties.Target.Id.Name, "in", ids) } });
        }
    }

    private static Dictionary<string, object> Condition(string property, string comparison, object value) =>
        new(StringComparer.Ordinal) { [property] = new Dictionary<string, object>(StringComparer.Ordinal) { [comparison] = value } };

    private static JsonElement JsonOf(string given)
    {
        try
        {
            var json = JsonElement.Parse(given);
            if (json.ValueKind == JsonValueKind.Object) return json;
            throw new UsageException(Messages.WhereNotJson(Messages.NoObject));
        }
        catch (JsonException fault)
        {
            throw new UsageException(Messages.WhereNotJson(Messages.NotJson(fault)));
        }
    }

    private static List<string>? KindsOf(string given, Act act)
    {
        if (act.Kind is not { Enum: { } names }) throw new UsageException(Messages.OneKindOfAct);
        if (given.Equals("all", StringComparison.OrdinalIgnoreCase)) return null;
        var kinds = given.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(kind => kind.ToUpperInvariant())
            .ToList();
        if (kinds.Find(kind => !names.Contains(kind)) is { } unknown)
        {
            throw new UsageException(Messages.NoKind(unknown, [.. names.Values.Select(value => value.Name)]));
        }
        return kinds;
    }
}
