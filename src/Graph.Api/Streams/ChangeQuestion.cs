using Graph.GraphQL.Coercion;
using Graph.GraphQL.Planning;
using Graph.Model.Changes;

namespace Graph.Api.Streams;

/// <summary>What a subscriber asks: of which changes it is told, and what of each. Those who ask the same are answered together.</summary>
internal abstract class ChangeQuestion
{
    /// <summary>The same for all who are told the same.</summary>
    public abstract (object Plan, string Values) Key { get; }

    /// <summary>Names of the types of which it is told; null: all.</summary>
    public abstract IReadOnlySet<string>? Types { get; }

    /// <summary>What answering so many changes may cost, in objects; 0 where the store need not be asked.</summary>
    public abstract double Price(int changes);

    /// <summary>Whether a change of its types may be told.</summary>
    public abstract bool Wants(ToldChange change);

    /// <summary>The events of some changes, in their order; null for one that is not told.</summary>
    /// <exception cref="GraphQL.GraphQLException">It cannot be answered.</exception>
    /// <exception cref="Model.Stores.StoreException">The store has failed.</exception>
    public abstract ValueTask<IReadOnlyList<StreamedEvent?>> AnswerAsync(IReadOnlyList<ToldChange> changes, CancellationToken cancellationToken);
}

/// <summary>Values of a request as a text that is the same for equal ones only.</summary>
internal static class ValueKey
{
    /// <summary>The text.</summary>
    public static string Of(IEnumerable<object?> values) => string.Join(',', values.Select(Of));

    private static string Of(object? value) => value switch
    {
        null => "-",
        string text => $"\"{text.Length}:{text}",
        InputObject fields => $"{{{string.Join(',', fields.Select(field => $"{field.Key}:{Of(field.Value)}"))}}}",
        IEnumerable<object?> items => $"[{Of(items)}]",
        // Its usual form leaves out what is less than a second.
        DateTimeOffset time => time.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable number => $"{number.GetType().Name} {number.ToString(null, System.Globalization.CultureInfo.InvariantCulture)}",
        _ => $"{value.GetType().Name} {value}",
    };
}
