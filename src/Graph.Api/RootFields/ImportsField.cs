using System.Globalization;
using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Runs;

namespace Graph.Api.RootFields;

/// <summary>The runs that have changed the graph, latest first: <c>imports { id startedAt sources added changed removed rejected }</c>.</summary>
internal sealed class ImportsField : IRootField
{
    private const string Row = "ImportRun";

    private const string Outcomes = "ImportOutcome";

    /// <summary>The one for the graph.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) => [new ImportsField()];

    /// <inheritdoc/>
    public string Name => "imports";

    /// <inheritdoc/>
    public EntityType? About => null;

    /// <inheritdoc/>
    public void AddTo(SdlType query) =>
        query.With(Name, $"(limit: Int = {Limits.ImportRuns}, offset: Int = 0): [{Row}!]!", "the imports of the graph", ApiMessages.Imports);

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document)
    {
        document.Add("type", Row, "the API")
            .With("id", ": ID!", "id", ApiMessages.ImportId)
            .With("command", ": String!", "command", ApiMessages.ImportCommand)
            .With("startedAt", ": DateTime!", "startedAt")
            .With("endedAt", ": DateTime", "endedAt", ApiMessages.ImportEnd)
            .With("outcome", $": {Outcomes}", "outcome", ApiMessages.ImportEnd)
            .With("sources", ": [String!]!", "sources", ApiMessages.ImportSources)
            .With("read", ": Float!", "read", ApiMessages.ImportRead)
            .With("added", ": Float!", "added", ApiMessages.ImportAdded)
            .With("changed", ": Float!", "changed", ApiMessages.ImportChanged)
            .With("removed", ": Float!", "removed", ApiMessages.ImportRemoved)
            .With("unchanged", ": Float!", "unchanged", ApiMessages.ImportUnchanged)
            .With("rejected", ": Float!", "rejected", ApiMessages.ImportRejected);
        var outcomes = document.Add("enum", Outcomes, "the API");
        foreach (var outcome in Enum.GetValues<RunOutcome>()) outcomes.With(NameOf(outcome), "", NameOf(outcome));
    }

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning) => planning.Runs(
        new CountArgument(planning.Field, "limit", 0, Limits.MaxImportRuns, Limits.ImportRuns),
        new CountArgument(planning.Field, "offset", 0, int.MaxValue, 0),
        new FigureRow(planning.Field, (name, text) => Value(ImportRun.Parse(text)!, name)));

    private static string Value(ImportRun run, string field) => field switch
    {
        "id" => $"\"{run.Id.ToString(CultureInfo.InvariantCulture)}\"",
        "command" => Json(run.Command),
        "startedAt" => Json(run.StartedAt),
        "endedAt" => run.EndedAt is { } end ? Json(end) : "null",
        "outcome" => run.Outcome is { } outcome ? $"\"{NameOf(outcome)}\"" : "null",
        "sources" => $"[{string.Join(',', run.Sources.Select(Json))}]",
        "read" => Json(run.Read),
        "added" => Json(run.Added),
        "changed" => Json(run.Changed),
        "removed" => Json(run.Removed),
        "unchanged" => Json(run.Unchanged),
        _ => Json(run.Rejected),
    };

    private static string Json(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Json(DateTimeOffset instant) => $"\"{instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)}\"";

    private static string Json(string text)
    {
        using var buffer = new GraphQL.Json.ResponseBuffer(64);
        buffer.WriteString(text);
        return buffer.ToString();
    }

    private static string NameOf(RunOutcome outcome) => outcome == RunOutcome.SomeRejected ? "SOME_REJECTED" : outcome.ToString().ToUpperInvariant();
}
