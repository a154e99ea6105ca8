using System.Text.Json.Nodes;
using Graph.Api;
using Graph.Model.Ontologies;
using static Graph.Server.Assistants.ActConditions;

namespace Graph.Server.Assistants;

/// <summary>The tools about acts: each asks what the API offers of them, under the API's own name.</summary>
internal sealed class ActTools(Questions questions, Act act)
{
    private const string Since = "since", Until = "until", Kind = "kind", Limit = "limit", Id = "id", Name = "name";
    private const string Bucket = "bucket", From = "from", To = "to";

    private IReadOnlyList<ToolArgument> Days =>
        [new(Since, Messages.ArgumentSince(act)) { IsDay = true }, new(Until, Messages.ArgumentUntil(act)) { IsDay = true }];

    private IReadOnlyList<ToolArgument> Filters =>
    [
        new(Snake(act.Actor), Messages.ArgumentActor(act, act.Actor)),
        new(Snake(act.Counterpart), Messages.ArgumentActor(act, act.Counterpart)),
        .. Days,
        .. KindFilter,
    ];

    private IReadOnlyList<ToolArgument> KindFilter => act.Kind?.Enum is not { } kinds ? []
        : [new(Kind, Messages.ArgumentKind(act)) { Values = [.. kinds.Values.Select(value => value.Name)] }];

    /// <summary>All of them that the API offers.</summary>
    public IEnumerable<AssistantTool> All()
    {
        var named = new ToolArgument(Name, Messages.ArgumentName(act.By.Target)) { IsRequired = true };
        var id = new ToolArgument(Id, Messages.ArgumentId(act.Type)) { IsRequired = true };
        yield return new(Snake(act.Type.Plural), Told(Messages.ToolOfActs(act)), [.. Filters, Most(10, Limits.AssistantActs)], ActsAsync);
        yield return new("get_" + Snake(act.Type.Name), Told(Messages.ToolOfOneAct(act)), [id], OneAsync);
        yield return new("get_" + Snake(act.By.Target.Name), Told(Messages.ToolOfActor(act)), [named], ActorAsync);
        if (questions.DescriptionOf(act.Pairs) is { } pairs)
            yield return new(Snake(act.Pairs!), Told(pairs), [.. Filters, Most(20, Limits.AssistantRows)], PairsAsync);
        if (questions.DescriptionOf(act.Timeline) is { } timeline)
        {
            var bucket = new ToolArgument(Bucket, Messages.ArgumentBucket) { IsRequired = true, Values = questions.ValuesOf("TimeBucket") };
            yield return new(Snake(act.Timeline!), Told(timeline), [.. Filters, bucket], TimelineAsync);
        }

        if (questions.DescriptionOf(act.Threads) is { } threads)
            yield return new(Snake(act.Threads!), Told(threads), [.. Filters, Most(3, Limits.AssistantThreads)], ThreadsAsync);
        if (questions.DescriptionOf(act.Chains) is { } chains)
            yield return new(
                Snake(act.Chains!), Told(chains),
                [named with { Name = From }, named with { Name = To }, .. Days, Most(3, Limits.AssistantChains)],
                ChainsAsync);
    }

    private static ToolArgument Most(int usual, int most) => new(Limit, Messages.ArgumentLimit) { Usual = usual, Most = most };

    private string Told(string description) => Messages.ToolDescription(description, act);

    private async ValueTask<JsonObject> ActsAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var where = await WhereAsync(call, withKind: true, cancellationToken);
        return await AskAsync(
            ReportQueries.Acts(act), call,
            new() { ["where"] = where, ["dated"] = Dated(act, where, false), ["undated"] = Dated(act, where, true), [Limit] = call.Number(Limit) },
            cancellationToken);
    }

    private async ValueTask<JsonObject> OneAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(ReportQueries.One(act), call, new() { [Id] = call.Text(Id) }, cancellationToken);
        return answer["found"]!.AsArray().Count == 1 ? answer : throw new AssistantRefusalException(Messages.NoSuchId(act.Type, call.Text(Id)!));
    }

    private async ValueTask<JsonObject> ActorAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var id = await questions.IdOfAsync(act.By.Target, call.Text(Name)!, call, cancellationToken);
        var (by, against) = (Party(act.By, id), Party(act.Against, id));
        return await AskAsync(
            ReportQueries.Actor(act), call,
            new()
            {
                [Id] = id,
                ["by"] = by,
                ["against"] = against,
                ["datedBy"] = Dated(act, by, false),
                ["datedAgainst"] = Dated(act, against, false),
            },
            cancellationToken);
    }

    private async ValueTask<JsonObject> PairsAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var variables = await CountedAsync(call, cancellationToken);
        variables[Limit] = call.Number(Limit);
        return await AskAsync(ReportQueries.Pairs(act), call, variables, cancellationToken);
    }

    private async ValueTask<JsonObject> TimelineAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var variables = await CountedAsync(call, cancellationToken);
        variables[Bucket] = call.Text(Bucket);
        return await AskAsync(ReportQueries.Timeline(act), call, variables, cancellationToken);
    }

    private async ValueTask<JsonObject> ThreadsAsync(ToolCall call, CancellationToken cancellationToken) => await AskAsync(
        ReportQueries.Threads(act), call,
        new() { ["where"] = await WhereAsync(call, withKind: true, cancellationToken), [Limit] = call.Number(Limit) },
        cancellationToken);

    private async ValueTask<JsonObject> ChainsAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var from = await questions.IdOfAsync(act.By.Target, call.Text(From)!, call, cancellationToken);
        var to = await questions.IdOfAsync(act.By.Target, call.Text(To)!, call, cancellationToken);
        var where = await WhereAsync(call, withKind: false, cancellationToken);
        return await AskAsync(
            ReportQueries.Chains(act), call, new() { [From] = from, [To] = to, ["where"] = where, [Limit] = call.Number(Limit) }, cancellationToken);
    }

    // What counts and the latest acts beside the counts are asked with. Without a kind the counted one is counted, and the latest are of it.
    private async ValueTask<Dictionary<string, object?>> CountedAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var where = await WhereAsync(call, withKind: false, cancellationToken);
        var kind = call.Text(Kind) ?? act.Counted;
        List<object> latest = [Is(act.On.Name, "isNull", false)];
        if (where is not null) latest.Add(where);
        if (kind is not null && act.Kind is { } property) latest.Add(Is(property.Name, "eq", kind));
        var variables = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["where"] = where,
            ["latest"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["AND"] = latest },
        };
        if (act.Kind is not null) variables["kinds"] = kind is null ? null : new[] { kind };
        return variables;
    }

    private async ValueTask<JsonObject> AskAsync(
        string query, ToolCall call, Dictionary<string, object?> variables, CancellationToken cancellationToken) =>
        questions.WithNotice(await questions.AskAsync(query, variables, call, cancellationToken));

    private async ValueTask<Dictionary<string, object>?> WhereAsync(ToolCall call, bool withKind, CancellationToken cancellationToken)
    {
        List<object> all = [];
        foreach (var (field, role) in new[] { (act.By, act.Actor), (act.Against, act.Counterpart) })
            if (call.Text(Snake(role)) is { } name) all.Add(Party(field, await questions.IdOfAsync(field.Target, name, call, cancellationToken)));
        if (call.Text(Since) is { } since) all.Add(Is(act.On.Name, "gte", since));
        if (call.Text(Until) is { } until) all.Add(Is(act.On.Name, "lte", until));
        if (withKind && act.Kind is { } property && call.Text(Kind) is { } kind) all.Add(Is(property.Name, "eq", kind));
        return all.Count == 0 ? null : new(StringComparer.Ordinal) { ["AND"] = all };
    }

    /// <summary>A name of the API as tools are named: <c>whoAccusedWhom</c> → <c>who_accused_whom</c>.</summary>
    public static string Snake(string name) =>
        string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
