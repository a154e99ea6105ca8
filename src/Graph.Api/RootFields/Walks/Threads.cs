using Graph.Model.Text;

namespace Graph.Api.RootFields.Walks;

/// <summary>What is known of an act.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Id">Its id.</param>
/// <param name="Day">Its day, which orders as text; null where it is missing.</param>
/// <param name="Kind">The kind of act; null where it is missing.</param>
internal sealed record ThreadAct(long Key, string Id, string? Day, string? Kind)
{
    /// <summary>By day, those without one last, then by id.</summary>
    public static Comparer<ThreadAct> Order { get; } = Comparer<ThreadAct>.Create((one, other) =>
    {
        var byDay = CodePointOrder.Instance.Compare(one.Day, other.Day);
        return byDay != 0 ? byDay : CodePointOrder.Instance.Compare(one.Id, other.Id);
    });
}

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

/// <summary>A thread: acts that hang together, two at least.</summary>
internal sealed class ActThread
{
    private readonly AnswerGraph graph;
    private readonly CancellationToken cancellationToken;
    private Dictionary<long, int>? depths;

    /// <summary>Makes a thread of its acts.</summary>
    public ActThread(IEnumerable<ThreadAct> acts, AnswerGraph graph, CancellationToken cancellationToken)
    {
        (this.graph, this.cancellationToken) = (graph, cancellationToken);
        Acts = [.. acts.Order(ThreadAct.Order)];
        Root = Acts.FirstOrDefault(act => graph.AnsweredBy(act.Key).Count == 0) ?? Acts[0];
    }

    /// <summary>The acts by day and id.</summary>
    public ThreadAct[] Acts { get; }

    /// <summary>The act that answers nothing; the first of them where several do not, of all where each answers something.</summary>
    public ThreadAct Root { get; }

    /// <summary>The first day; null where no act has one.</summary>
    public string? First => Acts[0].Day;

    /// <summary>The last day; null where no act has one.</summary>
    public string? Last => Array.FindLast(Acts, act => act.Day is not null)?.Day;

    /// <summary>The fewest steps between the root and an act.</summary>
    public int DepthOf(long act)
    {
        depths ??= graph.Around(Root.Key, cancellationToken).ToDictionary(one => one.Act, one => one.Depth);
        return depths[act];
    }
}
