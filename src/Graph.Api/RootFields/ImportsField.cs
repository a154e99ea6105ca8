using System.Globalization;
using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Runs;
using Graph.Model.Values;

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
            .With("undoes", ": ID", "undoes", ApiMessages.ImportUndoes)
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
        new DerivedObject<ImportRun>(planning.Field, Write));

    private static void Write(string field, ImportRun run, ResponseBuffer output)
    {
        switch (field)
        {
            case "id":
                output.WriteString(run.Id.ToString(CultureInfo.InvariantCulture));
                break;
            case "command":
                output.WriteString(run.Command);
                break;
            case "startedAt":
                TimeText.WriteJson(output, run.StartedAt, TimeText.ResponseDigits);
                break;
            case "endedAt" when run.EndedAt is { } end:
                TimeText.WriteJson(output, end, TimeText.ResponseDigits);
                break;
            case "outcome" when run.Outcome is { } outcome:
                output.WriteString(NameOf(outcome));
                break;
            case "undoes" when run.Undoes is { } undone:
                output.WriteString(undone.ToString(CultureInfo.InvariantCulture));
                break;
            case "endedAt" or "outcome" or "undoes":
                output.WriteNull();
                break;
            case "sources":
                WriteList(run.Sources, output);
                break;
            default:
                output.WriteInt64(Number(field, run));
                break;
        }
    }

    private static void WriteList(IReadOnlyList<string> texts, ResponseBuffer output)
    {
        output.WriteRaw("["u8);
        foreach (var (place, text) in texts.Index())
        {
            if (place > 0) output.WriteRaw(","u8);
            output.WriteString(text);
        }

        output.WriteRaw("]"u8);
    }

    private static long Number(string field, ImportRun run) => field switch
    {
        "read" => run.Read,
        "added" => run.Added,
        "changed" => run.Changed,
        "removed" => run.Removed,
        "unchanged" => run.Unchanged,
        _ => run.Rejected,
    };

    private static string NameOf(RunOutcome outcome) => outcome == RunOutcome.SomeRejected ? "SOME_REJECTED" : outcome.ToString().ToUpperInvariant();
}
