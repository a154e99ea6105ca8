using Graph.GraphQL.Planning;

namespace Graph.Api.Planning;

/// <summary>
/// Arguments that decide what is asked, so that their values are known when a field is planned: enums that the schema marks as
/// structural, and truth values, which always are.
/// </summary>
internal static class ConstantArgument
{
    /// <summary>The name of an enum's value; null where none is given.</summary>
    public static string? Name(PlannedObject arguments, string argument) => Value(arguments, argument) as string;

    /// <summary>Whether an argument is true, which it is unless false is given.</summary>
    public static bool IsTrue(PlannedObject arguments, string argument) => Value(arguments, argument) is not false;

    private static object? Value(PlannedObject arguments, string argument) =>
        arguments.TryGet(argument, out var given) && given is PlannedLeaf leaf && leaf.Source.TryGetConstant(out var value) ? value : null;
}
