namespace Graph.GraphQL.TypeSystem;

/// <summary>All wording of refused scalar values. That of the built-in scalars is graphql-js's, which users know.</summary>
internal static class ScalarMessages
{
    public static string NotAnInteger(string value) => $"Int cannot represent non-integer value: {value}";

    public static string NotAnInt32(string value) => $"Int cannot represent non 32-bit signed integer value: {value}";

    public static string NotAFloat(string value) => $"Float cannot represent non numeric value: {value}";

    public static string NotAString(string value) => $"String cannot represent a non string value: {value}";

    public static string NotAStringResult(string value) => $"String cannot represent value: {value}";

    public static string NotABoolean(string value) => $"Boolean cannot represent a non boolean value: {value}";

    public static string NotAnId(string value) => $"ID cannot represent value: {value}";

    public static string NotAnIdLiteral(string value) => $"ID cannot represent a non-string and non-integer value: {value}";

    public static string NotADate(string value) =>
        $"Date cannot represent value: {value}. Give a day of the calendar as text, such as \"2025-06-02\".";

    public static string NotADateTime(string value) =>
        $"DateTime cannot represent value: {value}. Give a time with its offset as text, such as \"2025-06-02T10:30:00Z\".";

    public static string NotABigInt(string value) =>
        $"BigInt cannot represent value: {value}. Give a whole number from -2^63 to 2^63-1, as a number or as text.";
}
