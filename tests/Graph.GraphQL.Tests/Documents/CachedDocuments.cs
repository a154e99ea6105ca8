using System.Text;
using Graph.GraphQL.Documents;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Responses;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Tests.Documents;

public sealed class CachedDocuments
{
    [Theory]
    [InlineData("{ unknown }", true)]
    [InlineData("{ LONG }", false)]
    public async Task ARefusedDocumentWeighsByItsMessagesToo(string query, bool isKept)
    {
        var executor = Answers.Executor("type Query { a: Int }", limits: new() { Limits = new() { MaxCachedDocumentBytes = 6_000 } });
        var request = GraphQLRequest.Of(query.Replace("LONG", new string('k', 4_000), StringComparison.Ordinal));
        using var first = await executor.ExecuteAsync(request);
        using var second = await executor.ExecuteAsync(request);
        Assert.Equal(ResponseStatus.ValidationError, second.Status);
        Assert.Equal(isKept, ReferenceEquals(first.Errors, second.Errors));
    }

    [Fact]
    public void WhatWasReadStaysWhenOthersComeAndGo()
    {
        var cache = new ClockCache<int, string>(maxEntries: 3);
        cache.Add(0, "0");
        cache.Find(0);
        for (var i = 1; i < 10; i++)
        {
            cache.Add(i, $"{i}");
            Assert.Equal("0", cache.Find(0));
        }

        Assert.InRange(cache.Count, 1, 3);
        Assert.Null(cache.Find(1));
    }

    [Fact]
    public void WhatComesAgainSoonStaysThoughItWasNotReadInTime()
    {
        var cache = new ClockCache<int, string>(maxEntries: 1000);
        for (var round = 0; round < 2; round++)
            for (var i = 0; i < 500; i++) _ = cache.Find(i) ?? cache.Add(i, $"{i}");
        Assert.All(Enumerable.Range(0, 400), i => Assert.Equal($"{i}", cache.Find(i)));
        for (var i = 1000; i < 3000; i++) cache.Add(i, $"{i}");
        Assert.All(Enumerable.Range(0, 400), i => Assert.Equal($"{i}", cache.Find(i)));
        Assert.InRange(cache.Count, 400, 1000);
    }

    [Fact]
    public void WeightIsBoundedAndTooHeavyValuesAreNotKept()
    {
        var cache = new ClockCache<string, string>(maxEntries: 100, maxWeight: 10);
        cache.Add("a", "a", 6);
        cache.Add("b", "b", 6);
        Assert.Null(cache.Find("a"));
        Assert.Equal("b", cache.Find("b"));
        Assert.Equal("c", cache.Add("c", "c", 11));
        Assert.Null(cache.Find("c"));
    }

    [Fact]
    public void TheFirstOfTwoValuesForAKeyIsKept()
    {
        var cache = new ClockCache<string, string>(maxEntries: 2);
        Assert.Equal("first", cache.Add("key", "first"));
        Assert.Equal("first", cache.Add("key", "second"));
    }

    [Fact]
    public void KeysAreToldApartByEveryByte()
    {
        var comparer = Utf8KeyComparer.Instance;
        byte[][] keys = ["a"u8.ToArray(), "ab"u8.ToArray(), "ab\0"u8.ToArray(), "abc"u8.ToArray(), "abd"u8.ToArray(), []];
        foreach (var key in keys)
        {
            Assert.Equal(comparer.GetHashCode(key), comparer.GetHashCode(key.AsSpan()));
            Assert.Single(keys, other => comparer.Equals(key.AsSpan(), other));
        }

        Assert.Equal(keys.Length, keys.Select(comparer.GetHashCode).Distinct().Count());
    }

    [Fact]
    public async Task ACachedRequestDoesNotAllocateInProportionToItsDocument()
    {
        var executor = Answers.Executor("type Query { a: String }");
        var small = await BytesAllocated(executor, "{ a }");
        var large = await BytesAllocated(executor, $"{{ a }} # {new string('x', 50_000)}");
        Assert.InRange(large, 0, small + 500);
    }

    [Fact]
    public async Task ManyDifferentDocumentsLeaveABoundedNumberBehind()
    {
        var executor = Answers.Executor(
            "type Query { a: String }",
            limits: new() { Limits = new() { MaxCachedDocuments = 10, MaxCachedPlans = 10 } });
        for (
            var i = 0;
            i < 100;
            i++) Assert.Equal(
                $$$"""{"data":{"a{{{i}}}":null}}""",
                await executor.AnswerAsync($"query($b: Boolean = true) {{ a{i}: a @include(if: $b) }}"));
    }

    [Fact]
    public async Task RequestsAtTheSameTimeGetTheirOwnAnswers()
    {
        var executor = Answers.Executor("type Query { echo(text: String): String }", new SchemaOptions
        {
            Resolvers = new Dictionary<(string, string), FieldResolver>
            {
                [("Query", "echo")] = async context =>
                {
                    await Task.Yield();
                    return context.Arguments["text"];
                },
            },
        });
        await Parallel.ForAsync(0, 200, async (i, _) => Assert.Equal(
            $$$"""{"data":{"x":"{{{i}}}","y":"{{{i}}}"}}""", await executor.AnswerAsync(
                "query($t: String) { x: echo(text: $t) y: echo(text: $t) }",
                $$"""{"t":"{{i}}"}""")));
    }

    private static async Task<long> BytesAllocated(RequestExecutor executor, string document)
    {
        var request = new GraphQLRequest { Document = Encoding.UTF8.GetBytes(document) };
        for (var i = 0; i < 3; i++) (await executor.ExecuteAsync(request)).Dispose();
        var before = GC.GetAllocatedBytesForCurrentThread();
        (await executor.ExecuteAsync(request)).Dispose();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
