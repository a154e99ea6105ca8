using Graph.Server.Access.Jwt;
using Graph.Server.Access.Keys;

namespace Graph.Server.Access;

/// <summary>
/// Who may ask a server. Without keys and tokens everybody may who reaches it, which is why it then listens on this machine alone unless
/// <see cref="IsOpen"/> says otherwise.
/// </summary>
public sealed record AccessRules
{
    /// <summary>The file of the keys that are let in, which is looked at again whenever it changes; null: there are none.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Whose tokens are let in; null: nobody's.</summary>
    public TokenRules? Tokens { get; init; }

    /// <summary>Whether whoever reaches the server may read, with a key or without, on whatever address it listens.</summary>
    public bool IsOpen { get; init; }

    /// <summary>
    /// Names by which the server may be asked, besides localhost and addresses. Where there are none any will do, except for requests from
    /// this machine, so that no page that a browser shows can ask it in the name of its own site (DNS rebinding).
    /// </summary>
    public IReadOnlyCollection<string> AllowedHosts { get; init; } = [];

    /// <summary>Whether somebody has to say who they are.</summary>
    public bool KnowsCallers => KeyFile is not null || Tokens is not null;

    /// <summary>What should be known of the rules where others than this machine may ask.</summary>
    /// <param name="urls">The addresses that are listened at, separated by ';'.</param>
    internal IEnumerable<string> Warnings(string urls)
    {
        foreach (var far in ListenAddresses.BeyondThisMachine(urls))
        {
            if (IsOpen) yield return Messages.IsOpen(far);
            if (KnowsCallers && !far.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) yield return Messages.KeysInClear(far);
        }
    }

    /// <summary>Refuses rules that would let strangers in by mistake, or nobody.</summary>
    /// <param name="urls">The addresses to listen at, separated by ';'.</param>
    /// <exception cref="CannotListenException">
    /// An address is not this machine's alone and nothing is said of who may ask, or the keys cannot be read.
    /// </exception>
    internal void Demand(string urls)
    {
        if (!KnowsCallers && !IsOpen && ListenAddresses.BeyondThisMachine(urls).FirstOrDefault() is { } far)
            throw new CannotListenException(Messages.NobodyAsked(far), isWrongUsage: true);
        if (KeyFile is null) return;
        var (keys, fault) = ApiKeyFile.Read(KeyFile);
        if (fault is not null) throw new CannotListenException(fault, isWrongUsage: true);
        if (keys.Count == 0) throw new CannotListenException(Messages.NoKeys(KeyFile), isWrongUsage: true);
    }
}
