using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

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
