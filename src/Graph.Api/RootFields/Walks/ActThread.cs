namespace Graph.Api.RootFields.Walks;

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
        Acts = [.. acts];
        Array.Sort(Acts, ThreadAct.Order);
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
