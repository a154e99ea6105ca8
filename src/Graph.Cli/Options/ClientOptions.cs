using System.CommandLine;
using Graph.Server.Access;

namespace Graph.Cli.Options;

/// <summary>The options that say what one client of a server may use.</summary>
internal sealed class ClientOptions
{
    private const string Otherwise = "without --keys, --jwt and other addresses than this machine's: no limit";

    private const double BytesPerMegabyte = 1_000_000;

    private readonly Option<double?> requests = new("--client-requests")
    {
        Description = $"Most requests of one client in a minute (default: {ClientLimits.ForOthers.RequestsPerMinute}; {Otherwise})",
        HelpName = "REQUESTS",
    };

    private readonly Option<double?> cost = new("--client-cost")
    {
        Description = "Most that the statements of one client may cost in a minute, in objects "
            + $"(default: {ClientLimits.ForOthers.CostPerMinute}; {Otherwise})",
        HelpName = "COST",
    };

    private readonly Option<double?> exports = new("--client-export-megabytes")
    {
        Description = "Most megabytes that one client may export in a minute "
            + $"(default: {ClientLimits.ForOthers.ExportBytesPerMinute / BytesPerMegabyte}; {Otherwise})",
        HelpName = "MEGABYTES",
    };

    private readonly Option<int?> statements = new("--client-statements")
    {
        Description = "How many statements of one client work at once, of those that take about as long "
            + "(default: what there are places for; of those that take seconds one)",
        HelpName = "NUMBER",
    };

    /// <summary>All of them, to add to a command.</summary>
    public IEnumerable<Option> All => [requests, cost, exports, statements];

    /// <summary>What a command line says.</summary>
    /// <exception cref="UsageException">A limit would let nothing through.</exception>
    public ClientLimits Of(ParseResult parsed) => new()
    {
        RequestsPerMinute = SharedOptions.AtLeastOne(parsed, requests),
        CostPerMinute = SharedOptions.AtLeastOne(parsed, cost),
        ExportBytesPerMinute = SharedOptions.AtLeastOne(parsed, exports) * BytesPerMegabyte,
        Statements = SharedOptions.AtLeastOne(parsed, statements),
    };
}
