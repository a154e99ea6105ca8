using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;
using Graph.GraphQL.Validation;

namespace Graph.GraphQL.Coercion;

/// <summary>Input coercion of one variable's JSON value (section 3, "Input Coercion" of each type); collects every fault.</summary>
/// <param name="variable">Its name.</param>
/// <param name="definition">Where it is defined.</param>
/// <param name="suggest">Whether faults of names say which ones are near.</param>
/// <param name="errors">Takes the faults.</param>
/// <param name="count">Counts the values of all variables: fields of objects, and items of lists of objects.</param>
internal sealed class InputCoercion(string variable, SyntaxNode definition, bool suggest, List<GraphQLError> errors, ValueCount count)
{
    private readonly List<object> _path = [];

    /// <summary>The CLR value; what it is after a fault does not matter.</summary>
    /// <exception cref="GraphQLException">There are too many faults, or values.</exception>
    public object? Coerce(JsonElement value, GraphQLType type)
    {
        if (type is NonNullType nonNull)
        {
            if (value.ValueKind != JsonValueKind.Null) return Coerce(value, nonNull.OfType);
            Refuse(value, ExecutionMessages.NullInput(type));
            return null;
        }

        if (value.ValueKind == JsonValueKind.Null) return null;
        switch (type)
        {
            case ListType list: return CoerceList(value, list.OfType);
            case InputObjectType input: return CoerceObject(value, input);
            case EnumType names: return CoerceEnum(value, names);
            default:
                try
                {
                    return ((ScalarType)type).Coercion.ParseValue(value);
                }
                catch (GraphQLException refused)
                {
                    Refuse(value, refused.Errors[0].Message);
                    return null;
                }
        }
    }

    private object?[] CoerceList(JsonElement value, GraphQLType itemType)
    {
        // A single value is a list of one (section 3.11).
        if (value.ValueKind != JsonValueKind.Array) return [Coerce(value, itemType)];
        var items = new object?[value.GetArrayLength()];
        if (itemType.Named is InputObjectType) count.Add(items.Length, definition);
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            _path.Add(index);
            items[index++] = Coerce(item, itemType);
            _path.RemoveAt(_path.Count - 1);
        }

        return items;
    }

    private InputObject? CoerceObject(JsonElement value, InputObjectType type)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Refuse(value, ExecutionMessages.NotAnObject(type));
            return null;
        }

        var size = type.Fields.Count;
        var given = ArrayPool<JsonElement>.Shared.Rent(size);
        var unknown = Sort(value, type, given.AsSpan(0, size));
        var fields = new List<InputField>(Math.Min(size, 8));
        for (var ordinal = 0; ordinal < size; ordinal++)
        {
            var field = type.Fields[ordinal];
            if (given[ordinal].ValueKind == JsonValueKind.Undefined)
            {
                if (field.DefaultValue is not null) fields.Add(new(ordinal, field, InputFieldIndex.DefaultOf(field)));
                else if (field.Type is NonNullType) Refuse(value, ExecutionMessages.InputFieldMissing(field));
                continue;
            }

            _path.Add(field.Name);
            fields.Add(new(ordinal, field, Coerce(given[ordinal], field.Type)));
            _path.RemoveAt(_path.Count - 1);
        }

        ArrayPool<JsonElement>.Shared.Return(given);
        count.Add(fields.Count, definition);
        foreach (var name in unknown ?? [])
            Refuse(value, ExecutionMessages.UnknownInputField(name, type, Suggest(name, type.Fields)));
        if (type.IsOneOf) CheckOneOf(value, type, fields);
        return new(type, [.. fields]);
    }

    /// <summary>Puts each property where its field stands; gives the names that are no field.</summary>
    private static List<string>? Sort(JsonElement value, InputObjectType type, Span<JsonElement> given)
    {
        given.Clear();
        List<string>? unknown = null;
        var index = InputFieldIndex.Of(type);
        foreach (var property in value.EnumerateObject())
        {
            var name = property.Name;
            if (index.OrdinalOf(name) is var ordinal and >= 0) given[ordinal] = property.Value;
            else (unknown ??= []).Add(name);
        }

        return unknown;
    }

    private void CheckOneOf(JsonElement value, InputObjectType type, List<InputField> fields)
    {
        if (fields.Count != 1) Refuse(value, ExecutionMessages.NotOneOf(type));
        if (fields.Count == 0 || !IsNull(value, fields[0].Definition.Name)) return;
        _path.Add(fields[0].Definition.Name);
        Refuse(default, ExecutionMessages.OneOfNull(fields[0].Definition.Name), "null");
        _path.RemoveAt(_path.Count - 1);
    }

    private static bool IsNull(JsonElement value, string name) => value.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.Null;

    private string? CoerceEnum(JsonElement value, EnumType type)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            var shown = Inspection.Show(value);
            Refuse(value, ExecutionMessages.NotAnEnumString(type, shown, Suggest(shown, type.Values, "the enum value")));
            return null;
        }

        var name = value.GetString()!;
        if (type.Values.Find(name) is { } found) return found.Name;
        Refuse(value, ExecutionMessages.UnknownEnumValue(type, name, Suggest(name, type.Values, "the enum value")));
        return null;
    }

    private string Suggest(string name, IEnumerable<INamed> options, string? what = null) =>
        suggest ? DidYouMean.Sentence(DidYouMean.Nearest(name, options.Select(option => option.Name)), what) : "";

    private void Refuse(JsonElement value, string reason, string? shown = null)
    {
        if (errors.Count >= VariableCoercion.MaxErrors) throw new GraphQLException(ExecutionMessages.TooManyVariableErrors);
        errors.Add(new(ExecutionMessages.VariableInvalid(variable, PrintPath(), shown ?? Inspection.Show(value), reason), definition));
    }

    private string PrintPath()
    {
        var text = new StringBuilder();
        foreach (var step in _path) text.Append(step is int index ? string.Create(CultureInfo.InvariantCulture, $"[{index}]") : $".{step}");
        return text.ToString();
    }
}

/// <summary>How many values the variables of a request have, for as long as there are not too many to plan.</summary>
/// <param name="most">Most of them.</param>
internal sealed class ValueCount(int most)
{
    private int _values;

    /// <summary>Counts some more.</summary>
    /// <exception cref="GraphQLException">They are too many; the error points at the variable's definition.</exception>
    public void Add(int values, SyntaxNode definition)
    {
        _values += values;
        if (_values > most) throw new GraphQLException(new GraphQLError(ExecutionMessages.TooManyPlannedValues(most), definition));
    }
}
