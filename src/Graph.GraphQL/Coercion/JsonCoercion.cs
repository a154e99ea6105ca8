using System.Globalization;
using System.Text;
using System.Text.Json;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;
using Graph.GraphQL.Validation;

namespace Graph.GraphQL.Coercion;

/// <summary>Input coercion of one variable's JSON value into CLR values; collects every fault and goes on, so it always ends with a value.</summary>
/// <param name="variable">The variable's name.</param>
/// <param name="definition">Where it is defined.</param>
/// <param name="suggest">Whether faults of names say which ones are near.</param>
/// <param name="faults">Takes the faults.</param>
/// <param name="count">Counts the values of all variables: fields of objects, and items of lists of objects.</param>
internal sealed class JsonCoercion(
    string variable,
    SyntaxNode definition,
    bool suggest,
    VariableFaults faults,
    ValueCount count) : InputWalk<JsonElement, object?>
{
    private readonly List<(string? Field, int Index)> path = [];

    protected override object? Null => null;

    /// <summary>The CLR value; what it is after a fault does not matter.</summary>
    /// <exception cref="GraphQLException">There are too many faults, or values.</exception>
    public object? Coerce(JsonElement given, GraphQLType type)
    {
        TryCoerce(given, type, out var value);
        return value;
    }

    protected override bool IsNull(JsonElement given) => given.ValueKind == JsonValueKind.Null;

    protected override bool IsAbsent(JsonElement given) => given.ValueKind == JsonValueKind.Undefined;

    protected override bool TryReadItems(JsonElement given, ListType type, out ReadOnlySpan<JsonElement> items)
    {
        items = default;
        if (given.ValueKind != JsonValueKind.Array) return false;
        if (type.Named is InputObjectType) count.Add(given.GetArrayLength(), definition);
        items = given.EnumerateArray().ToArray();
        return true;
    }

    protected override bool TryReadFields(JsonElement given, InputObjectType type, Span<JsonElement> fields, out List<string>? unknown)
    {
        unknown = null;
        if (given.ValueKind != JsonValueKind.Object) return false;
        foreach (var property in given.EnumerateObject())
        {
            var name = property.Name;
            if (type.Fields.IndexOf(name) is >= 0 and var ordinal) fields[ordinal] = property.Value;
            else (unknown ??= []).Add(name);
        }

        return true;
    }

    protected override bool TryCoerceItem(int index, JsonElement item, GraphQLType type, out object? value)
    {
        path.Add((null, index));
        TryCoerce(item, type, out value);
        path.RemoveAt(path.Count - 1);
        return true;
    }

    protected override bool TryCoerceField(InputValueDefinition field, JsonElement given, out object? value)
    {
        path.Add((field.Name, 0));
        TryCoerce(given, field.Type, out value);
        path.RemoveAt(path.Count - 1);
        return true;
    }

    protected override bool TryCoerceLeaf(JsonElement given, GraphQLType type, out object? value)
    {
        value = null;
        if (type is EnumType names) return TryCoerceEnum(given, names, out value);
        try
        {
            value = ((ScalarType)type).Coercion.ParseValue(given);
            return true;
        }
        catch (GraphQLException refused)
        {
            return Refuse(given, refused.Errors[0].Message);
        }
    }

    protected override object? DefaultOf(InputValueDefinition field) => LiteralCoercion.Default(field);

    protected override object MakeList(object?[] items) => items;

    protected override object MakeObject(InputObjectType type, InputField<object?>[] fields)
    {
        count.Add(fields.Length, definition);
        return new InputObject(type, fields);
    }

    protected override bool CheckOneOf(JsonElement given, InputObjectType type, InputField<object?>[] fields)
    {
        if (fields.Length != 1) Refuse(given, CoercionMessages.NotOneOf(type));
        if (fields.Length == 0 || !given.TryGetProperty(fields[0].Definition.Name, out var first) || !IsNull(first)) return true;
        path.Add((fields[0].Definition.Name, 0));
        Refuse(first, CoercionMessages.OneOfNull(fields[0].Definition.Name));
        path.RemoveAt(path.Count - 1);
        return true;
    }

    protected override bool RefuseUnknown(JsonElement given, InputObjectType type, string name) =>
        Refuse(given, CoercionMessages.UnknownInputField(name, type, suggest ? DidYouMean.Sentence(DidYouMean.InputFields(name, type)) : ""));

    protected override bool Refuse(JsonElement given, string reason)
    {
        faults.Add(new(CoercionMessages.VariableInvalid(variable, PrintPath(), Inspection.Show(given), reason), definition));
        return true;
    }

    private bool TryCoerceEnum(JsonElement given, EnumType type, out object? value)
    {
        value = null;
        if (given.ValueKind != JsonValueKind.String)
        {
            var shown = Inspection.Show(given);
            return Refuse(given, CoercionMessages.NotAnEnumString(type, shown, Suggest(shown, type.Values, "the enum value")));
        }

        var name = given.GetString()!;
        value = type.Values.Find(name)?.Name;
        return value is not null || Refuse(given, CoercionMessages.UnknownEnumValue(type, name, Suggest(name, type.Values, "the enum value")));
    }

    private string Suggest(string name, IEnumerable<INamed> options, string? what = null) =>
        suggest ? DidYouMean.Sentence(DidYouMean.Nearest(name, options.Select(option => option.Name)), what) : "";

    private string PrintPath()
    {
        var text = new StringBuilder();
        foreach (var (field, index) in path) text.Append(field is null ? string.Create(CultureInfo.InvariantCulture, $"[{index}]") : $".{field}");
        return text.ToString();
    }
}
