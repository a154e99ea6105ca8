namespace Graph.GraphQL.AspNetCore.Tests;

/// <summary>Batches, where a server takes them: one list of responses, each as if its request had come alone.</summary>
public sealed class BatchesOfRequests
{
    private const string One = """{"query":"{ hello }"}""";

    [Fact]
    public async Task EachRequestIsAnsweredForItselfInItsPlace()
    {
        await using var server = await TestServer.StartAsync(options => options.MaxBatch = 4);
        var answer = await server.PostAsync(" [ " + One + ", {\"query\":\"{ nothing }\"}, 7, {\"query\":\"query($n: String) { hello(name: $n) }\",\"variables\":{\"n\":\"[]\"}} ]\n");
        Assert.Equal(200, answer.Status);
        Assert.Equal(
            """[{"data":{"hello":"Hello you"}},{"errors":[{"message":"Cannot query field \"nothing\" on type \"Query\".","locations":[{"line":1,"column":3}]}]},{"errors":[{"message":"The request body must be a JSON object such as {\"query\": \"{ __typename }\"}."}]},{"data":{"hello":"Hello []"}}]""",
            answer.Body);
    }

    [Theory]
    [InlineData("[]", "The batch is an empty list; put at least one request into it.")]
    [InlineData("[" + One + "," + One + "," + One + "]", "The batch has more than 2 requests, the most that this server answers at once; send several batches.")]
    [InlineData("[" + One, "The request body is not JSON: the fault is at line 1, byte 23.")]
    [InlineData("[" + One + "] x", "The request body is not JSON: the fault is at line 1, byte 25.")]
    public async Task ABatchThatIsNoneIsRefusedAsAWhole(string body, string message)
    {
        await using var server = await TestServer.StartAsync(options => options.MaxBatch = 2);
        var answer = await server.PostAsync(body);
        Assert.Equal((400, message), (answer.Status, System.Text.Json.JsonElement.Parse(answer.Body).GetProperty("errors")[0].GetProperty("message").GetString()));
    }

    [Fact]
    public async Task ABatchIsNoStreamAndNeverLongerThanTen()
    {
        await using var server = await TestServer.StartAsync(options => options.MaxBatch = 1000);
        Assert.Equal(406, (await server.PostAsync($"[{One}]", accept: "text/event-stream")).Status);
        Assert.Equal(400, (await server.PostAsync($"[{string.Join(',', Enumerable.Repeat(One, 11))}]")).Status);
        var answer = await server.PostAsync($"[{string.Join(',', Enumerable.Repeat("{\"query\":\"{ long(times: 20000) }\"}", 10))}]");
        Assert.Equal((200, 10), (answer.Status, System.Text.Json.JsonElement.Parse(answer.Body).GetArrayLength()));
    }
}
