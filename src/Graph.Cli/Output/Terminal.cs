using Graph.GraphQL;
using Graph.Model.Text;
using Spectre.Console;

namespace Graph.Cli.Output;

/// <summary>
/// The two ways out: data on standard output, talk on standard error. Whatever people read of them passes
/// <see cref="VisibleSigns"/>: names in a graph come from strangers, and a terminal obeys what it is sent.
/// </summary>
internal static class Terminal
{
    /// <summary>Columns where nobody's terminal sets a width, such as in a file: wide enough for quotes.</summary>
    private const int WidthOfFiles = 200;

    public static IAnsiConsole Data { get; } = Create(Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole Talk { get; } = Create(Console.Error, Console.IsErrorRedirected);

    public static bool TalksToPeople => !Console.IsErrorRedirected;

    /// <summary>For programs: what is written arrives byte for byte, unless it goes to a terminal.</summary>
    public static TextWriter Exact { get; } = Console.IsOutputRedirected ? Console.Out : new VisibleWriter(Console.Out);

    /// <summary>A line of data for people, however long.</summary>
    public static void Print(string line) => Console.Out.WriteLine(VisibleSigns.Show(line));

    /// <summary>A line of talk, however long.</summary>
    public static void Say(string line) => Console.Error.WriteLine(VisibleSigns.Show(line));

    /// <summary>An error of an answer, with its places in the query and in the data.</summary>
    public static void Say(GraphQLError error)
    {
        var place = error.Locations.IsDefaultOrEmpty ? "" : $"{error.Locations[0].Line}:{error.Locations[0].Column}: ";
        var path = error.Path is { Count: > 0 } ? $" (at {string.Join('.', error.Path)})" : "";
        Say(place + error.Message + path);
    }

    /// <summary>A cell of a table; what is shown for a sign takes its room.</summary>
    public static Text Cell(string? text) => new(VisibleSigns.Show(text ?? ""));

    /// <summary>The columns that a text takes: a terminal gives a Chinese sign two and a combining one none.</summary>
    public static int Width(string text) => text.GetCellWidth();

    /// <summary>The text with spaces after it, so that it takes so many columns.</summary>
    public static string Padded(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        console.Pipeline.Attach(new VisibleRenderables());
        if (redirected) console.Profile.Width = WidthOfFiles;
        return console;
    }
}
