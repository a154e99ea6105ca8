using Graph.GraphQL.Execution;

namespace Graph.GraphQL.Tests.Execution;

public sealed class ExecutingAnOperation
{
    private const string Sdl = """
        type Query { a: String b: Int c: Float d: Boolean e: ID color: Color item: Item items: [Item] strict: [Item!]! numbers: [Int!] node: Node any: Any }
        type Item implements Node { id: ID! name: String child: Item must: Item! }
        type Other implements Node { id: ID! }
        interface Node { id: ID! }
        enum Color { RED GREEN }
        scalar Any
        type Mutation { first: Int second: Int third: Int }
        """;

    [Theory]
    [InlineData("{ b a }", """{"a":"x","b":1}""", """{"data":{"b":1,"a":"x"}}""")]
    [InlineData("{ x: a a }", """{"a":"x"}""", """{"data":{"x":"x","a":"x"}}""")]
    [InlineData("{ c }", """{"c":1.0}""", """{"data":{"c":1}}""")]
    [InlineData("{ c }", """{"c":1e21}""", """{"data":{"c":1e+21}}""")]
    [InlineData(
        "{ item { ...F name } } fragment F on Item { id }",
        """{"item":{"id":1,"name":"n"}}""",
        """{"data":{"item":{"id":"1","name":"n"}}}""")]
    [InlineData("{ items { id } }", """{"items":[{"id":1},null]}""", """{"data":{"items":[{"id":"1"},null]}}""")]
    [InlineData(
        "{ node { __typename id } }",
        """{"node":{"__typename":"Other","id":"o"}}""",
        """{"data":{"node":{"__typename":"Other","id":"o"}}}""")]
    [InlineData("{ a @skip(if: true) b @include(if: true) c @include(if: false) }", """{"b":1}""", """{"data":{"b":1}}""")]
    [InlineData("{ any }", """{"any":{"x":[1,null]}}""", """{"data":{"any":{"x":[1,null]}}}""")]
    [InlineData(
        "{ item { child { name } } item { child { id } } }",
        """{"item":{"child":{"id":1,"name":"n"}}}""",
        """{"data":{"item":{"child":{"name":"n","id":"1"}}}}""")]
    public async Task DataIsAnsweredAsSelected(string query, string data, string expected) =>
        Assert.Equal(expected, await Answers.Ask(Sdl, query, data: data));

    [Theory]
    [InlineData("{ b }", """{"b":"x"}""", "Int cannot represent non-integer value: \\\"x\\\"", """{"b":null}""", "[\"b\"]")]
    [InlineData("{ b }", """{"b":3000000000}""", "Int cannot represent non 32-bit signed integer value: 3000000000", """{"b":null}""", "[\"b\"]")]
    [InlineData("{ color }", """{"color":"BLUE"}""", "Enum \\\"Color\\\" cannot represent value: \\\"BLUE\\\"", """{"color":null}""", "[\"color\"]")]
    [InlineData(
        "{ items { id } }",
        """{"items":"no"}""",
        "Expected Iterable, but did not find one for field \\\"Query.items\\\".",
        """{"items":null}""",
        "[\"items\"]")]
    [InlineData(
        "{ items { id } }",
        """{"items":[{"id":1},{}]}""",
        "Cannot return null for non-nullable field Item.id.",
        """{"items":[{"id":"1"},null]}""",
        "[\"items\",1,\"id\"]")]
    [InlineData(
        "{ strict { id } }",
        """{"strict":[{"id":1},{}]}""",
        "Cannot return null for non-nullable field Item.id.",
        "null",
        "[\"strict\",1,\"id\"]")]
    [InlineData("{ strict { id } }", """{"strict":[null]}""", "Cannot return null for non-nullable field Query.strict.", "null", "[\"strict\",0]")]
    [InlineData(
        "{ numbers }",
        """{"numbers":[1,null]}""",
        "Cannot return null for non-nullable field Query.numbers.",
        """{"numbers":null}""",
        "[\"numbers\",1]")]
    [InlineData(
        "{ item { must { must { id } } } }",
        """{"item":{"must":{}}}""",
        "Cannot return null for non-nullable field Item.must.",
        """{"item":null}""",
        "[\"item\",\"must\",\"must\"]")]
    [InlineData(
        "{ node { id } }",
        """{"node":{"__typename":"Color"}}""",
        "Abstract type \\\"Node\\\" was resolved to a non-object type \\\"Color\\\".",
        """{"node":null}""",
        "[\"node\"]")]
    public async Task FieldErrorsLeaveNullWhereNullIsAllowed(string query, string data, string message, string expected, string path)
    {
        var answer = await Answers.Ask(Sdl, query, data: data);
        Assert.StartsWith($$"""{"errors":[{"message":"{{message}}","locations":[{"line":1,"column":""", answer);
        Assert.EndsWith($$""","path":{{path}}}],"data":{{expected}}}""", answer);
    }

    [Theory]
    [InlineData("query A { a } query B { b }", null, "Must provide operation name if query contains multiple operations.")]
    [InlineData("query A { a } query B { b }", "C", "Unknown operation named \\\"C\\\".")]
    public async Task WithoutAnOperationNothingIsExecuted(string query, string? name, string message) =>
        Assert.Equal($$"""{"errors":[{"message":"{{message}}"}]}""", await Answers.Ask(Sdl, query, operationName: name));

    [Fact]
    public async Task TheNamedOperationIsExecuted() =>
        Assert.Equal("""{"data":{"b":null}}""", await Answers.Ask(Sdl, "query A { a } query B { b }", operationName: "B"));

    [Fact]
    public async Task ResolversThatWaitStartTogetherAndAreAnsweredInOrder()
    {
        var started = 0;
        var both = new TaskCompletionSource();
        async ValueTask<object?> Wait(object? value)
        {
            if (++started == 2) both.SetResult();
            await both.Task.WaitAsync(TimeSpan.FromSeconds(60));
            return value;
        }

        var executor = Answers.Executor(Sdl, new()
        {
            Resolvers = new Dictionary<(string, string), FieldResolver> { [("Query", "a")] = _ => Wait("x"), [("Query", "b")] = _ => Wait(2) },
        });
        Assert.Equal("""{"data":{"c":null,"a":"x","d":null,"b":2}}""", await executor.AnswerAsync("{ c a d b }"));
    }

    [Fact]
    public async Task RootFieldsOfAMutationRunOneAfterTheOther()
    {
        var log = new List<string>();
        FieldResolver Step(string name) => async _ =>
        {
            log.Add($"{name} starts");
            await Task.Yield();
            log.Add($"{name} ends");
            return 1;
        };
        var executor = Answers.Executor(Sdl, new()
        {
            Resolvers = new Dictionary<(string, string), FieldResolver>
            {
                [("Mutation", "first")] = Step("first"),
                [("Mutation", "second")] = Step("second"),
                [("Mutation", "third")] = _ => throw new GraphQLException("No."),
            },
        });
        Assert.Equal(
            """{"errors":[{"message":"No.","locations":[{"line":1,"column":18}],"path":["third"]}],"data":{"first":1,"third":null,"second":1}}""",
            await executor.AnswerAsync("mutation { first third second }"));
        Assert.Equal(["first starts", "first ends", "second starts", "second ends"], log);
    }

    [Fact]
    public async Task AListOfValuesThatWaitKeepsItsOrder()
    {
        var executor = Answers.Executor("type Query { items: [Item] } type Item { slow: Int! }", new()
        {
            Resolvers = new Dictionary<(string, string), FieldResolver>
            {
                [("Query", "items")] = _ => new(new object?[] { 3, 1, null, 2 }),
                [("Item", "slow")] = async context =>
                {
                    for (var i = 0; i < (int)context.Source!; i++) await Task.Yield();
                    return (int)context.Source! == 1 ? null : context.Source;
                },
            },
        });
        Assert.Equal(
            """{"errors":[{"message":"Cannot return null for non-nullable field Item.slow.","locations":[{"line":1,"column":11}],"path":["items",1,"slow"]}],"data":{"items":[{"slow":3},null,null,{"slow":2}]}}""",
            await executor.AnswerAsync("{ items { slow } }"));
    }

    [Fact]
    public async Task ObjectsOfTheCLRAreReadByProperty()
    {
        var executor = Answers.Executor(Sdl, new()
        {
            Resolvers = new Dictionary<(string, string), FieldResolver>
            {
                [("Query", "item")] = _ => new(new { Id = 7, Name = "n" }),
                [("Query", "node")] = _ => new(new Other("o")),
            },
        });
        Assert.Equal(
            """{"data":{"item":{"id":"7","name":"n","child":null},"node":{"__typename":"Other","id":"o"}}}""",
            await executor.AnswerAsync("{ item { id name child { id } } node { __typename id } }"));
    }

    [Fact]
    public async Task CancellationEndsTheExecution()
    {
        using var source = new CancellationTokenSource();
        var executor = Answers.Executor(Sdl, new()
        {
            Resolvers = new Dictionary<(string, string), FieldResolver>
            {
                [("Query", "a")] = async context =>
                {
                    await source.CancelAsync();
                    await Task.Delay(Timeout.Infinite, context.CancellationToken);
                    return null;
                },
            },
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => executor.AnswerAsync("{ a b }", cancellationToken: source.Token));
    }

    [Fact]
    public async Task CancellationThatIsNoticedAtOnceEndsTheExecution()
    {
        using var source = new CancellationTokenSource();
        var executor = Answers.Executor(Sdl, new()
        {
            Resolvers = new Dictionary<(string, string), FieldResolver>
            {
                [("Query", "a")] = context =>
                {
                    source.Cancel();
                    context.CancellationToken.ThrowIfCancellationRequested();
                    return default;
                },
            },
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => executor.AnswerAsync("{ a b }", cancellationToken: source.Token));
    }

    [Fact]
    public async Task VariablesInsideALiteralOfAScalarOfOnesOwnAreFilledIn()
    {
        var executor = Answers.Executor("type Query { echo(any: Any): Any  number: Int } scalar Any", new()
        {
            Resolvers = new Dictionary<(string, string), FieldResolver> { [("Query", "echo")] = context => new(context.Arguments["any"]) },
        });
        const string query = "query($a: Any, $b: [Int], $c: Any) { echo(any: {a: $a, b: [$b, 1.5], c: $c, d: null}) }";
        Assert.Equal(
            """{"data":{"echo":{"a":{"x":["y",true]},"b":[[1,null],1.5],"d":null}}}""",
            await executor.AnswerAsync(query, """{"a":{"x":["y",true]},"b":[1,null]}"""));
        Assert.Equal("""{"data":{"echo":{"a":2,"b":[null,1.5],"d":null}}}""", await executor.AnswerAsync(query, """{"a":2,"b":null}"""));
    }

    [Fact]
    public void BehaviorForWhatIsNotThereIsRefused()
    {
        var fault = Assert.Throws<GraphQLException>(() => Answers.Executor(Sdl, new()
        {
            Resolvers = new Dictionary<(string, string), FieldResolver> { [("Query", "nope")] = _ => default },
            TypeResolvers = new Dictionary<string, TypeResolver> { ["Item"] = _ => null },
        }));
        Assert.Equal(
            ["Behavior is given for \"Query.nope\", which the schema does not have; correct the name or define it.", "Behavior is given for \"Item\", which the schema does not have; correct the name or define it."],
            fault.Errors.Select(error => error.Message));
    }

    private sealed record Other(string Id);
}
