using Graph.Api.Sdl;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Acts;

/// <summary>Figures over acts as fields: those that the ontology can tell.</summary>
internal static class ActFigures
{
    /// <summary>The figures by the names of their fields, in the order of the schema.</summary>
    public static IReadOnlyList<(string Name, ActFigure Figure)> Of(Act act)
    {
        List<(string, ActFigure)> figures = [(act.Type.Plural, ActFigure.Acts)];
        if (act.Claim is not null) figures.Add(("claims", ActFigure.Claims));
        if (act.Evidence is not null) figures.Add(("evidence", ActFigure.Evidence));
        if (act.Answers is not null) figures.Add(("answered", ActFigure.Answered));
        if (act is { Answers: not null, Denies: not null }) figures.Add(("denied", ActFigure.Denied));
        return [.. figures, ("first", ActFigure.First), ("last", ActFigure.Last)];
    }

    /// <summary>Those that are counted layer by layer, for rows of which each has many.</summary>
    public static IReadOnlyList<(string Name, ActFigure Figure)> Layers(Act act) =>
        [.. Of(act).Where(figure => figure.Figure is ActFigure.Acts or ActFigure.Claims or ActFigure.Evidence)];

    /// <summary>A day; otherwise a number.</summary>
    public static bool IsDay(ActFigure figure) => figure is ActFigure.First or ActFigure.Last;

    /// <summary>Adds a figure to a type.</summary>
    public static void AddTo(SdlType type, Act act, string name, ActFigure figure) =>
        type.With(name, IsDay(figure) ? ": Date" : ": Int!", $"the figure {name}", ApiMessages.Figure(act, figure));
}
