using System.Globalization;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Planning;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Tests.Planning;

public sealed class FieldsOfAPlan
{
    private const string Sdl = """
        type Query { people(where: Where, ids: [ID!], sort: [Sort!], limit: Int! = 10, all: Boolean): [Person!]!  fails: Int  failsHard: Int!  other: String }
        type Person { id: ID! name: String friend(limit: Int): Person pet: Pet }
        union Pet = Dog | Cat
        type Dog { id: ID! bark: String }
        type Cat { id: ID! meow: String }
        input Where { name: String, age: Int, AND: [Where!], sorted: Direction = UP, tags: [String] }
        input Sort { by: Direction, name: String }
        enum Direction { UP DOWN }
        """;

    private readonly Recorder recorder = new();

    [Fact]
    public async Task ThePlanWritesTheBytesOfItsField() =>
        Assert.Equal("""{"data":{"a":["planned"],"__typename":"Query"}}""", await Executor().AnswerAsync("{ a: people { id } __typename }"));

    [Fact]
    public async Task ScalarsOfVariablesShareOnePlan()
    {
        var executor = Executor();
        const string query = "query($n: String, $l: Int) { people(where: {name: $n}, limit: $l) { id } }";
        await executor.AnswerAsync(query, """{"n":"a","l":1}""");
        await executor.AnswerAsync(query, """{"n":"b","l":2}""");
        Assert.Equal(1, recorder.Plans);
        Assert.Equal(["where={name=a,sorted=UP!},limit=1", "where={name=b,sorted=UP!},limit=2"], recorder.Runs);
    }

    [Theory]
    [InlineData("""{"w":{"name":"a"}}""", "where={name=a,sorted=UP!},limit=10!")]
    [InlineData("""{"w":{"age":3,"name":null}}""", "where={name=null,age=3,sorted=UP!},limit=10!")]
    [InlineData("""{"w":{"AND":[{"age":1},{"tags":["x",null]}]}}""", "where={AND=[{age=1,sorted=UP!},{sorted=UP!,tags=(x,)}],sorted=UP!},limit=10!")]
    [InlineData("""{"w":{"AND":{"sorted":"DOWN"}}}""", "where={AND=[{sorted=DOWN!}],sorted=UP!},limit=10!")]
    [InlineData("""{"w":null}""", "where=null,limit=10!")]
    [InlineData("{}", "limit=10!")]
    public async Task TheShapeOfAVariableIsKnownWhenPlanning(string variables, string expected)
    {
        await Executor().AnswerAsync("query($w: Where) { people(where: $w) { id } }", variables);
        Assert.Equal([expected], recorder.Runs);
    }

    [Theory]
    [InlineData("(ids: [\"a\", $id])", "ids=(a,7),limit=10!")]
    [InlineData("(ids: $ids)", "ids=(1,2),limit=10!")]
    [InlineData("(ids: \"a\")", "ids=(a)!,limit=10!")]
    [InlineData("(sort: {name: \"n\"})", "sort=[{name=n!}],limit=10!")]
    [InlineData("(sort: [{by: DOWN}, {by: $direction}])", "sort=[{by=DOWN!},{by=UP!}],limit=10!")]
    [InlineData("(all: $all, limit: $limit)", "limit=5,all=True!")]
    [InlineData("(where: {age: $missing})", "where={sorted=UP!},limit=10!")]
    public async Task WrittenValuesAndVariablesMix(string arguments, string expected)
    {
        string[] definitions = ["$id: ID! = 7", "$ids: [ID!]", "$direction: Direction = UP", "$all: Boolean", "$limit: Int = 5", "$missing: Int"];
        var used = definitions.Where(definition => arguments.Split(' ', ',', ']', '}', ')').Contains(definition.Split(':')[0])).ToArray();
        var head = used.Length == 0 ? "query" : $"query({string.Join(", ", used)})";
        await Executor().AnswerAsync($"{head} {{ people{arguments} {{ id }} }}", """{"ids":[1,"2"],"all":true}""");
        Assert.Equal([expected], recorder.Runs);
    }

    [Fact]
    public async Task ValuesThatChangeThePlanGetPlansOfTheirOwn()
    {
        var executor = Executor();
        const string query
            = "query($d: Direction, $all: Boolean, $with: Boolean = false) { people(sort: [{by: $d}], all: $all) { id name @include(if: $with) } }";
        await executor.AnswerAsync(query, """{"d":"UP"}""");
        await executor.AnswerAsync(query, """{"d":"DOWN"}""");
        await executor.AnswerAsync(query, """{"d":"DOWN","all":true}""");
        await executor.AnswerAsync(query, """{"d":"DOWN","all":true,"with":true}""");
        await executor.AnswerAsync(query, """{"d":"DOWN","all":true,"with":true}""");
        Assert.Equal(4, recorder.Plans);
        Assert.Equal(["id", "id", "id", "id name"], recorder.Selections);
    }

    [Fact]
    public async Task SelectionsAreMergedForEachObjectType()
    {
        await Executor().AnswerAsync("""
            { people { ...P friend { id } pet { __typename ... on Dog { bark } ... on Cat { id } ...D } } }
            fragment P on Person { friend { name } pet { ... on Dog { id } } }
            fragment D on Dog { again: id }
            """);
        Assert.Equal(["friend{name id} pet{Dog: id __typename bark again; Cat: __typename id}"], recorder.Selections);
    }

    [Fact]
    public async Task ANullVariableAtAPlaceWithoutNullIsAnErrorOfTheField() =>
        Assert.Equal(
            """{"errors":[{"message":"Argument \"limit\" of non-null type \"Int!\" must not be null.","locations":[{"line":1,"column":42}],"path":["people"]}],"data":null}""",
            await Executor().AnswerAsync("query($l: Int = 5) { other people(limit: $l) { id } }", """{"l":null}"""));

    [Fact]
    public async Task ARefusalWhilePlanningIsARequestErrorWithThePlaceOfTheField()
    {
        recorder.Refuse = "The list is too long to be sorted.";
        Assert.Equal(
            """{"errors":[{"message":"The list is too long to be sorted.","locations":[{"line":1,"column":3}],"path":["p"]}]}""",
            await Executor().AnswerAsync("{ p: people { id } }"));
    }

    [Fact]
    public async Task WhatARunThrowsIsAnErrorOfItsFieldAndLeavesTheOthers() =>
        Assert.Equal(
            """{"errors":[{"message":"No store.","locations":[{"line":1,"column":3}],"path":["fails"]}],"data":{"fails":null,"other":"x"}}""",
            await Executor().AnswerAsync("{ fails other }", data: """{"other":"x"}"""));

    [Fact]
    public async Task WhatARunThrowsTakesTheDataWhereNullIsNotAllowed() =>
        Assert.Equal(
            """{"errors":[{"message":"Internal error: the server could not answer this field; its log says why.","locations":[{"line":1,"column":9}],"path":["failsHard"]}],"data":null}""",
            await Executor().AnswerAsync("{ other failsHard }"));

    [Fact]
    public async Task RootFieldsThatWaitRunSideBySideAndAnswerInOrder()
    {
        recorder.Gate = new();
        var answer = Executor().AnswerAsync("{ a: people { id } b: people { id } c: other }", data: """{"other":"x"}""");
        await recorder.BothStarted.Task.WaitAsync(TimeSpan.FromSeconds(60));
        recorder.Gate.SetResult();
        Assert.Equal("""{"data":{"a":["planned"],"b":["planned"],"c":"x"}}""", await answer);
    }

    [Fact]
    public void APlannerBelowTheRootIsRefused() => Assert.Equal(
        "A planner is given for \"Person.name\", but only fields of the roots are planned; give it a resolver.",
        Assert.Throws<GraphQLException>(
            () => Answers.Executor(
                Sdl,
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

    [Fact]
    public async Task ArgumentsAreClosedWhenPlanningIsOver()
    {
        await Executor().AnswerAsync("{ people { friend(limit: 1) { id } } }");
        Assert.Throws<InvalidOperationException>(() => recorder.Last!.Select((ObjectType)recorder.Last.Definition.Type.Named)[0].Arguments);
    }

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
                Sdl,
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

    private RequestExecutor Executor() => Answers.Executor(Sdl, new()
    {
        StructuralEnums = new HashSet<string> { "Direction" },
        Planners = new Dictionary<(string, string), IFieldPlanner>
        {
            [("Query", "people")] = recorder,
            [("Query", "fails")] = new Failing(new GraphQLException("No store.")),
            [("Query", "failsHard")] = new Failing(new InvalidOperationException("secret")),
        },
    });

    private sealed class Recorder : IFieldPlanner
    {
        public int Plans { get; private set; }

        public List<string> Runs { get; } = [];

        public List<string> Selections { get; } = [];

        public string? Refuse { get; set; }

        public PlannedField? Last { get; private set; }

        public TaskCompletionSource? Gate { get; set; }

        public TaskCompletionSource BothStarted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IFieldPlan Plan(PlannedField field, CancellationToken cancellationToken)
        {
            if (Refuse is not null) throw new GraphQLException(Refuse);
            Last = field;
            Plans++;
            Selections.Add(Print((ObjectType)field.Definition.Type.Named, field));
            return new Recorded(this, field.Arguments);
        }

        private static string Print(
            ObjectType type,
            PlannedField field) => string.Join(' ', field.Select(type).Select(child => child.Definition.Type.Named switch
        {
            ObjectType below => $"{child.ResponseKey}{{{Print(below, child)}}}",
            UnionType union => $"{child.ResponseKey}{{{string.Join("; ", union.Members.Select(member => $"{member}: {Print(member, child)}"))}}}",
            _ => child.ResponseKey,
        }));

        private sealed class Recorded(Recorder recorder, PlannedObject arguments) : IFieldPlan
        {
            public long Bytes => 100;

            private int running;

            public async ValueTask ExecuteAsync(FieldExecution execution, CancellationToken cancellationToken)
            {
                lock (recorder.Runs)
                    recorder.Runs.Add(string.Join(',', arguments.Fields.Select(field => $"{field.Key}={Show(field.Value, execution.Variables)}")));
                if (recorder.Gate is { } gate)
                {
                    if (Interlocked.Increment(ref running) == 1 && execution.Path[0] is "b") recorder.BothStarted.SetResult();
                    await gate.Task;
                }

                execution.Output.WriteRaw("[\"planned\"]"u8);
            }
        }

        private static string Show(PlannedValue value, CoercedVariables variables) => value switch
        {
            PlannedNull => "null",
            PlannedObject fields => $"{{{string.Join(',', fields.Fields.Select(field => $"{field.Key}={Show(field.Value, variables)}"))}}}",
            PlannedList list => $"[{string.Join(',', list.Items.Select(item => Show(item, variables)))}]",
            PlannedLeaf leaf => Show(leaf.Source.Resolve(variables)) + (leaf.Source.TryGetConstant(out _) ? "!" : ""),
            _ => throw new ArgumentOutOfRangeException(nameof(value)),
        };

        private static string Show(object? value) => value is IReadOnlyList<object?> items
            ? $"({string.Join(',', items.Select(Show))})"
            : Convert.ToString(value, CultureInfo.InvariantCulture)!;
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

    private sealed class Failing(Exception exception) : IFieldPlanner, IFieldPlan
    {
        public long Bytes => 100;

        public IFieldPlan Plan(PlannedField field, CancellationToken cancellationToken) => this;

        public ValueTask ExecuteAsync(FieldExecution execution, CancellationToken cancellationToken)
        {
            execution.Output.WriteRaw("[half"u8);
            throw exception;
        }
    }
}
