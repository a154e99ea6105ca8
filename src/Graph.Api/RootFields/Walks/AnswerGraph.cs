namespace Graph.Api.RootFields.Walks;

/// <summary>Acts that answer each other, in either direction. An act that answers itself answers nothing by that.</summary>
internal sealed class AnswerGraph
{
    private readonly Dictionary<long, List<long>> answered = [];
    private readonly Dictionary<long, List<long>> answering = [];

    /// <summary>The acts that answer, or are answered.</summary>
    public IEnumerable<long> Acts => answered.Keys.Union(answering.Keys);

    /// <summary>Adds that one act answers another, which is added once.</summary>
    public void Add(long answer, long to)
    {
        if (answer == to) return;
        Of(answered, answer).Add(to);
        Of(answering, to).Add(answer);
    }

    /// <summary>The acts that an act answers.</summary>
    public IReadOnlyList<long> AnsweredBy(long act) => answered.TryGetValue(act, out var acts) ? acts : Nothing;

    /// <summary>The acts that an act is bound to, in either direction.</summary>
    public IEnumerable<long> Beside(long act) => AnsweredBy(act).Concat(answering.TryGetValue(act, out var acts) ? acts : Nothing);

    /// <summary>The acts that hang together with an act, by their fewest steps from it: nearest first.</summary>
    public List<(long Act, int Depth)> Around(long act, CancellationToken cancellationToken)
    {
        var found = new List<(long Act, int Depth)> { (act, 0) };
        var met = new HashSet<long> { act };
        for (var i = 0; i < found.Count; i++)
        {
            if (i % Limits.ExpansionsBetweenLooks == 0) cancellationToken.ThrowIfCancellationRequested();
            found.AddRange(Beside(found[i].Act).Where(met.Add).Select(beside => (beside, found[i].Depth + 1)));
        }

        return found;
    }

    private static readonly List<long> Nothing = [];

    private static List<long> Of(Dictionary<long, List<long>> acts, long act)
    {
        if (!acts.TryGetValue(act, out var known)) acts.Add(act, known = []);
        return known;
    }
}
