using System.Buffers;
using System.Text.Json;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Json;
using Graph.GraphQL.Responses;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Tests.Json;

/// <summary>Answers that are made at once share a bound.</summary>
public sealed class MemoryOfAResponse
{
    private const int Most = 4 * ResponseBuffer.SegmentBytes;

    [Theory]
    [InlineData("{ now(times: 2000000) }")]
    [InlineData("{ later(times: 2000000) }")]
    [InlineData("{ hello a: later(times: 150000) b: later(times: 150000) c: later(times: 150000) }")]
    [InlineData("{ list(times: 150000) { now(times: 150000) later(times: 150000) } }")]
    public async Task AnAnswerForWhichThereIsNoMemoryIsRefusedAsAWhole(string query)
    {
        var executor = Executor(Most);
        for (var i = 0; i < 5; i++)
        {
            using var refused = await executor.ExecuteAsync(GraphQLRequest.Of(query));
            Assert.Equal(ResponseStatus.Busy, refused.Status);
            Assert.Equal(
                """{"errors":[{"message":"Too many long answers are being made at once, and there is no memory left for this one; ask again in a few seconds, or for less at once.","extensions":{"code":"SERVER_BUSY"}}]}""",
                refused.ToString());
            using var allowed = await executor.ExecuteAsync(GraphQLRequest.Of("{ now(times: 200000) later(times: 10000) }"));
            Assert.Equal(ResponseStatus.Success, allowed.Status);
        }
    }

    [Fact]
    public async Task AnAnswerHoldsItsMemoryUntilItIsSentAndShortOnesNeedNone()
    {
        var executor = Executor(Most);
        using (var sending = await executor.ExecuteAsync(GraphQLRequest.Of("{ now(times: 200000) }")))
        {
            Assert.Equal(200_000 + """{"data":{"now":""}}""".Length, sending.Length);
            using var other = await executor.ExecuteAsync(GraphQLRequest.Of("{ now(times: 200000) }"));
            Assert.Equal(ResponseStatus.Busy, other.Status);
            using var small = await executor.ExecuteAsync(GraphQLRequest.Of("{ now(times: 60000) }"));
            Assert.Equal(ResponseStatus.Success, small.Status);
        }

        using var later = await executor.ExecuteAsync(GraphQLRequest.Of("{ now(times: 200000) }"));
        Assert.Equal(ResponseStatus.Success, later.Status);
    }

    // The brace that ends an answer is written when everything else is done.
    [Fact]
    public async Task TheLastByteOfAnAnswerMayFindNoMemoryEither()
    {
        var executor = Executor(0);
        var whole = await Executor(long.MaxValue).AnswerAsync(Query(0));
        var fitting = ResponseBuffer.SegmentBytes - whole.Length;
        using var allowed = await executor.ExecuteAsync(GraphQLRequest.Of(Query(fitting)));
        Assert.Equal((ResponseStatus.Success, ResponseBuffer.SegmentBytes), (allowed.Status, allowed.Length));
        using var refused = await executor.ExecuteAsync(GraphQLRequest.Of(Query(fitting + 1)));
        Assert.Equal(ResponseStatus.Busy, refused.Status);
        Assert.Equal(0, executor.AnswerBytes);

        // A text ends a segment where little room is left, names of types fill it to its last byte.
        static string Query(int times) =>
            $"{{ now(times: {times}) {string.Join(' ', Enumerable.Range(10, 40).Select(i => $"aliasWithSomeLetters{i}: __typename"))} }}";
    }

    [Fact]
    public async Task ErrorsStandBeforeLongData()
    {
        using var response = await Executor(long.MaxValue).ExecuteAsync(GraphQLRequest.Of("{ now(times: 200000) fails later(times: 300000) }"));
        Assert.Equal(ResponseStatus.PartialSuccess, response.Status);
        Assert.StartsWith("""{"errors":[{"message":"It fails.",""", response.ToString(), StringComparison.Ordinal);
        var data = JsonElement.Parse(response.Body.ToArray()).GetProperty("data");
        Assert.Equal(
            (200_000, JsonValueKind.Null, 300_000),
            (data.GetProperty("now").GetString()!.Length, data.GetProperty("fails").ValueKind, data.GetProperty("later").GetString()!.Length));
    }

    private static RequestExecutor Executor(long most) => new(
        Schema.Build("type Query { hello: String, fails: Int, now(times: Int): String, later(times: Int): String, list(times: Int): [Query] }", new()
        {
            Resolvers = new Dictionary<(string, string), FieldResolver>
            {
                [("Query", "hello")] = _ => new("you"),
                [("Query", "fails")] = _ => throw new GraphQLException("It fails."),
                [("Query", "now")] = context => new(new string('x', (int)context.Arguments["times"]!)),
                [("Query", "later")] = async context =>
                {
                    await Task.Yield();
                    return new string('x', (int)context.Arguments["times"]!);
                },
                [("Query", "list")] = _ => new(new object[] { 1, 2, 3 }),
            },
        }),
        new() { Limits = new() { MaxUnsentBytes = most } });
}
