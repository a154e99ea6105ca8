using Graph.Model;
using Graph.Model.Stores;

namespace Graph.Server.Access.Keys;

/// <summary>Tells whoever runs a server what is odd about the keys that are held to datasets.</summary>
public static class HeldKeys
{
    /// <summary>Sentences about datasets that nothing was imported from; none while the graph cannot say.</summary>
    /// <param name="store">The graph.</param>
    /// <param name="datasets">The names.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public static async ValueTask<IReadOnlyList<string>> UnknownAsync(
        IGraphStore store,
        IEnumerable<string> datasets,
        CancellationToken cancellationToken)
    {
        try
        {
            var known = await store.SourcesAsync(cancellationToken);
            return
            [
                .. datasets.Distinct(StringComparer.Ordinal).Where(name => !known.Contains(name, StringComparer.Ordinal))
                    .Select(name => Messages.UnknownDataset(name, Spelling.DidYouMean(name, known, "."))),
            ];
        }
        catch (StoreException)
        {
            return [];
        }
    }

    /// <summary>What is odd about the keys that a server begins with.</summary>
    internal static async ValueTask<IReadOnlyList<string>> WarningsAsync(IGraphStore store, AccessRules access, CancellationToken cancellationToken)
    {
        if (access.KeyFile is not { } file) return [];
        var held = ApiKeyFile.Read(file).Keys.Select(key => key.Datasets).OfType<IReadOnlyList<string>>().ToList();
        if (held.Count == 0) return [];
        var unknown = await UnknownAsync(store, held.SelectMany(names => names), cancellationToken);
        return access.IsOpen ? [Messages.OpenToAll(file), .. unknown] : unknown;
    }
}
