using System.Net;
using Graph.Api.Questions;
using Graph.Export;
using Graph.Model.Text;
using Graph.Model;
using Graph.Model.Ontologies;
using Graph.Server.Stores;

namespace Graph.Server;

/// <summary>What the server and those who open a graph are told.</summary>
internal static partial class Messages
{
    public static string NoGraph(string path, string file, IReadOnlyList<string> beside)
    {
        var near = beside.Where(other => Spelling.Nearest(Stem(file), [Stem(other)]).Count > 0);
        return $"There is no graph at '{path}'{Spelling.DidYouMean(file, near, CheckThePath(file, beside))} {Begin(path)}";
    }

    // Of files beside it those are told that end as it does.
    private static string CheckThePath(string file, IReadOnlyList<string> beside)
    {
        const int most = 5;
        var alike = beside.Where(other => Path.GetExtension(other) == Path.GetExtension(file)).Order(StringComparer.Ordinal).ToList();
        var named = string.Join(", ", alike.Take(most).Select(name => $"\"{name}\""));
        var more = alike.Count > most ? $" and {alike.Count - most} more" : "";
        return alike.Count == 0 ? "; check the path." : $"; check the path: beside it there is {named}{more}.";
    }

    public static string EmptyFile(string path) => $"The file '{path}' is empty and holds no graph. {Begin(path)}";

    public static string CannotListen(string urls, string reason) =>
        $"Cannot listen at {urls}: {SystemWords.Ended(reason)} Choose another address with --urls.";

    public static string AddressIsTaken(string url) =>
        $"Cannot listen at {url}: another program listens there already. End it, or choose another port with --urls.";

    public static string AddressIsElsewhere(string url) =>
        $"Cannot listen at {url}: this machine does not have that address. Choose one that it has with --urls, or http://*:PORT for all of them.";

    public static string PortNotAllowed(string url) =>
        $"Cannot listen at {url}: the system does not let you open that port. Choose one above 1023 with --urls.";

    public static string NotAnAddress(string url) => $"--urls takes addresses such as {GraphServerOptions.DefaultUrl}, not \"{url}\".";

    public static string NoCertificate(string url) =>
        $"--urls has \"{url}\", and nothing says with which certificate. Name it with --certificate, or write http and "
            + "put a proxy with one before it.";

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

    /// <summary>The page at <c>/</c> of a server that was built without the explorer.</summary>
    /// <param name="pathBase">The path at which the server stands; empty: none.</param>
    public static string NoExplorer(string pathBase) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Graph</title></head>
        <body>
        <h1>The explorer is not in this build</h1>
        <p>It is made when the server is built on a machine with <a href="https://nodejs.org/">Node 20</a> or later, and packages from the npm
        registry. Install Node, build once more (<code>dotnet build -c Release</code>) and start the server again; the container image has it.</p>
        <p>The API works without it: <a href="{WebUtility.HtmlEncode(pathBase)}/graphql">type queries into the plain page</a>.</p>
        </body>
        </html>
        """;

    public const string QueryWithConditions = "A query chooses the nodes itself: leave out where and actor, or the query.";

    public const string NoActs = "The ontology has no acts, which where and actor choose from. Choose the nodes with a query.";

    public const string NothingTallied = "The ontology counts no acts between actors, so that there is no view of actors. Leave the view out.";

    public const string ExportBroke = "The export failed. The server's log tells why, under this request's id.";

    public const string ExportByGet = "An export is asked for with GET.";

    public const string ExportsNothing
        = "This server answers documents that it knows only, and exports nothing. Use graph export where the graph is.";

    public static string TooManyExports(int most) => $"{most} exports are being made, which is as many as there may be. Ask again in some seconds.";

    public static string UnknownParameter(string name, IEnumerable<string> known) => $"An export takes {string.Join(", ", known)}, not \"{name}\".";

    public static string GivenTwice(string name) => $"{name} is given twice. Give it once; only actor may be given several times.";

    public static string PlainIsNoTruth(string given) => $"plain takes true or false, not \"{given}\".";

    public static string TooManyActors(int most) => $"An export takes {most} actors at most. Choose them with where: by their ids.";

    public static string UnknownFormat(string given) =>
        $"There is no format \"{given}\". Choose from {string.Join(", ", OutputFormats.All.Select(format => format.Name))}.";

    public static string UnknownView(string given) => $"There is no view \"{given}\". Choose acts or actors.";

    public static string NoViews(IOutputFormat format) => $"The format {format.Name} has one shape. Leave the view out.";

    public static string WhereNotJson(string fault) => $"where is no JSON object: {fault} Write for example {{\"confidence\": {{\"gte\": 0.9}}}}.";

    public static string ExportRefused(string what, IReadOnlyList<string> sentences) => $"The API refuses {what}: {string.Join(' ', sentences)}";

    public static string NoOneActor(string written, EntityType type, IReadOnlyList<NamedHit> found, int listed, IReadOnlyList<string> near)
    {
        if (found.Count == 0)
        {
            return $"No {type.Name} is called \"{written}\"." + (near.Count == 0 ? "" : $" Close to it: {string.Join(", ", near)}.");
        }
        var more = found.Count > listed ? ", and others" : "";
        return $"\"{written}\" may be {string.Join(", ", found.Take(listed).Select(one => $"{one.Caption} ({one.Id})"))}{more}. Give the id of one.";
    }

    /// <summary>The name without its ending, which files of one kind share: alike endings make no names alike.</summary>
    private static string Stem(string file) => Path.GetFileNameWithoutExtension(file);

    private static string Begin(string path) =>
        path == StoreLocation.Default.Path ? "Make one with: graph import PATH" : $"Make one with: graph import PATH --store sqlite:{path}";
}
