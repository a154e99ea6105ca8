using System.Diagnostics.CodeAnalysis;

namespace Graph.Server.Stores;

/// <summary>Where a graph is kept, as <c>--store</c> and <c>GRAPH_STORE</c> name it.</summary>
public abstract record StoreLocation
{
    /// <summary>What a location may look like, for messages.</summary>
    public const string Forms = "sqlite:FILE, bolt://HOST:PORT or neo4j://HOST:PORT";

    private static readonly string[] BoltSchemes = ["bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"];

    private StoreLocation()
    {
    }

    /// <summary>An embedded SQLite file.</summary>
    /// <param name="Path">The file; whoever writes creates it where it is missing.</param>
    public sealed record Sqlite(string Path) : StoreLocation;

    /// <summary>A Neo4j server.</summary>
    /// <param name="Uri">Its address.</param>
    public sealed record Neo4j(Uri Uri) : StoreLocation;

    /// <summary>The file that is used when nothing else is said: <c>graph/graph.db</c> in the user's data folder.</summary>
    public static Sqlite Default => new(Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "graph", "graph.db"));

    /// <summary>Reads a location.</summary>
    /// <param name="text"><c>sqlite:FILE</c>, <c>bolt://…</c>, <c>bolt+s://…</c>, <c>bolt+ssc://…</c>, <c>neo4j://…</c>.</param>
    /// <param name="location">The location, when it is one.</param>
    /// <param name="fault">Otherwise a sentence that says what is wrong with it.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out StoreLocation? location, [NotNullWhen(false)] out string? fault)
    {
        location = null;
        fault = null;
        var colon = text.IndexOf(':');
        var scheme = colon > 0 ? text[..colon] : "";
        if (scheme == "sqlite")
        {
            var path = text[(colon + 1)..];
            if (path.StartsWith("//", StringComparison.Ordinal)) path = path[2..];
            if (path.Length > 0) location = new Sqlite(Path.GetFullPath(path));
            else fault = "The store \"sqlite:\" names no file. Write for example sqlite:graph.db.";
        }
        else if (BoltSchemes.Contains(scheme))
        {
            if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
                fault = $"The store \"{scheme}:\" names no server. Write for example {scheme}://localhost:7687.";
            else if (uri.UserInfo.Length > 0)
                fault = "A store's address holds no password. Set NEO4J_USERNAME and NEO4J_PASSWORD in the environment instead.";
            else location = new Neo4j(uri);
        }
        else fault = $"The store \"{text}\" is of no known form. Write {Forms}.";
        return location is not null;
    }
}
