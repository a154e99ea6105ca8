using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Tests.Planning;

public sealed class FieldsOfAPlan
{
    private readonly RecordedPlans recorder = new();

    [Fact]
    public async Task ThePlanWritesTheBytesOfItsField() =>
        Assert.Equal("""{"data":{"a":["planned"],"__typename":"Query"}}""", await recorder.Executor().AnswerAsync("{ a: people { id } __typename }"));

    [Fact]
    public async Task ScalarsOfVariablesShareOnePlan()
    {
        var executor = recorder.Executor();
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
        await recorder.Executor().AnswerAsync("query($w: Where) { people(where: $w) { id } }", variables);
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
        await recorder.Executor().AnswerAsync($"{head} {{ people{arguments} {{ id }} }}", """{"ids":[1,"2"],"all":true}""");
        Assert.Equal([expected], recorder.Runs);
    }

    [Fact]
    public async Task ValuesThatChangeThePlanGetPlansOfTheirOwn()
    {
        var executor = recorder.Executor();
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
        await recorder.Executor().AnswerAsync("""
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
            await recorder.Executor().AnswerAsync("query($l: Int = 5) { other people(limit: $l) { id } }", """{"l":null}"""));

    [Fact]
    public async Task ArgumentsAreClosedWhenPlanningIsOver()
    {
        await recorder.Executor().AnswerAsync("{ people { friend(limit: 1) { id } } }");
        Assert.Throws<InvalidOperationException>(() => recorder.Last!.Select((ObjectType)recorder.Last.Definition.Type.Named)[0].Arguments);
    }
}
