using Graph.Benchmarks.GraphQL;

switch (args)
{
    case ["graphql"]:
        return GraphQLBenchmarks.Run(Console.Out);
    default:
        Console.Error.WriteLine("usage: Graph.Benchmarks graphql");
        return 2;
}
