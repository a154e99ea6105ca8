using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>Prints which acts are counted, and figures over them.</summary>
/// <param name="scope">The parameters of the statement.</param>
/// <param name="labels">The labels of types.</param>
/// <param name="roots">Finds acts.</param>
/// <param name="parties">Follows relationships of acts.</param>
internal sealed class Acts(StatementScope scope, LabelMap labels, Roots roots, Parties parties)
{
    /// <summary>The clauses after which a variable holds the acts, each once.</summary>
    /// <param name="choice">Which.</param>
    /// <param name="place">The acts.</param>
    /// <param name="onDay">Further conditions on the day.</param>
    public IReadOnlyList<string> Chosen(ActChoice choice, Place place, IEnumerable<string> onDay) =>
        roots.All(place, choice.Where, [.. OfKind(choice, place), .. onDay]);

    /// <summary>The clauses after which rows hold what figures are made of: claims and evidence, and whether an act is answered.</summary>
    /// <param name="act">The kind of act.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="place">The acts.</param>
    public IEnumerable<string> Prepare(Act act, IReadOnlyList<ActFigure> figures, Place place)
    {
        if (figures.Contains(ActFigure.Claims)) yield return $"OPTIONAL MATCH {parties.Along(place.Node, act.Claim!, Claim)}";
        if (figures.Contains(ActFigure.Evidence)) yield return $"OPTIONAL MATCH {parties.Along(place.Node, act.Evidence!, Report)}";
        List<string> answers = [];
        if (figures.Contains(ActFigure.Answered)) answers.Add($"EXISTS {{ {Answers(act, place, "")} }} AS {ActFigure.Answered}");
        if (figures.Contains(ActFigure.Denied))
            answers.Add(
                $"EXISTS {{ {Answers(act, place, $" WHERE {Identifiers.Property(Answer, act.Kind!)} = '{act.Denies}'")} }} AS {ActFigure.Denied}");
        if (answers.Count > 0) yield return $"WITH *, {string.Join(", ", answers)}";
    }

    /// <summary>A figure over rows that were prepared.</summary>
    public static string Figure(Act act, ActFigure figure, Place place) => figure switch
    {
        ActFigure.Acts => $"count(DISTINCT {place.Node})",
        ActFigure.Claims => $"count(DISTINCT coalesce({Claim}, {place.Node}))",
        ActFigure.Evidence => $"count(DISTINCT {Report})",
        ActFigure.Answered or ActFigure.Denied => $"count(DISTINCT CASE WHEN {figure} THEN {place.Node} END)",
        ActFigure.First => $"min({Identifiers.Property(place.Node, act.On)})",
        ActFigure.Last => $"max({Identifiers.Property(place.Node, act.On)})",
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "Unknown figure."),
    };

    private const string Claim = "claim";
    private const string Report = "report";
    private const string Answer = "answer";

    private string Answers(Act act, Place place, string condition) =>
        $"MATCH {Paths.Between($"{Answer}:{labels.Of(act.Type)}", act.Answers!, null, place.Node)}{condition}";

    private IEnumerable<string> OfKind(ActChoice choice, Place place)
    {
        if (choice.Act.Kind is not { } kind) return [];
        var value = Identifiers.Property(place.Node, kind);
        if (choice.Kinds.Given is { } given) return [$"{value} IN {scope.Bind(given)}"];
        return choice is { Kinds.IsCounted: true, Act.Counted: { } counted } ? [$"{value} = '{counted}'"] : [];
    }
}
