using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;

namespace Graph.Api.RootFields.Walks;

/// <summary>Acts that answer each other, thread by thread, such as <c>accusationThreads</c>.</summary>
internal sealed class ThreadField(Act act) : IRootField
{
    /// <summary>One, where the ontology names it.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) =>
        ontology.Act is { Threads: not null, Answers: not null } act ? [new ThreadField(act)] : [];

    /// <summary>What both sides of an act may be; null where neither type holds the other.</summary>
    public static EntityType? Parties(Act act)
    {
        var (by, against) = (act.By.Target, act.Against.Target);
        if (against.ConcreteTypes.All(by.ConcreteTypes.Contains)) return by;
        return by.ConcreteTypes.All(against.ConcreteTypes.Contains) ? against : null;
    }

    /// <summary>The name of the move of an act of the counted kind that strikes back; null where no kind is counted.</summary>
    public static string? Counter(Act act) => act.Kind is null || act.Counted is null ? null : "COUNTER_" + act.Counted;

    /// <inheritdoc/>
    public string Name => act.Threads!;

    /// <inheritdoc/>
    public EntityType About => act.Type;

    private string Thread => act.Type.Name + "Thread";

    private string ThreadAct => act.Type.Name + "ThreadAct";

    private string Move => act.Type.Name + "Move";

    /// <inheritdoc/>
    public void AddTo(SdlType query) => query.With(
        Name,
        $"(where: {ApiNames.Where(act.Type)}, limit: Int = 20, offset: Int): [{Thread}!]!",
        $"the threads of {act.Type.Name}",
        ApiMessages.Threads(act));

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document)
    {
        var origin = $"the threads of {act.Type.Name}";
        var thread = document.Add("type", Thread, origin)
            .With("root", $": {act.Type.Name}!", "root", ApiMessages.ThreadRoot)
            .With("first", ": Date", "first", ApiMessages.ThreadFirst)
            .With("last", ": Date", "last", ApiMessages.ThreadLast)
            .With("size", ": Int!", "size", ApiMessages.ThreadSize(act));
        if (Parties(act) is { } parties) thread.With("parties", $": [{parties.Name}!]!", "parties", ApiMessages.ThreadParties(act));
        thread.With("acts", $"(limit: Int = 200, offset: Int): [{ThreadAct}!]!", "acts", ApiMessages.ThreadActs);
        var member = document.Add("type", ThreadAct, origin)
            .With("act", $": {act.Type.Name}!", "act")
            .With("answers", $": [{act.Type.Name}!]!", "answers", ApiMessages.ThreadAnswers(act))
            .With("depth", ": Int!", "depth", ApiMessages.ThreadDepth);
        if (Counter(act) is not { } counter) return;
        member.With("move", $": {Move}{(act.Kind!.IsRequired ? "!" : "")}", "move", ApiMessages.ThreadMove);
        var moves = document.Add("enum", Move, origin);
        foreach (var (value, description) in act.Kind.Enum!.Values) moves.With(value, "", value, description);
        moves.With(counter, "", counter, ApiMessages.CounterMove(act));
    }

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning) => new ThreadPlan(act, planning).Together();
}
