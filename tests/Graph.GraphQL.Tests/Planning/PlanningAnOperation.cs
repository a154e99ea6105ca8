using Graph.GraphQL.Execution;
using Graph.GraphQL.Planning;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Tests.Planning;

/// <summary>Planning has limits of its own, ends with its request, and is done once for requests that come together.</summary>
public sealed class PlanningAnOperation
{
    private const string Sdl = """
        type Query { node(where: Where): Node }
        interface Node { id: ID  next(where: Where): Node }
        type A implements Node { id: ID  next(where: Where): Node }
        type B implements Node { id: ID  next(where: Where): Node }
        type C implements Node { id: ID  next(where: Where): Node }
        input Where { a: Int  OR: [Where!] }
        """;

    [Fact]
    public async Task FieldsOnInterfacesCountForEachType()
    {
        // In the text each level is written once more; planned, each type has a next of its own, so there are three times as many.
        var fragments = string.Join(' ', Enumerable.Range(1, 9).Select(i =>
            $"fragment F{i} on Node {{ next {{ ...F{i - 1} }} ... on A {{ next {{ a: id }} }} ... on B {{ next {{ b: id }} }} ... on C {{ next {{ c: id }} }} }}"));
        Assert.Contains(
            "The operation selects more than 10000 fields when each counts for every type that it may be answered for; select less on interfaces and unions, or send several requests.",
            await Executor(new Walker()).AnswerAsync($"{{ node {{ ...F9 }} }} {fragments} fragment F0 on Node {{ id }}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VariablesCountWhereverTheyAreUsed()
    {
        var conditions = string.Join(',', Enumerable.Range(0, 200).Select(i => $$"""{"a":{{i}}}"""));
        var where = $$$"""{"w":{"OR":[{{{conditions}}}]}}""";
        var query = $"query($w: Where) {{ node {{ {string.Join(' ', Enumerable.Range(0, 50).Select(i => $"n{i}: next(where: $w) {{ id }}"))} }} }}";
        Assert.Contains(
            "The operation gives more than 20000 values in arguments when each variable counts wherever it is used; give shorter ones or send several requests.",
            await Executor(new Walker()).AnswerAsync(query, where), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VariablesThatNoPlanTakesAreRefusedBeforeTheyAreRead()
    {
        var conditions = string.Join(',', Enumerable.Repeat("""{"a":"x"}""", 20_001));
        var answer = await Executor(new Walker()).AnswerAsync(
            "query($w: Where) { node { next(where: $w) { id } } }",
            "{\"w\":{\"OR\":[" + conditions + "]}}");
        Assert.Contains("The operation gives more than 20000 values in arguments", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("invalid value", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanningEndsWhenItsTimeIsOver() => Assert.Equal(
        """{"errors":[{"message":"The operation took longer than 0.2 seconds and was ended; ask for less at once.","locations":[{"line":1,"column":1}]}]}""",
        await Executor(new Endless(), new() { Limits = new() { Timeout = TimeSpan.FromSeconds(0.2) } }).AnswerAsync("{ node { id } }"));

    [Fact]
    public async Task PlanningEndsWhenItsClientLeaves()
    {
        var planner = new Endless();
        using var client = new CancellationTokenSource();
        var answer = Task.Run(() => Executor(planner).AnswerAsync("{ node { id } }", cancellationToken: client.Token));
        await planner.Started.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await client.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task RequestsThatComeTogetherArePlannedOnce()
    {
        var planner = new Gated();
        var executor = Executor(planner);
        var first = Task.Run(() => executor.AnswerAsync("{ node { id } }"));
        await planner.Started.WaitAsync(TimeSpan.FromSeconds(60));
        var others = Enumerable.Range(0, 20).Select(_ => executor.AnswerAsync("{ node { id } }")).ToList();
        Assert.DoesNotContain(others, other => other.IsCompleted);
        planner.Gate.Release();
        foreach (var answer in others.Prepend(first)) Assert.Equal("""{"data":{"node":1}}""", await answer.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(1, planner.Plans);
    }

    [Fact]
    public async Task WhoLeavesWhileAPlanIsMadeFailsNobodyElse()
    {
        var planner = new Gated();
        var executor = Executor(planner);
        using var maker = new CancellationTokenSource();
        using var waiter = new CancellationTokenSource();
        var first = Task.Run(() => executor.AnswerAsync("{ node { id } }", cancellationToken: maker.Token));
        await planner.Started.WaitAsync(TimeSpan.FromSeconds(60));
        var leaving = executor.AnswerAsync("{ node { id } }", cancellationToken: waiter.Token);
        var staying = executor.AnswerAsync("{ node { id } }");
        await waiter.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving.WaitAsync(TimeSpan.FromSeconds(60)));
        await maker.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WaitAsync(TimeSpan.FromSeconds(60)));
        planner.Gate.Release();
        Assert.Equal("""{"data":{"node":1}}""", await staying.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(2, planner.Plans);
    }

    [Fact]
    public async Task AFloodOfLargePlansLeavesABoundedMemoryBehind()
    {
        var executor = Executor(new Walker { StatementBytes = 2_000_000 }, new() { Limits = new() { MaxCachedPlanBytes = 20_000_000 } });
        await executor.AnswerAsync("{ node { id } }");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 200; i++)
        {
            // Twice, so that the plan is kept for longer than one that is asked for once.
            for (var time = 0; time < 2; time++) await executor.AnswerAsync($"{{ node {{ a{i}: id }} }}");
        }

        // Without a bound 400 MB would stay; other tests that run at the same time hold some megabytes of their own.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, 0, 80_000_000);
        GC.KeepAlive(executor);
    }

    private static RequestExecutor Executor(IFieldPlanner planner, ExecutorOptions? limits = null)
    {
        var executor = Answers.Executor(
            Sdl,
            new() { Planners = new Dictionary<(string, string), IFieldPlanner> { [("Query", "node")] = planner } },
            limits);
        if (planner is Walker walker) walker.Schema = executor.Schema;
        return executor;
    }

    /// <summary>Plans all that is selected, for every type.</summary>
    private sealed class Walker : IFieldPlanner
    {
        public int StatementBytes { get; init; }

        public Schema? Schema { get; set; }

        public IFieldPlan Plan(PlannedField field, CancellationToken cancellationToken)
        {
            Walk(field);
            return new One(new byte[StatementBytes]);
        }

        private void Walk(PlannedField field)
        {
            _ = field.Arguments;
            if (field.Definition.Type.Named is not InterfaceType node) return;
            foreach (var type in Schema!.PossibleTypes(node))
                foreach (var below in field.Select(type)) Walk(below);
        }
    }

    /// <summary>Plans until it is told to stop.</summary>
    private sealed class Endless : IFieldPlanner
    {
        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IFieldPlan Plan(PlannedField field, CancellationToken cancellationToken)
        {
            Started.TrySetResult();
            cancellationToken.WaitHandle.WaitOne(TimeSpan.FromSeconds(30));
            cancellationToken.ThrowIfCancellationRequested();
            return new One([]);
        }
    }

    /// <summary>Plans when it is let.</summary>
    private sealed class Gated : IFieldPlanner
    {
        private int plans;

        public SemaphoreSlim Started { get; } = new(0);

        public SemaphoreSlim Gate { get; } = new(0);

        public int Plans => plans;

        public IFieldPlan Plan(PlannedField field, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref plans);
            Started.Release();
            Gate.Wait(TimeSpan.FromSeconds(30), cancellationToken);
            return new One([]);
        }
    }

    private sealed class One(byte[] statement) : IFieldPlan
    {
        public long Bytes => statement.Length;

        public ValueTask ExecuteAsync(FieldExecution execution, CancellationToken cancellationToken)
        {
            execution.Output.WriteInt64(1);
            return default;
        }
    }
}
