using System.CommandLine;
using System.Globalization;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Server.Access;
using Graph.Server.Access.Keys;
using Spectre.Console;

namespace Graph.Cli.Commands;

/// <summary><c>graph keys add|list|revoke</c>: the keys that a server lets in.</summary>
internal static class KeysCommand
{
    private static readonly TimeProvider Time = TimeProvider.System;

    public static Command Create() => new("keys", "Make, list and take back the keys that graph serve lets in.") { Add(), List(), Revoke() };

    private static Command Add()
    {
        var name = Name("Who the key is for, or what: letters, digits and -_.");
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
        var file = File();
        var command = new Command("add", "Make a key, and print it once: only its hash is kept.") { name, roles, ends, file };
        command.Run((parsed, _) =>
        {
            var (path, called) = (PathOf(parsed, file), parsed.GetValue(name)!);
            if (!ApiKey.IsName(called)) throw new UsageException(AccessMessages.NotAKeyName(called, ApiKey.MaxNameCharacters));
            var (text, now) = (ApiKey.NewText(), Time.GetUtcNow());
            var key = new ApiKey(called, RolesOf(parsed.GetValue(roles)), ApiKey.HashOf(text), now, EndOf(parsed.GetValue(ends), now));
            ApiKeyFile.Change(path, keys =>
                keys.Any(other => other.Name == called) ? throw new UsageException(AccessMessages.KeyIsThere(called))
                : keys.Count >= ApiKeyFile.MaxKeys ? throw new UsageException(AccessMessages.TooManyKeys(ApiKeyFile.MaxKeys))
                : [.. keys, key]);
            Terminal.Print(text);
            Terminal.Say(AccessMessages.KeyAdded(called, path));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command List()
    {
        var file = File();
        var command = new Command("list", "List the keys: who has one, what for, and until when.") { file };
        command.Run((parsed, _) =>
        {
            var now = Time.GetUtcNow();
            var table = new Table { Border = TableBorder.Rounded }.AddColumn("name").AddColumn("roles").AddColumn("made").AddColumn("ends");
            foreach (var key in Read(PathOf(parsed, file)))
            {
                var end = key.Ends is { } ends ? Instant(ends) + (key.HasEnded(now) ? ", has ended" : "") : "";
                var roles = string.Join(", ", key.Roles.Select(Roles.NameOf));
                table.AddRow(Terminal.Cell(key.Name), Terminal.Cell(roles), Terminal.Cell(Instant(key.Made)), Terminal.Cell(end));
            }

            Terminal.Data.Write(table);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command Revoke()
    {
        var name = Name("The name of the key");
        var file = File();
        var command = new Command("revoke", "Take a key back: running servers refuse it within two seconds.") { name, file };
        command.Run((parsed, _) =>
        {
            var (path, called) = (PathOf(parsed, file), parsed.GetValue(name)!);
            Read(path); // A file that is not there is not made.
            ApiKeyFile.Change(path, keys => keys.Any(key => key.Name == called)
                ? [.. keys.Where(key => key.Name != called)]
                : throw new UsageException(AccessMessages.NoSuchKey(called, [.. keys.Select(key => key.Name)])));
            Terminal.Say(AccessMessages.KeyRevoked(called));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Argument<string> Name(string description) => new("NAME") { Description = description };

    private static Option<string?> File() => AccessOptions.KeyFile("The file of the keys");

    private static string PathOf(ParseResult parsed, Option<string?> option) =>
        AccessOptions.KeyFileOf(parsed, option) ?? throw new UsageException(AccessMessages.WhichKeyFile);

    private static IReadOnlyList<ApiKey> Read(string path)
    {
        var (keys, fault) = ApiKeyFile.Read(path);
        return fault is null ? keys : throw new InvalidDataException(fault);
    }

    private static IReadOnlyList<Role> RolesOf(string[]? names) =>
        names is not { Length: > 0 }
            ? [Role.Read]
            : [.. names.Select(name => Roles.Parse(name, out var fault) ?? throw new UsageException(fault)).Distinct()];

    /// <summary>The instant at which a last day is over.</summary>
    private static DateTimeOffset? EndOf(string? day, DateTimeOffset now)
    {
        if (day is null) return null;
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) || last == DateOnly.MaxValue)
            throw new UsageException(Messages.NotADay("--ends", day));
        var end = new DateTimeOffset(last.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        return end > now ? end : throw new UsageException(AccessMessages.DayIsOver(day));
    }

    private static string Instant(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
