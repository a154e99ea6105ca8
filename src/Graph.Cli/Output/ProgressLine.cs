using Graph.Import;
using Graph.Model.Text;

namespace Graph.Cli.Output;

/// <summary>
/// How far an import is: on a terminal one line that is written over, elsewhere (a log) a line every few seconds. Short
/// imports say nothing.
/// </summary>
internal sealed class ProgressLine(bool isTerminal) : IProgress<ImportProgress>, IDisposable
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private TimeSpan last;
    private int shown;

    public void Report(ImportProgress value)
    {
        lock (gate)
        {
            if (value.Elapsed - last < (isTerminal ? OnTerminal : Elsewhere)) return;
            last = value.Elapsed;
            var line = VisibleSigns.Show(Describe(value)).Replace('\n', '␊'); // one line, whatever a file is called
            if (!isTerminal)
            {
                Terminal.Say(line);
                return;
            }

            if (line.Length >= Width) line = line[..(Width - 1)];
            Console.Error.Write("\r" + line.PadRight(shown));
            shown = line.Length;
        }
    }

    public void Dispose()
    {
        if (shown > 0) Console.Error.Write("\r" + new string(' ', shown) + "\r");
    }

    private static int Width => Math.Max(20, Console.IsErrorRedirected || Console.WindowWidth <= 0 ? 80 : Console.WindowWidth);

    private static string Describe(ImportProgress value)
    {
        var rate = value.Elapsed > TimeSpan.Zero ? (long)(value.Read / value.Elapsed.TotalSeconds) : 0;
        var part = value.BytesTotal > 0 ? $"{100.0 * value.BytesRead / value.BytesTotal:0}% " : "";
        return $"{part}{Path.GetFileName(value.File)}: {Numbers.Grouped(value.Read)} read, {Numbers.Grouped(value.Written)} written, "
            + $"{Numbers.Grouped(value.Rejected)} rejected, {Numbers.Grouped(rate)} records/s";
    }
}
