using Graph.Api.Questions;
using Graph.Cli.Output;
using Graph.Model.Ontologies;

namespace Graph.Cli.Questions;

/// <summary>Finds the node that a person means by what they write, and tells them where it is not just that.</summary>
internal sealed class Names(Client api, EntityType type)
{
    /// <summary>How many nodes of one name are listed.</summary>
    private const int Listed = 5;

    private readonly NameLookup lookup = new(api.Executor, type);

    /// <summary>The id of the node meant, which is told where it is not just what was written.</summary>
    /// <exception cref="UsageException">Nobody is called so, or several are.</exception>
    public async Task<string> IdOfAsync(string written, CancellationToken cancellationToken)
    {
        var (found, near, errors) = await lookup.FindAsync(written, Listed + 1, services: null, cancellationToken);
        foreach (var error in errors) Terminal.Say(error);
        if (errors.Count > 0) throw new UsageException(Messages.NameNotLookedUp(written));
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
}
