using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>One of the two ends of an act.</summary>
public enum ActEnd
{
    /// <summary>Those who act.</summary>
    By,

    /// <summary>Those whom the act is against.</summary>
    Against,
}

/// <summary>What the parties of an act are replaced by before acts are counted.</summary>
public enum RollUp
{
    /// <summary>Nothing: they are those that the act names.</summary>
    None,

    /// <summary>
    /// Those whom they speak for. Those who act: all on whose behalf the act was made, also where it names nobody who acts; where
    /// nobody is given, and of those whom it is against, by whom their offices of the act's day stand for (<see cref="Act.Represents"/>).
    /// Who stands for nobody else stays.
    /// </summary>
    Principal,

    /// <summary>
    /// The same, each of them then by the nearest of <see cref="Act.UpTo"/> that it belongs to, within <see cref="ActRules.MostBodies"/>
    /// steps: all at that distance. Who belongs to none stays.
    /// </summary>
    Top,
}

/// <summary>Which acts are counted.</summary>
/// <param name="Act">The acts.</param>
/// <param name="Where">The condition on them; null: all.</param>
/// <param name="Kinds">The kinds.</param>
public sealed record ActChoice(Act Act, Filter? Where, ActKinds Kinds);

/// <summary>The kinds of acts that are counted.</summary>
/// <param name="Given">A list of kinds, known when the query runs; null where none is given.</param>
/// <param name="IsCounted">Those of the kind <see cref="Act.Counted"/>, where the ontology names one.</param>
public sealed record ActKinds(Parameter? Given, bool IsCounted)
{
    /// <summary>Every kind.</summary>
    public static ActKinds All { get; } = new(null, false);

    /// <summary>Every kind is counted.</summary>
    public bool IsAll => Given is null && !IsCounted;

    /// <summary>The kind that the ontology says is counted; where it names none, every kind.</summary>
    public static ActKinds Counted { get; } = new(null, true);

    /// <summary>The kinds of a list; of an empty one none.</summary>
    public static ActKinds Of(Parameter list) => new(list, false);
}

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
