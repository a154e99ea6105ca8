using System.CommandLine;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Server.Access;
using Graph.Server.Access.Keys;
using Graph.Server.Stores;

namespace Graph.Cli.Commands;

/// <summary><c>graph keys add</c>: makes a key that a server lets in.</summary>
internal static class AddKeyCommand
{
    public static Command Create()
    {
        var name = KeysCommand.Name("Who the key is for, or what: letters, digits and -_.");
        var roles = new Option<string[]>("--role")
        {
            Description = "What its holder may do: read (ask and export; the default), operate (see how the server fares); "
                + "may be given several times",
            HelpName = string.Join('|', Roles.Names),
        };
        var ends = new Option<string?>("--ends")
        {
            Description = "The last day on which it is let in, in UTC, such as 2027-06-30 (default: until it is revoked)",
            HelpName = "DAY",
        };
        var datasets = new Option<string[]>("--datasets")
        {
            Description = "What its holder is held to: for them the graph is what the sources of these names say, as imports name them, and nothing "
                + "else; may be given several times (default: the whole graph)",
            HelpName = "NAME,NAME",
        };
        var (file, store, ontology) = (KeysCommand.File(), SharedOptions.Store(), SharedOptions.Ontology());
        var command = new Command("add", "Make a key, and print it once: only its hash is kept.")
        {
            name, roles, datasets, ends, file, store, ontology,
        };
        command.Run(async (parsed, cancellationToken) =>
        {
            var (path, called) = (KeysCommand.PathOf(parsed, file), parsed.GetValue(name)!);
            if (!ApiKey.IsName(called)) throw new UsageException(AccessMessages.NotAKeyName(called, ApiKey.MaxNameCharacters));
            if (called.Equals(ApiKey.All, StringComparison.OrdinalIgnoreCase)) throw new UsageException(AccessMessages.KeyNamedAll);
            var (text, now) = (ApiKey.NewText(), TimeProvider.System.GetUtcNow());
            var key = new ApiKey(called, RolesOf(parsed.GetValue(roles)), ApiKey.HashOf(text), now, EndOf(parsed.GetValue(ends), now))
            {
                Datasets = DatasetsOf(parsed.GetValue(datasets)),
            };
            if (key.Datasets is { } held && ApiKey.FaultsOf(held, key.Roles).ToList() is { Count: > 0 } faults) throw new UsageException(faults[0]);
            var named = SharedOptions.Setting(parsed, store, SharedOptions.StoreVariable) is null ? null : SharedOptions.StoreOf(parsed, store);
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            ApiKeyFile.Change(path, keys =>
                keys.Any(other => other.Name == called) ? throw new UsageException(AccessMessages.KeyIsThere(called))
                : keys.Count >= ApiKeyFile.MaxKeys ? throw new UsageException(AccessMessages.TooManyKeys(ApiKeyFile.MaxKeys))
                : [.. keys, key]);
            Terminal.Print(text);
            Terminal.Say(AccessMessages.KeyAdded(called, path));
            foreach (var warning in await UnknownAsync(named, domain, key.Datasets ?? [], cancellationToken)) Terminal.Say(warning);
            return ExitCode.Done;
        });
        return command;
    }

    private static IReadOnlyList<Role> RolesOf(string[]? names) =>
        names is not { Length: > 0 }
            ? [Role.Read]
            : [.. names.Select(name => Roles.Parse(name, out var fault) ?? throw new UsageException(fault)).Distinct()];

    private static IReadOnlyList<string>? DatasetsOf(string[]? given) => given is not { Length: > 0 }
        ? null
        : [.. given.SelectMany(names => names.Split(',', StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal)];

    /// <summary>Which of some datasets the graph does not know, where a graph is named and there.</summary>
    private static async ValueTask<IReadOnlyList<string>> UnknownAsync(
        StoreLocation? store,
        Ontology ontology,
        IReadOnlyList<string> datasets,
        CancellationToken cancellationToken)
    {
        if (datasets.Count == 0) return [];
        if (store is null) return [AccessMessages.DatasetsUnchecked];
        try
        {
            await using var graph = await GraphStores.OpenExistingAsync(store, ontology, cancellationToken);
            return await HeldKeys.UnknownAsync(graph, datasets, cancellationToken);
        }
        catch (StoreException fault)
        {
            return [AccessMessages.DatasetsUncheckable(fault.Message)];
        }
    }

    /// <summary>The instant at which a last day is over.</summary>
    private static DateTimeOffset? EndOf(string? day, DateTimeOffset now)
    {
        if (GivenDay.Of("--ends", day) is not { } last) return null;
        if (last == DateOnly.MaxValue) throw new UsageException(Messages.NotADay("--ends", day!));
        var end = new DateTimeOffset(last.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        return end > now ? end : throw new UsageException(AccessMessages.DayIsOver(day!));
    }
}
