using System.Text;

namespace Graph.Cli.Output;

/// <summary>
/// What goes into a file or a pipe is UTF-8 on every system: the names of a graph are of every script, and the code page of a terminal, or the
/// locale of a user, has room for some, and would have question marks in the places of the others. Lines for programs end with line feeds;
/// the tables that people read end theirs as the system does.
/// </summary>
internal static class Utf8Output
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Before anything is written.</summary>
    public static void Begin()
    {
        if (OperatingSystem.IsWindows()) OnTerminalsOfWindows();
        if (Console.IsOutputRedirected) Console.SetOut(WriterTo(Console.OpenStandardOutput()));
        if (Console.IsErrorRedirected) Console.SetError(WriterTo(Console.OpenStandardError()));
    }

    /// <summary>A terminal of Windows belongs to other programs too, and gets its code page back.</summary>
    private static void OnTerminalsOfWindows()
    {
        var former = Console.OutputEncoding;
        Console.OutputEncoding = Utf8;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Console.OutputEncoding = former;
    }

    private static TextWriter WriterTo(Stream stream) => TextWriter.Synchronized(new StreamWriter(stream, Utf8) { AutoFlush = true, NewLine = "\n" });
}
