using Graph.GraphQL.Execution;
using Graph.GraphQL.Planning;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Tests.Planning;

public sealed class SelectionsMadeByThreads
{
    [Fact]
    public async Task ASelectionThatSeveralThreadsMakeAtOnceCountsOnce()
    {
        const int Fields = 300;
        var query = $"{{ people {{ {string.Join(' ', Enumerable.Range(0, Fields).Select(i => $"f{i}: pet {{ __typename ... on Dog {{ bark }} ... on Cat {{ meow }} }}"))} }} }}";
        Assert.Equal(await BytesAsync(threads: 1), await BytesAsync(threads: 4));

        async Task<long> BytesAsync(int threads)
        {
            var lazy = new Lazily();
            var executor = Answers.Executor(
                RecordedPlans.Sdl,
                new() { Planners = new Dictionary<(string, string), IFieldPlanner> { [("Query", "people")] = lazy } },
                new() { Limits = new() { MaxAliases = 1000 } });
            await executor.AnswerAsync(query);
            var type = (ObjectType)executor.Schema.FindType("Person")!;
            using var together = new Barrier(threads);
            await Task.WhenAll(Enumerable.Range(0, threads).Select(thread => Task.Factory.StartNew(
                () =>
                {
                    foreach (var field in lazy.Field!.Select(type))
                    {
                        together.SignalAndWait();
                        foreach (var pet in thread % 2 == 0 ? (string[])["Dog", "Cat"] : ["Cat", "Dog"]) field.Select(pet);
                    }
                },
                TaskCreationOptions.LongRunning)));
            return lazy.Field!.PlanBytes;
        }
    }

    /// <summary>Plans nothing of what is selected: it is selected later.</summary>
    private sealed class Lazily : IFieldPlanner, IFieldPlan
    {
        public PlannedField? Field { get; private set; }

        public long Bytes => 100;

        public IFieldPlan Plan(PlannedField field, CancellationToken cancellationToken)
        {
            Field = field;
            return this;
        }

        public ValueTask ExecuteAsync(FieldExecution execution, CancellationToken cancellationToken)
        {
            execution.Output.WriteInt64(1);
            return default;
        }
    }
}
