using Graph.GraphQL.Execution;
using Graph.GraphQL.Planning;

namespace Graph.GraphQL.Tests.Planning;

public sealed class FaultsOfAPlanner
{
    private readonly RecordedPlans recorder = new();

    [Fact]
    public async Task ARefusalWhilePlanningIsARequestErrorWithThePlaceOfTheField()
    {
        recorder.Refuse = "The list is too long to be sorted.";
        Assert.Equal(
            """{"errors":[{"message":"The list is too long to be sorted.","locations":[{"line":1,"column":3}],"path":["p"]}]}""",
            await recorder.Executor().AnswerAsync("{ p: people { id } }"));
    }

    [Fact]
    public void APlannerBelowTheRootIsRefused() => Assert.Equal(
        "A planner is given for \"Person.name\", but only fields of the roots are planned; give it a resolver.",
        Assert.Throws<GraphQLException>(
            () => Answers.Executor(
                RecordedPlans.Sdl,
                new() { Planners = new Dictionary<(string, string), IFieldPlanner> { [("Person", "name")] = recorder } })).Message);

    [Fact]
    public async Task APlannerThatBreaksDownIsAskedAgain()
    {
        var planner = new BreaksDownOnce();
        var executor = Answers.Executor(
            "type Query { a: Int }",
            new() { Planners = new Dictionary<(string, string), IFieldPlanner> { [("Query", "a")] = planner } });
        Assert.Contains("Internal error", await executor.AnswerAsync("{ a }"), StringComparison.Ordinal);
        Assert.Equal("""{"data":{"a":7}}""", await executor.AnswerAsync("{ a }"));
        Assert.Equal("""{"data":{"a":7}}""", await executor.AnswerAsync("{ a }"));
        Assert.Equal(2, planner.Plans);
    }

    private sealed class BreaksDownOnce : IFieldPlanner, IFieldPlan
    {
        public int Plans { get; private set; }

        public long Bytes => 100;

        public IFieldPlan Plan(PlannedField field, CancellationToken cancellationToken) =>
            ++Plans == 1 ? throw new InvalidOperationException("The catalogue is not loaded.") : this;

        public ValueTask ExecuteAsync(FieldExecution execution, CancellationToken cancellationToken)
        {
            execution.Output.WriteInt64(7);
            return default;
        }
    }
}
