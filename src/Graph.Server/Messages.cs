using Graph.Model;
using Graph.Server.Stores;

namespace Graph.Server;

/// <summary>What the server and those who open a graph are told.</summary>
internal static class Messages
{
    public static string NoGraph(string path, string file, IEnumerable<string> beside) =>
        $"There is no graph at '{path}'{Spelling.DidYouMean(file, beside.Where(other => Spelling.Nearest(Stem(file), [Stem(other)]).Count > 0), "; check the path.")} {Begin(path)}";

    public static string EmptyFile(string path) => $"The file '{path}' is empty and holds no graph. {Begin(path)}";

    public static string CannotListen(string urls, string reason) => $"Cannot listen at {urls}: {reason} Choose another address with --urls.";

    public static string NoAnswer(string location, TimeSpan patience) =>
        $"The store {location} did not answer within {patience.TotalSeconds:0} seconds. Check that it is not overloaded.";

    public static string NotThereYet(string location) => $"There is no graph at {location} yet.";

    /// <summary>The name without its ending, which files of one kind share: alike endings make no names alike.</summary>
    private static string Stem(string file) => Path.GetFileNameWithoutExtension(file);

    private static string Begin(string path) =>
        path == StoreLocation.Default.Path ? "Make one with: graph import PATH" : $"Make one with: graph import PATH --store sqlite:{path}";
}
