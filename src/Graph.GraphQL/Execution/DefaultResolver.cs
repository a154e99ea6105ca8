using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Graph.GraphQL.Execution;

/// <summary>
/// Values of fields without a resolver: a property of a JSON object, an entry of a dictionary, or a public property of the
/// same name.
/// </summary>
internal sealed class DefaultResolver(string field)
{
    private static readonly ConcurrentDictionary<(Type, string), Reader> Readers = new();

    private Reader? last;

    public object? Resolve(object? source) => source switch
    {
        null => null,
        JsonElement json => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(field, out var property) ? property : null,
        IReadOnlyDictionary<string, object?> map => map.GetValueOrDefault(field),
        IDictionary map => map[field],
        _ => ReaderOf(source.GetType()).Read(source),
    };

    // Nearly always all values of a field are of one type.
    private Reader ReaderOf(Type type) => last is { } known && known.Type == type
        ? known
        : last = Readers.GetOrAdd((type, field), static key => new(key.Item1, Getter(key.Item1, key.Item2)));

    private static Func<object, object?> Getter(Type type, string field)
    {
        var property = type.GetProperty(field, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
        if (property?.GetMethod is not { } getter || type.IsValueType) return property is null ? _ => null : property.GetValue;
        return typeof(DefaultResolver).GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type, property.PropertyType).CreateDelegate<Func<MethodInfo, Func<object, object?>>>()(getter);
    }

    private static Func<object, object?> Typed<TSource, TValue>(MethodInfo getter)
    {
        var read = getter.CreateDelegate<Func<TSource, TValue>>();
        return source => read((TSource)source);
    }

    private sealed record Reader(Type Type, Func<object, object?> Read);
}
