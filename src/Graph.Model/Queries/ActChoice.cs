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

/// <summary>Which acts are counted.</summary>
/// <param name="Act">The acts.</param>
/// <param name="Where">The condition on them; null: all.</param>
/// <param name="Kinds">The kinds.</param>
public sealed record ActChoice(Act Act, Filter? Where, ActKinds Kinds);
