using Graph.Model;
using Graph.Server.Stores;

namespace Graph.Server;

/// <summary>What the server and those who open a graph are told.</summary>
internal static class Messages
{
    public static string NoGraph(string path, string file, IEnumerable<string> beside) =>
        $"There is no graph at '{path}'{Spelling.DidYouMean(file, beside.Where(other => Spelling.Nearest(Stem(file), [Stem(other)]).Count > 0), "; check the path.")} {Begin(path)}";

    public static string EmptyFile(string path) => $"The file '{path}' is empty and holds no graph. {Begin(path)}";

    public static string CannotListen(string urls, string reason) =>
        $"Cannot listen at {urls}: {reason.TrimEnd('.')}. Choose another address with --urls.";

    public static string AddressIsTaken(string url) =>
        $"Cannot listen at {url}: another program listens there already. End it, or choose another port with --urls.";

    public static string AddressIsElsewhere(string url) =>
        $"Cannot listen at {url}: this machine does not have that address. Choose one that it has with --urls, or http://*:PORT for all of them.";

    public static string PortNotAllowed(string url) =>
        $"Cannot listen at {url}: the system does not let you open that port. Choose one above 1023 with --urls.";

    public static string NotAnAddress(string url) => $"--urls takes addresses such as {GraphServerOptions.DefaultUrl}, not \"{url}\".";

    public static string NotHttp(string url) =>
        $"--urls has \"{url}\": the server itself speaks HTTP only. Write http, and put a proxy with a certificate before it.";

    public static string AddressHasPath(string url, string path) =>
        $"--urls has \"{url}\", an address with a path. Leave the path out, and give it as --path-base {path}.";

    public static string PortOutOfRange(string url, int port, int largest) =>
        $"--urls has \"{url}\": there is no port {port}. Ports go from 1 to {largest}; 0 takes any that is free.";

    public static string AnyPortOfTwo(string url) =>
        $"--urls has \"{url}\": localhost is two addresses, which cannot share a port that is chosen for them. Write http://127.0.0.1:0.";

    public static string HostIsNoAddress(string url, string host) =>
        $"--urls has \"{url}\": {host} is no address of this machine. Write one, such as 127.0.0.1, or localhost, or * for all of them.";

    public static string NoAnswer(string location, TimeSpan patience) =>
        $"The store {location} did not answer within {patience.TotalSeconds:0} seconds. Check that it is not overloaded.";

    public static string NotThereYet(string location) => $"There is no graph at {location} yet.";

    /// <summary>The page at <c>/</c> of a server that was built without the explorer.</summary>
    public const string NoExplorer = """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Graph</title></head>
        <body>
        <h1>The explorer is not in this build</h1>
        <p>It is made when the server is built on a machine with <a href="https://nodejs.org/">Node 20</a> or later, and packages from the npm
        registry. Install Node, build once more (<code>dotnet build -c Release</code>) and start the server again; the container image has it.</p>
        <p>The API works without it: <a href="/graphql">type queries into the plain page</a>.</p>
        </body>
        </html>
        """;

    /// <summary>The name without its ending, which files of one kind share: alike endings make no names alike.</summary>
    private static string Stem(string file) => Path.GetFileNameWithoutExtension(file);

    private static string Begin(string path) =>
        path == StoreLocation.Default.Path ? "Make one with: graph import PATH" : $"Make one with: graph import PATH --store sqlite:{path}";
}
