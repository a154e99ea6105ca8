namespace Graph.Import;

/// <summary>What a check of dossiers found.</summary>
/// <param name="Files">Dossiers read.</param>
/// <param name="Described">What they describe: actors, offices, events, documents, accusations and so on.</param>
/// <param name="Accusations">How many of these are accusations.</param>
/// <param name="Rejections">What an import would reject, in the order of the files.</param>
/// <param name="WrongUsage">Why nothing was checked, as a sentence; otherwise null.</param>
public sealed record DossierCheckReport(int Files, int Described, int Accusations, IReadOnlyList<Rejection> Rejections, string? WrongUsage)
{
    /// <summary>The acts that have neither a key nor an id of their own, in the order of the files; <see cref="DossierKeys"/> writes keys.</summary>
    public IReadOnlyList<UnkeyedAct> Unkeyed { get; init; } = [];

    /// <summary>The keys that are given, by dossier.</summary>
    internal ILookup<string, string> Keys { get; init; } = Array.Empty<string>().ToLookup(key => key);

    /// <summary>How it ended, as an import would: the number is the exit code.</summary>
    public ImportOutcome Outcome =>
        WrongUsage is not null ? ImportOutcome.WrongUsage : Rejections.Count > 0 ? ImportOutcome.SomeRejected : ImportOutcome.Complete;
}
