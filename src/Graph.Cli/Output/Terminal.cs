using Spectre.Console;

namespace Graph.Cli.Output;

/// <summary>The two ways out: data on standard output, talk on standard error.</summary>
internal static class Terminal
{
    /// <summary>Columns where nobody's terminal sets a width, such as in a file: wide enough for quotes.</summary>
    private const int WidthOfFiles = 200;

    public static IAnsiConsole Data { get; } = Create(Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole Talk { get; } = Create(Console.Error, Console.IsErrorRedirected);

    public static bool TalksToPeople => !Console.IsErrorRedirected;

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected) console.Profile.Width = WidthOfFiles;
        return console;
    }
}
