namespace Graph.Api;

/// <summary>What gateways of Apollo Federation are told.</summary>
internal static partial class ApiMessages
{
    public const string Service = "The schema as a gateway of Apollo Federation reads it.";

    public const string Entities =
        "Nodes by their keys, for gateways of Apollo Federation: each at the place at which it is asked for, null where there is none.";

    public const string Representation = "The key of a node, for gateways: an object of `__typename` and `id`.";

    public static string NotARepresentation(int place) => FormattableString.Invariant(
        $"The representation at place {place} is no key of a node: give __typename, a type that has @key in the schema, and id, a text.");

    public static string TooManyRepresentations(int given, int most) => FormattableString.Invariant(
        $"{given} representations are asked for at once, and {most} may be. Ask for less at a time.");
}
