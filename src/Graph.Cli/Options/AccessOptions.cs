using System.CommandLine;
using Graph.Server.Access;
using Graph.Server.Access.Jwt;

namespace Graph.Cli.Options;

/// <summary>The options that say who may ask a server.</summary>
internal sealed class AccessOptions
{
    /// <summary>Names the file of the keys where the option does not.</summary>
    private const string KeyFileVariable = "GRAPH_API_KEYS_FILE";

    private readonly Option<string?> keys = KeyFile("The file of the keys that are let in, which graph keys makes");

    private readonly Option<string?> issuer = new("--jwt")
    {
        Description = "Let in bearers of tokens of this issuer (OpenID Connect)",
        HelpName = "URL",
    };

    private readonly Option<string?> audience = new("--jwt-audience")
    {
        Description = "For whom tokens have to be: the name of this server at their issuer",
        HelpName = "NAME",
    };

    private readonly Option<string?> readClaim = new("--jwt-claim")
    {
        Description = "The claim that a token needs for reading, such as scope=graph.read",
        HelpName = "CLAIM=VALUE",
    };

    private readonly Option<string?> operateClaim = new("--jwt-operate-claim")
    {
        Description = "The claim that a token needs for seeing how the server fares (default: no token may)",
        HelpName = "CLAIM=VALUE",
    };

    private readonly Option<string?> datasetsClaim = new("--jwt-datasets-claim")
    {
        Description = "The claim that says which datasets a bearer is held to: a name, or a list of names, or * for the whole graph; a token "
            + "without it reads nothing (default: no token is held to any)",
        HelpName = "CLAIM",
    };

    private readonly Option<bool> open = new("--open") { Description = "Let whoever reaches the server read the graph, without a key" };

    private readonly Option<string[]> hosts = new("--allow-host")
    {
        Description = "A name by which the server may be asked besides localhost and addresses; may be given several times "
            + "(default: any, from this machine none)",
        HelpName = "NAME",
    };

    /// <summary>All of them, to add to a command.</summary>
    public IEnumerable<Option> All => [keys, issuer, audience, readClaim, operateClaim, datasetsClaim, open, hosts];

    /// <summary>What a command line says.</summary>
    /// <exception cref="UsageException">A part is missing or wrong.</exception>
    public AccessRules Of(ParseResult parsed) => new()
    {
        KeyFile = KeyFileOf(parsed, keys),
        Tokens = TokensOf(parsed),
        IsOpen = parsed.GetValue(open),
        AllowedHosts = [.. (parsed.GetValue(hosts) ?? []).Select(HostOf)],
    };

    /// <summary>The option that names the file of the keys.</summary>
    public static Option<string?> KeyFile(string description) =>
        new("--keys", "--key") { Description = $"{description} (environment: {KeyFileVariable})", HelpName = "FILE" };

    /// <summary>The file of the keys; null where none is named.</summary>
    public static string? KeyFileOf(ParseResult parsed, Option<string?> option) =>
        SharedOptions.Setting(parsed, option, KeyFileVariable) is { } path ? Path.GetFullPath(path) : null;

    private TokenRules? TokensOf(ParseResult parsed)
    {
        if (parsed.GetValue(issuer) is not { } authority)
        {
            var lonely = new[] { audience, readClaim, operateClaim, datasetsClaim }.FirstOrDefault(option => parsed.GetValue(option) is not null);
            return lonely is null ? null : throw new UsageException(AccessMessages.NoIssuer(lonely.Name));
        }

        if (!Uri.TryCreate(authority, UriKind.Absolute, out var url)) throw new UsageException(AccessMessages.NotAnIssuer(authority));
        var isSafe = url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback);
        if (!isSafe) throw new UsageException(AccessMessages.NotAnIssuer(authority));
        return new(
            url,
            parsed.GetValue(audience) is { Length: > 0 } name
                ? name
                : throw new UsageException(AccessMessages.TokensNeed(audience.Name, audience.HelpName)),
            ClaimOf(parsed, readClaim) ?? throw new UsageException(AccessMessages.TokensNeed(readClaim.Name, readClaim.HelpName)),
            ClaimOf(parsed, operateClaim))
        {
            Datasets = parsed.GetValue(datasetsClaim) is not { } held ? null
                : held.Trim() is { Length: > 0 } claim ? claim
                : throw new UsageException(AccessMessages.NoDatasetsClaim),
        };
    }

    private static RequiredClaim? ClaimOf(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text) return null;
        return RequiredClaim.Parse(text) ?? throw new UsageException(AccessMessages.NotAClaim(option.Name, text));
    }

    private static string HostOf(string given) =>
        Uri.CheckHostName(given) != UriHostNameType.Unknown ? given : throw new UsageException(AccessMessages.NotAHost(given));
}
