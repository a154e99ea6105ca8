namespace Graph.Model.Queries;

/// <summary>A figure over some acts.</summary>
public enum ActFigure
{
    /// <summary>How many acts.</summary>
    Acts,

    /// <summary>How many different claims they make; an act without a claim counts as a claim of its own.</summary>
    Claims,

    /// <summary>How many different nodes report them.</summary>
    Evidence,

    /// <summary>How many of them some act of the graph answers.</summary>
    Answered,

    /// <summary>How many of them some act of the graph answers with a denial.</summary>
    Denied,

    /// <summary>The first day; null where none is dated.</summary>
    First,

    /// <summary>The last day; null where none is dated.</summary>
    Last,
}
