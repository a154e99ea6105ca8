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

    public static Command Create() => new("keys", "Make, list and take back the keys that graph serve lets in.")
    {
        AddKeyCommand.Create(), List(), Revoke(),
    };

    private static Command List()
    {
        var file = File();
        var command = new Command("list", "List the keys: who has one, what for, and until when.") { file };
        command.Run((parsed, _) =>
        {
            var now = Time.GetUtcNow();
            var table = new Table { Border = TableBorder.Rounded }
                .AddColumn("name").AddColumn("roles").AddColumn("datasets").AddColumn("made").AddColumn("ends");
            foreach (var key in Read(PathOf(parsed, file)))
            {
                var end = key.Ends is { } ends ? Instant(ends) + (key.HasEnded(now) ? ", has ended" : "") : "";
                var roles = string.Join(", ", key.Roles.Select(Roles.NameOf));
                var held = key.Datasets is { } datasets ? string.Join(", ", datasets) : key.Roles.Contains(Role.Read) ? ApiKey.All : "";
                table.AddRow([.. new[] { key.Name, roles, held, Instant(key.Made), end }.Select(text => Terminal.Cell(text))]);
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

    public static Argument<string> Name(string description) => new("NAME") { Description = description };

    public static Option<string?> File() => AccessOptions.KeyFile("The file of the keys");

    public static string PathOf(ParseResult parsed, Option<string?> option) =>
        AccessOptions.KeyFileOf(parsed, option) ?? throw new UsageException(AccessMessages.WhichKeyFile);

    private static IReadOnlyList<ApiKey> Read(string path)
    {
        var (keys, fault) = ApiKeyFile.Read(path);
        return fault is null ? keys : throw new InvalidDataException(fault);
    }

    private static string Instant(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
