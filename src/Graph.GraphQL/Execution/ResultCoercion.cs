using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Execution;

/// <summary>Values of fields without a resolver: a property of a JSON object, an entry of a dictionary, or a public property of the same name.</summary>
internal sealed class DefaultResolver(string field)
{
    private static readonly ConcurrentDictionary<(Type, string), Reader> Readers = new();

    private Reader? _last;

    public object? Resolve(object? source) => source switch
    {
        null => null,
        JsonElement json => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(field, out var property) ? property : null,
        IReadOnlyDictionary<string, object?> map => map.GetValueOrDefault(field),
        IDictionary map => map[field],
        _ => ReaderOf(source.GetType()).Read(source),
    };

    // Nearly always all values of a field are of one type.
    private Reader ReaderOf(Type type) => _last is { } last && last.Type == type ? last : _last = Readers.GetOrAdd((type, field), static key => new(key.Item1, Getter(key.Item1, key.Item2)));

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

/// <summary>Result coercion of lists (section 3.11).</summary>
internal static class ListResult
{
    public static IReadOnlyList<object?> Of(object value, PlannedField field) => value switch
    {
        IReadOnlyList<object?> list => list,
        JsonElement { ValueKind: JsonValueKind.Array } json => [.. json.EnumerateArray().Select(static item => (object?)item)],
        IEnumerable list and not string and not IDictionary => [.. list.Cast<object?>()],
        _ => throw new GraphQLException(ExecutionMessages.NotAList(field.ParentType, field.Definition)),
    };
}

/// <summary>Result coercion of enums (section 3.9): the name of a value, as text or as a CLR enum.</summary>
internal static class EnumResult
{
    public static string Serialize(EnumType type, object value)
    {
        var name = ScalarResult.Of(value) as string;
        return (name is null ? null : type.Values.Find(name)?.Name) ?? throw new GraphQLException(ExecutionMessages.EnumResult(type, Inspection.Show(value)));
    }
}

/// <summary>ResolveAbstractType (section 6.4.3).</summary>
internal static class AbstractResult
{
    public static ObjectType Resolve(ExecutableSchema schema, CompositeType type, object value, PlannedField field)
    {
        var name = schema.TypeResolverOf(type) is { } resolver ? resolver(value) : NameOf(schema.Schema, type, value);
        if (name is null) throw new GraphQLException(ExecutionMessages.NoRuntimeType(type, field.ParentType, field.Definition));
        return schema.Schema.FindType(name) switch
        {
            ObjectType found when schema.Schema.IsSubType(type, found) => found,
            ObjectType => throw new GraphQLException(ExecutionMessages.NotAPossibleType(type, name)),
            null => throw new GraphQLException(ExecutionMessages.UnknownRuntimeType(type, name)),
            _ => throw new GraphQLException(ExecutionMessages.RuntimeTypeNotAnObject(type, name)),
        };
    }

    private static string? NameOf(Schema schema, CompositeType type, object value) => value switch
    {
        JsonElement json => json.ValueKind == JsonValueKind.Object && json.TryGetProperty("__typename", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null,
        IReadOnlyDictionary<string, object?> map => map.GetValueOrDefault("__typename") as string,
        _ => schema.FindType(value.GetType().Name) is ObjectType found && schema.IsSubType(type, found) ? found.Name : null,
    };
}
