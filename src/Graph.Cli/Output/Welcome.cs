using Graph.Api;
using Graph.GraphQL.Documents;
using Graph.Model.Stores;

namespace Graph.Cli.Output;

/// <summary>What a server says when it listens: where, and what to ask first.</summary>
internal static class Welcome
{
    /// <summary>Trusted documents that are named; the folder has the others.</summary>
    private const int MostNamed = 10;

    /// <param name="url">The server's address.</param>
    /// <param name="graph">What it serves.</param>
    /// <param name="trusted">The only operations that it answers; null: it answers any.</param>
    public static void Write(string url, IGraphStore graph, TrustedDocuments? trusted)
    {
        if (trusted is null)
        {
            Terminal.Print(Messages.Serving(graph.Location, url));
            Terminal.Print("");
            foreach (var query in FirstQueries.Of(graph.Ontology)) Terminal.Print($"  {query}");
        }
        else
        {
            Terminal.Print(Messages.ServingTrusted(graph.Location, url, trusted.Texts.Count));
            Terminal.Print("");
            foreach (var (name, id) in trusted.Ids.Take(MostNamed)) Terminal.Print($"  {name}  {id}");
            if (trusted.Texts.Count > MostNamed) Terminal.Print($"  {Messages.AndMore(trusted.Texts.Count - MostNamed)}");
        }

        Terminal.Print("");
    }
}
