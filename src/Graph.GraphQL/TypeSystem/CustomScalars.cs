namespace Graph.GraphQL.TypeSystem;

/// <summary>The custom scalars the engine brings along.</summary>
public static class CustomScalars
{
    /// <summary>A day, <see cref="DateOnly"/>, as <c>"2025-06-02"</c> (RFC 3339 full-date).</summary>
    public static ScalarCoercion Date { get; } = new DateCoercion();

    /// <summary>A moment with its offset, <see cref="DateTimeOffset"/>, as <c>"2025-06-02T10:30:00Z"</c> (RFC 3339 date-time).</summary>
    public static ScalarCoercion DateTime { get; } = new DateTimeCoercion();

    /// <summary>A 64-bit integer, <see cref="long"/>; taken as a number or as text, given as a number.</summary>
    public static ScalarCoercion BigInt { get; } = new BigIntCoercion();

    /// <summary>Every JSON value, unchanged: strings, numbers, booleans, lists and maps of the CLR.</summary>
    public static ScalarCoercion Any { get; } = new AnyCoercion();

    /// <summary>The coercion of a scalar by its name, for those that have one.</summary>
    internal static ScalarCoercion For(string name) => name switch
    {
        "Date" => Date,
        "DateTime" => DateTime,
        "BigInt" => BigInt,
        _ => Any,
    };
}
