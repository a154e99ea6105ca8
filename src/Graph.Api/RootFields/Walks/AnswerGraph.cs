using System.Runtime.InteropServices;

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

    /// <summary>An act answers another, or is answered.</summary>
    public bool IsBound(long act) => answered.ContainsKey(act) || answering.ContainsKey(act);

    /// <summary>The acts that hang together with an act, by their fewest steps from it: nearest first.</summary>
    public List<(long Act, int Depth)> Around(long act, CancellationToken cancellationToken)
    {
        var found = new List<(long Act, int Depth)> { (act, 0) };
        var met = new HashSet<long> { act };
        for (var i = 0; i < found.Count; i++)
        {
            if (i % Limits.ExpansionsBetweenLooks == 0) cancellationToken.ThrowIfCancellationRequested();
            Meet(answered, found[i]);
            Meet(answering, found[i]);
        }

        return found;

        void Meet(Dictionary<long, List<long>> acts, (long Act, int Depth) from)
        {
            if (!acts.TryGetValue(from.Act, out var beside)) return;
            foreach (var one in beside)
                if (met.Add(one)) found.Add((one, from.Depth + 1));
        }
    }

    private static readonly List<long> Nothing = [];

    private static List<long> Of(Dictionary<long, List<long>> acts, long act)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(acts, act, out _);
        return known ??= [];
    }
}
