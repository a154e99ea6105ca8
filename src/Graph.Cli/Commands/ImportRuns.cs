using Graph.Cli.Output;
using Graph.Import;
using Graph.Model.Stores;
using Graph.Server.Telemetry;

namespace Graph.Cli.Commands;

/// <summary>Runs an import with its progress shown on standard error.</summary>
internal static class ImportRuns
{
    public static async Task<ImportReport> RunAsync(ImportOptions options, IGraphStore store, CancellationToken cancellationToken)
    {
        using var collector = Collectors.Begin(ImportMetrics.SourceName, PoolMetrics.SourceName);
        using var progress = new ProgressLine(Terminal.TalksToPeople);
        return await Importer.RunAsync(options, store, TimeProvider.System, progress, cancellationToken);
    }
}
