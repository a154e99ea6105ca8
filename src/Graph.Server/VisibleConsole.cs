using Graph.Model.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Graph.Server;

/// <summary>
/// Writes a log entry as one line in which every control character is shown: what clients send, and what a graph holds,
/// can stand in messages and exceptions, and must neither command a terminal nor look like another entry.
/// </summary>
internal sealed class VisibleConsole() : ConsoleFormatter(FormatterName)
{
    /// <summary>What it is chosen by.</summary>
    public const string FormatterName = "visible";

    /// <summary>What the framework logs of a start that failed, with a stack: whoever starts the server tells it in a sentence.</summary>
    private static readonly (string Category, int Id) FailedStart = ("Microsoft.Extensions.Hosting.Internal.Host", 11);

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes, TextWriter writer)
    {
        if (IsToldElsewhere(entry.Category, entry.EventId)) return;
        var message = entry.Formatter(entry.State, entry.Exception);
        var text = entry.Exception is null ? message : $"{message} {entry.Exception}";
        writer.WriteLine($"{Level(entry.LogLevel)}: {entry.Category}[{entry.EventId.Id}] {VisibleSigns.Show(text.ReplaceLineEndings(" "))}");
    }

    /// <summary>Whether an entry is told in a sentence by whoever starts the server.</summary>
    public static bool IsToldElsewhere(string category, EventId id) => (category, id.Id) == FailedStart;

    /// <summary>The four letters that .NET's own console writes.</summary>
    private static string Level(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
