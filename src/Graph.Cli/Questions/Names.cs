using System.Text.Json;
using Graph.Api;
using Graph.Cli.Output;
using Graph.Model.Ontologies;

namespace Graph.Cli.Questions;

/// <summary>Finds the node that a person means by what they write: an id, a name, another name, or a spelling that the search finds.</summary>
internal sealed class Names(Client api, EntityType type)
{
    /// <summary>How many nodes of one name are listed.</summary>
    private const int Listed = 5;

    /// <summary>The id of the node meant, which is told where it is not just what was written.</summary>
    /// <exception cref="UsageException">Nobody is called so, or several are.</exception>
    public async Task<string> IdOfAsync(string written, CancellationToken cancellationToken)
    {
        var named = new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = written, ["id"] = written };
        if (await api.AskAsync(NameQueries.Exactly(type, Listed + 1), named, cancellationToken) is not { } exact)
            throw new UsageException(Messages.NameNotLookedUp(written));
        var found = Found(exact.GetProperty("byId"));
        if (found.Count == 0) found = Found(exact.GetProperty("byName"));
        IReadOnlyList<string> near = [];
        if (found.Count == 0 && api.Offers(NameQueries.SearchField))
        {
            if (await api.AskAsync(NameQueries.Search(type, Listed + 1), named, cancellationToken) is not { } searched)
                throw new UsageException(Messages.NameNotLookedUp(written));
            found = Found(searched.GetProperty(NameQueries.SearchField).GetProperty("hits"));
            near = [.. searched.GetProperty(NameQueries.SearchField).GetProperty("suggestions").EnumerateArray().Select(name => name.GetString()!)];
        }

        if (found.Count != 1) throw new UsageException(Messages.NoOneName(written, type, found, Listed, near));
        var (id, caption) = found[0];
        if (written != id && written != caption) Terminal.Say(Messages.TakenFor(written, caption, id));
        return id;
    }

    /// <summary>The ids of several.</summary>
    public async Task<IReadOnlyList<string>> IdsOfAsync(IEnumerable<string> written, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        foreach (var name in written) ids.Add(await IdOfAsync(name, cancellationToken));
        return ids;
    }

    private static List<(string Id, string Caption)> Found(JsonElement nodes) =>
        [.. nodes.EnumerateArray().Select(node => (node.GetProperty("id").GetString()!, node.GetProperty("caption").GetString()!))];
}
