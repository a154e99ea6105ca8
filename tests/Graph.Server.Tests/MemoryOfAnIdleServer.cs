using Graph.GraphQL.Execution;
using Graph.GraphQL.Responses;
using Graph.GraphQL.TypeSystem;

namespace Graph.Server.Tests;

public sealed class MemoryOfAnIdleServer : IDisposable
{
    private readonly RequestExecutor executor = new(Schema.Build("type Query { long: String }", new()
    {
        Resolvers = new Dictionary<(string, string), FieldResolver> { [("Query", "long")] = _ => new(new string('x', 20_000_000)) },
    }));

    private readonly IdleMemory memory;
    private int collections;

    public MemoryOfAnIdleServer() => memory = new(executor, () => collections++);

    [Fact]
    public async Task CollectsOnceWhenARushOfLongAnswersIsOver()
    {
        await AskAsync();
        await AskAsync();
        memory.Look();
        Assert.Equal(0, collections);
        memory.Look();
        memory.Look();
        Assert.Equal(1, collections);
    }

    [Fact]
    public async Task CollectsNotWhileAnswersAreMadeOrSent()
    {
        var sending = await executor.ExecuteAsync(GraphQLRequest.Of("{ long }"));
        await AskAsync();
        for (var i = 0; i < 3; i++) memory.Look();
        Assert.Equal(0, collections);
        sending.Dispose();
        memory.Look();
        Assert.Equal(1, collections);
    }

    [Fact]
    public async Task CollectsNotForLittle()
    {
        await AskAsync();
        for (var i = 0; i < 3; i++) memory.Look();
        Assert.Equal(0, collections);
    }

    public void Dispose() => memory.Dispose();

    private async Task AskAsync()
    {
        using var answer = await executor.ExecuteAsync(GraphQLRequest.Of("{ long }"));
        Assert.Equal(ResponseStatus.Success, answer.Status);
    }
}
