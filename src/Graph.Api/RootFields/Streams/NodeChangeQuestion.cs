using Graph.Api.Responses;
using Graph.Api.Streams;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;
using Graph.Model.Changes;

namespace Graph.Api.RootFields.Streams;

/// <summary>What is the same for all subscribers of one plan.</summary>
/// <param name="Types">The names of the node types.</param>
/// <param name="IsConditional">Only of nodes that a condition is true of.</param>
/// <param name="Statements">What is asked of the nodes: once for each time that they are selected.</param>
/// <param name="Shape">The event.</param>
internal sealed record NodeChangeForm(
    IReadOnlySet<string> Types,
    bool IsConditional,
    IReadOnlyList<NodeStatement> Statements,
    DerivedObject<(ToldChange Told, IReadOnlyList<NodeAnswers> Nodes)> Shape);

/// <summary>What a subscriber asks of the nodes of a type.</summary>
internal sealed class NodeChangeQuestion : ChangeQuestion
{
    private readonly NodeChangeForm form;
    private readonly CoercedVariables variables;
    private readonly IReadOnlyList<object> path;
    private readonly int maxItems;
    private readonly IReadOnlySet<string>? kinds;

    public NodeChangeQuestion(NodeChangeForm form, FieldSubscription subscription, IReadOnlySet<string>? kinds, object plan)
    {
        (this.form, this.kinds, variables) = (form, kinds, subscription.Variables);
        (path, maxItems) = (subscription.Path, subscription.MaxListItems);
        Key = (plan, ValueKey.Of([
            kinds?.Order(StringComparer.Ordinal).ToList<object?>(), .. form.Statements.SelectMany(one => one.Query.Values(subscription.Variables))]));
    }

    /// <inheritdoc/>
    public override (object Plan, string Values) Key { get; }

    /// <inheritdoc/>
    public override IReadOnlySet<string> Types => form.Types;

    /// <inheritdoc/>
    public override double Price(int changes) =>
        form.Statements.Sum(one => one.Query.Price(variables)) * changes / Limits.ChangesTogether;

    /// <inheritdoc/>
    public override bool Wants(ToldChange change) => kinds is null || kinds.Contains(ChangeRecords.KindOf(change));

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<StreamedEvent?>> AnswerAsync(
        IReadOnlyList<ToldChange> changes, CancellationToken cancellationToken)
    {
        var there = changes.Where(change => change.Change.To is not null).Select(change => change.Change.Record.Start)
            .Distinct(StringComparer.Ordinal).ToList<object?>();
        var nodes = new List<NodeAnswers>();
        if (there.Count > 0)
            foreach (var statement in form.Statements) nodes.Add(await statement.AskAsync(there, variables, path, maxItems, cancellationToken));
        else nodes.AddRange(form.Statements.Select(_ => new NodeAnswers(new Dictionary<string, NodeAnswer>())));

        using var json = new ResponseBuffer();
        return [.. changes.Select(change => Of(change, nodes, json))];
    }

    private StreamedEvent? Of(ToldChange told, List<NodeAnswers> nodes, ResponseBuffer json)
    {
        if (form.IsConditional && told.Change.To is not null && nodes.Exists(answers => answers.Of(told.Change) is null)) return null;
        json.Truncate(0);
        form.Shape.Write((told, nodes), json);
        var errors = nodes.SelectMany(answers => answers.Of(told.Change)?.Errors ?? []).ToList();
        return new StreamedEvent(json.ToArray(0), told.Cursor.ToString()) { Errors = errors };
    }
}
