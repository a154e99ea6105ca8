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
    public async Task<string> IdOfAsync(string written, CancellationToken cancellationToken) =>
        OneOf(written, await FindAsync(written, cancellationToken));

    /// <summary>
    /// The id of the node that bears an id or name as written, letter case aside, which is told where it is another. What changes a graph asks
    /// so: a slip of the pen must not change somebody else.
    /// </summary>
    /// <exception cref="UsageException">Nobody is called just so, or several are.</exception>
    public async Task<string> ExactIdOfAsync(string written, CancellationToken cancellationToken)
    {
        var findings = await FindAsync(written, cancellationToken);
        if (findings is { IsExact: false, Found.Count: > 0 }) throw new UsageException(Messages.NotJustSo(written, type, findings.Found, Listed));
        return OneOf(written, findings);
    }

    /// <summary>The ids of several.</summary>
    public async Task<IReadOnlyList<string>> IdsOfAsync(IEnumerable<string> written, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        foreach (var name in written) ids.Add(await IdOfAsync(name, cancellationToken));
        return ids;
    }

    private async Task<NameFindings> FindAsync(string written, CancellationToken cancellationToken)
    {
        var findings = await lookup.FindAsync(written.Trim(), Listed + 1, services: null, cancellationToken);
        foreach (var error in findings.Errors) Terminal.Say(error.Message);
        if (findings is { Errors.Count: 0, Found.Count: 0 }) await api.SayWhereEmptyAsync(cancellationToken);
        return findings.Errors.Count == 0 ? findings : throw new UsageException(Messages.NameNotLookedUp(written));
    }

    private string OneOf(string written, NameFindings findings)
    {
        if (findings.Found.Count != 1) throw new UsageException(Messages.NoOneName(written, type, findings.Found, Listed, findings.Near));
        var (id, caption) = findings.Found[0];
        if (written != id && written != caption) Terminal.Say(Messages.TakenFor(written, caption, id));
        return id;
    }
}
