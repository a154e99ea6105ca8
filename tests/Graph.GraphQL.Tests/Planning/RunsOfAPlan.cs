namespace Graph.GraphQL.Tests.Planning;

public sealed class RunsOfAPlan
{
    private readonly RecordedPlans recorder = new();

    [Fact]
    public async Task WhatARunThrowsIsAnErrorOfItsFieldAndLeavesTheOthers() =>
        Assert.Equal(
            """{"errors":[{"message":"No store.","locations":[{"line":1,"column":3}],"path":["fails"]}],"data":{"fails":null,"other":"x"}}""",
            await recorder.Executor().AnswerAsync("{ fails other }", data: """{"other":"x"}"""));

    [Fact]
    public async Task WhatARunThrowsTakesTheDataWhereNullIsNotAllowed() =>
        Assert.Equal(
            """{"errors":[{"message":"Internal error: the server could not answer this field; its log says why.","locations":[{"line":1,"column":9}],"path":["failsHard"]}],"data":null}""",
            await recorder.Executor().AnswerAsync("{ other failsHard }"));

    [Fact]
    public async Task RootFieldsThatWaitRunSideBySideAndAnswerInOrder()
    {
        recorder.Gate = new();
        var answer = recorder.Executor().AnswerAsync("{ a: people { id } b: people { id } c: other }", data: """{"other":"x"}""");
        await recorder.BothStarted.Task.WaitAsync(TimeSpan.FromSeconds(60));
        recorder.Gate.SetResult();
        Assert.Equal("""{"data":{"a":["planned"],"b":["planned"],"c":"x"}}""", await answer);
    }
}
