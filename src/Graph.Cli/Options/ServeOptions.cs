using System.CommandLine;
using Graph.GraphQL;
using Graph.GraphQL.AspNetCore;
using Graph.GraphQL.Documents;
using Graph.Server;

namespace Graph.Cli.Options;

/// <summary>The options that say how the API is served.</summary>
internal sealed class ServeOptions
{
    private readonly Option<string?> urls = new("--urls")
    {
        Description = $"Where to listen, several separated by ; (environment: GRAPH_URLS; default: {GraphServerOptions.DefaultUrl})",
        HelpName = "URL",
    };

    private readonly Option<string?> pathBase = new("--path-base")
    {
        Description = "The path under which a proxy offers the server, such as /graph",
        HelpName = "PATH",
    };

    private readonly AccessOptions access = new();

    private readonly NetworkOptions network = new();

    private readonly Option<string[]> origins = new("--allow-origin")
    {
        Description = "An origin whose pages may ask the API from a browser; may be given several times (default: none)",
        HelpName = "ORIGIN",
    };

    private readonly Option<bool> noIntrospection = new("--no-introspection")
    {
        Description = "Refuse introspection, so that clients cannot read the schema",
    };

    private readonly Option<bool> federation = new("--federation")
    {
        Description = "Let gateways of Apollo Federation take the API as a part of a larger one: docs/federation.md",
    };

    private readonly Option<string?> trusted = new("--trusted-documents")
    {
        Description = "Answer only the operations in the .graphql files of a folder",
        HelpName = "FOLDER",
    };

    private readonly Option<double?> maxCost = new("--max-cost")
    {
        Description = $"Most an operation may cost, in objects or work of that price (default: {new RequestLimits().MaxCost:0})",
        HelpName = "COST",
    };

    private readonly Option<int?> maxList = new("--max-list-items")
    {
        Description = $"Most items in one list, with or without a limit (default: {new RequestLimits().MaxListItems})",
        HelpName = "ITEMS",
    };

    private readonly Option<int?> maxBatch = new("--max-batch")
    {
        Description = $"Answer batches of up to so many requests, {GraphQLHttpOptions.MostInBatch} at most (default: batches are refused)",
        HelpName = "REQUESTS",
    };

    private readonly Option<int?> heavy = new("--heavy-statements")
    {
        Description = "How many statements that take seconds work at once (default: half of the processors)",
        HelpName = "NUMBER",
    };

    private readonly Option<string?> log = Choices.Of(
        "--log", "Whether lines of the log are text for people, or JSON for programs (default: text)", ["text", "json"]);

    private readonly Option<int?> slow = new("--slow-log")
    {
        Description = "Tell operations in the log that take at least so many milliseconds, with their fields, cost and statements, never a value "
            + $"(default: {new GraphServerOptions().SlowLog.TotalMilliseconds:0}; 0: all)",
        HelpName = "MS",
    };

    private readonly Option<string?> views = new("--views")
    {
        Description = "Where the graphs of those who are held to datasets are kept while the server runs (default: the system's folder for "
            + "temporary files)",
        HelpName = "FOLDER",
    };

    private readonly ClientOptions clients = new();

    private readonly Option<string?> profile = Choices.Of(
        "--http-profile",
        "Which edition of GraphQL over HTTP decides statuses: what clients expect today, or the newest draft with 422 and 294 (default: customary)",
        ["customary", "draft"]);

    /// <summary>All of them, to add to a command.</summary>
    public IEnumerable<Option> All =>
    [
        urls, .. access.All, .. network.All, pathBase, origins, noIntrospection, federation, trusted, maxCost, maxList, maxBatch, heavy,
        .. clients.All, views, log, slow, profile,
    ];

    /// <summary>What a command line says.</summary>
    /// <exception cref="UsageException">A value is out of range, or names no folder of operations.</exception>
    public GraphServerOptions Of(ParseResult parsed)
    {
        var options = new GraphServerOptions
        {
            Urls = SharedOptions.Setting(parsed, urls, "GRAPH_URLS") ?? GraphServerOptions.DefaultUrl,
            Access = access.Of(parsed),
            Certificate = network.CertificateOf(parsed),
            TrustedProxies = network.ProxiesOf(parsed),
            LogsJson = parsed.GetValue(log) == "json",
            Clients = clients.Of(parsed),
            ViewFolder = FolderOf(parsed.GetValue(views)),
            PathBase = PathOf(parsed.GetValue(pathBase)),
            AllowedOrigins = parsed.GetValue(origins) ?? [],
            Introspection = !parsed.GetValue(noIntrospection),
            IsSubgraph = parsed.GetValue(federation),
            TrustedDocuments = DocumentsOf(parsed.GetValue(trusted)),
            HttpProfile = parsed.GetValue(profile) == "draft" ? HttpProfile.NewestDraft : HttpProfile.Customary,
        };
        if (SharedOptions.AtLeastOne(parsed, maxCost) is { } cost) options = options with { MaxCost = cost };
        if (SharedOptions.AtLeastOne(parsed, maxList) is { } items) options = options with { MaxListItems = items };
        if (parsed.GetValue(maxBatch) is { } batch) options = options with { MaxBatch = InRange(batch) };
        if (parsed.GetValue(slow) is { } milliseconds) options = options with { SlowLog = NotNegative(milliseconds) };
        if (SharedOptions.AtLeastOne(parsed, heavy) is not { } places) return options;
        var lane = options.Statements.Heavy with { Places = places };
        return options with { Statements = options.Statements with { Heavy = lane } };
    }

    private static int InRange(int given) =>
        given is >= 1 and <= GraphQLHttpOptions.MostInBatch
            ? given
            : throw new UsageException(Messages.NoSuchBatch(GraphQLHttpOptions.MostInBatch, given));

    private static TimeSpan NotNegative(int milliseconds) => milliseconds >= 0
        ? TimeSpan.FromMilliseconds(milliseconds)
        : throw new UsageException(Messages.NegativeSlowLog(milliseconds));

    private static string? FolderOf(string? given) =>
        given is null || Directory.Exists(given) ? given : throw new UsageException(Messages.ViewsNotAFolder(given));

    private static string PathOf(string? given)
    {
        if (given is null) return "";
        var path = given.Trim('/');
        return given.StartsWith('/') && path.All(sign => char.IsAsciiLetterOrDigit(sign) || "-._~/".Contains(sign, StringComparison.Ordinal))
            ? path.Length == 0 ? "" : "/" + path
            : throw new UsageException(Messages.PathBaseNotAPath(given));
    }

    private static TrustedDocuments? DocumentsOf(string? folder)
    {
        if (folder is null) return null;
        if (!Directory.Exists(folder)) throw new UsageException(Messages.TrustedDocumentsNotAFolder(folder));
        var documents = TrustedDocuments.FromFolder(folder);
        return documents.Texts.Count > 0 ? documents : throw new UsageException(Messages.NoTrustedDocuments(folder));
    }
}
