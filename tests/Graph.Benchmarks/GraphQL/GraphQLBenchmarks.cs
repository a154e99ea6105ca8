using System.Text;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Language;
using Graph.GraphQL.Responses;
using Graph.GraphQL.TypeSystem;
using Graph.GraphQL.Validation;

namespace Graph.Benchmarks.GraphQL;

/// <summary>What the engine itself costs, in process and without a store: <c>dotnet run -c Release -- graphql</c>.</summary>
internal static class GraphQLBenchmarks
{
    private const string Sdl = """
        type Query { people(limit: Int = 20): [Person!]! found(where: Where): Int! }
        input Where { AND: [Where!] OR: [Where!] NOT: Where id: Text name: Text born: Number text: Text saidOn: Text count: Number }
        input Text { eq: String in: [String!] contains: String startsWith: String }
        input Number { eq: Int in: [Int!] lt: Int gte: Int }
        type Person { id: ID! name: String! born: Int accusations(limit: Int = 5): [Accusation!]! }
        type Accusation { id: ID! text: String! saidOn: String! count: Int! }
        """;

    private const string PeopleQuery = "query People($limit: Int) { people(limit: $limit) { id name born accusations { id text saidOn count } } }";

    private const string FilterInVariables = "query Found($where: Where) { found(where: $where) }";

    private const string Filter = """{"where":{"AND":[{"name":{"contains":"a"}},{"born":{"gte":1950,"lt":1990}},{"OR":[{"id":{"in":["p1","p2","p3"]}},{"NOT":{"text":{"eq":"x"}}}]}]}}""";

    private const string FilterInDocument = """
        query Found($name: String) { found(where: { AND: [{ name: { contains: $name } }, { born: { gte: 1950, lt: 1990 } },
          { OR: [{ id: { in: ["p1", "p2", "p3"] } }, { NOT: { text: { eq: "x" } } }] }] }) }
        """;

    private const string IntrospectionQuery = """
        query IntrospectionQuery { __schema { description queryType { name kind } mutationType { name kind } subscriptionType { name kind } types { ...FullType }
          directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } } } }
        fragment FullType on __Type { kind name description specifiedByURL isOneOf fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue }
          type { ...TypeRef } isDeprecated deprecationReason } inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
        fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } }
        """;

    public static int Run(TextWriter output)
    {
        var people = Enumerable.Range(0, 20).Select(Person.Make).ToArray();
        var schema = Schema.Build(Sdl, new()
        {
            Resolvers = new Dictionary<(string, string), FieldResolver>
            {
                [("Query", "people")] = _ => new(people),
                [("Query", "found")] = field => new(field.Arguments.Count)
            },
        });
        var executor = new RequestExecutor(schema);
        var parameters = GraphQLRequest.Of(PeopleQuery, """{"limit":20}""");
        var filter = GraphQLRequest.Of(FilterInVariables, Filter);
        var written = GraphQLRequest.Of(FilterInDocument, """{"name":"a"}""");
        var documentNumber = 0;

        Measurement.Header(output);
        Measurement.Of(output, "{ __typename }, cached (goal 4 µs)", 200_000, () => Answer(executor, GraphQLRequest.Of("{ __typename }")));
        Measurement.Of(output, "20 people x 5 accusations, cached (goal 35 µs)", 20_000, () => Answer(executor, parameters));
        Measurement.Of(output, "the same, a new document each time (goal 80 µs)", 5_000, () =>
            Answer(executor, GraphQLRequest.Of(
                $"query People{documentNumber++}($limit: Int) {PeopleQuery[PeopleQuery.IndexOf('{', StringComparison.Ordinal)..]}",
                """{"limit":20}""")));
        Measurement.Of(output, "a filter of six conditions in variables, cached", 100_000, () => Answer(executor, filter));
        Measurement.Of(output, "the same filter in the document, cached", 100_000, () => Answer(executor, written));
        Measurement.Of(output, "introspection, cached", 20_000, () => Answer(executor, GraphQLRequest.Of(IntrospectionQuery)));
        var large = Parser.ParseDocument(LargeQuery());
        Measurement.Of(output, $"validation of {LargeQuery().Length:N0} characters", 500, () => DocumentValidator.Validate(schema, large).Count);
        return 0;
    }

    private static int Answer(RequestExecutor executor, GraphQLRequest request)
    {
        var pending = executor.ExecuteAsync(request);
        if (!pending.IsCompletedSuccessfully) throw new InvalidOperationException("An answer from memory had to wait.");
        using var response = pending.Result;
        return response.Status == ResponseStatus.Success ? response.Length : throw new InvalidOperationException(response.ToString());
    }

    private static string LargeQuery()
    {
        var text = new StringBuilder("{");
        for (var i = 0; text.Length < 10_000; i++)
            text.Append($" p{i}: people(limit: {i % 50}) {{ id name born accusations(limit: {i % 7}) {{ id text saidOn count }} }}");
        return text.Append('}').ToString();
    }

    private sealed record Person(string Id, string Name, int Born, Accusation[] Accusations)
    {
        public static Person Make(int i) => new($"p{i}", $"Person {i}", 1940 + i, [.. Enumerable.Range(0, 5).Select(j => Accusation.Make(i, j))]);
    }

    private sealed record Accusation(string Id, string Text, string SaidOn, int Count)
    {
        public static Accusation Make(int i, int j) => new($"a{i}-{j}", $"Number {j}", $"2025-06-{j + 1:00}", j);
    }
}
