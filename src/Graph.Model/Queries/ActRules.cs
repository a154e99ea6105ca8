using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>What is said of the parties of acts, the same for every store.</summary>
public static class ActRules
{
    /// <summary>
    /// Steps from a body to what it belongs to: a department of a ministry of a government of a state. Longer ways are mistakes, or
    /// rings.
    /// </summary>
    public const int MostBodies = 4;

    /// <summary>
    /// The ways from an actor to whom its offices stand for. The first step carries the time of the office: where none is kept, nobody
    /// knows who held it on the day of an act, and the way is not followed.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<RelationshipField>> OfficeWays(Act act) => act.Represents.Count == 0
        ? []
        : [.. act.Represents[0].Where(first => first.Relationship.Properties?.Interval is not null)
            .SelectMany(first => Continued([first], act.Represents.Skip(1)))];

    /// <summary>Figures that the kept tallies know.</summary>
    public static bool IsTallied(ActFigure figure) => figure is ActFigure.Acts or ActFigure.First or ActFigure.Last;

    /// <summary>The end of an act by its relationship.</summary>
    public static RelationshipField Field(this Act act, ActEnd end) => end == ActEnd.By ? act.By : act.Against;

    private static IEnumerable<IReadOnlyList<RelationshipField>> Continued(
        IReadOnlyList<RelationshipField> way,
        IEnumerable<IReadOnlyList<RelationshipField>> steps)
    {
        if (steps.FirstOrDefault() is not { } next) return [way];
        return next.Where(field => field.Source.ConcreteTypes.Any(way[^1].Target.ConcreteTypes.Contains))
            .SelectMany(field => Continued([.. way, field], steps.Skip(1)));
    }
}
