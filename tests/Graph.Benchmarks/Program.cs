using Graph.Benchmarks.GraphQL;
using Graph.Benchmarks.Relationships;
using Graph.Benchmarks.Spilling;
using Graph.Benchmarks.Sqlite;

switch (args)
{
    case ["graphql"]:
        return GraphQLBenchmarks.Run(Console.Out);
    case ["sqlite", var path, ..]:
        // Writes a graph of 100,000 accusations to a file that does not exist yet, and puts the questions of a dashboard to it.
        if (!File.Exists(path))
            await WriterBenchmark.RunAsync(path, args is [_, _, var count] ? int.Parse(count) : 100_000, batchSize: 10_000, Console.Out);
        await ReadingBenchmark.RunAsync(path, Console.Out);
        return 0;
    case ["ties", var count]:
        Ties.Write(int.Parse(count), Console.Out);
        return 0;
    case ["statements", var only, var location]:
        await StatementTable.RunAsync(only, location, Console.Out);
        return 0;
    case ["relationships", "--only", var only, _, ..]:
        await RelationshipBenchmark.RunAsync(args[3..], Console.Out, only);
        return 0;
    case ["relationships", _, ..]:
        await RelationshipBenchmark.RunAsync(args[1..], Console.Out);
        return 0;
    case ["spilling", var entries]:
        SpillingBenchmark.Run(long.Parse(entries), Console.Out);
        return 0;
    case ["growth", var folder, var sizes, ..]:
        await GrowthTable.RunAsync(folder, sizes, args[3..], Console.Out);
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            "usage: Graph.Benchmarks graphql | sqlite FILE [ACCUSATIONS] | ties ACCUSATIONS | relationships [--only QUESTION] STORE... "
                + "| statements QUESTION STORE | growth FOLDER SIZES [BOLT...] | spilling ENTRIES");
        return 2;
}
