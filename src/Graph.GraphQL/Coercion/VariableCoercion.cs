using System.Collections.Immutable;
using System.Text.Json;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Coercion;

/// <summary>CoerceVariableValues (section 6.1.2) for one operation, whose definitions are looked up once.</summary>
internal sealed class VariableCoercion
{
    private readonly ImmutableArray<VariableDefinitionNode> definitions;
    private readonly GraphQLType?[] types;
    private readonly object?[] defaults;
    private readonly string[] names;
    private readonly bool suggest;

    public VariableCoercion(Schema schema, ImmutableArray<VariableDefinitionNode> definitions, bool suggest)
    {
        this.definitions = definitions;
        this.suggest = suggest;
        names = new string[definitions.Length];
        types = new GraphQLType?[definitions.Length];
        defaults = new object?[definitions.Length];
        for (var i = 0; i < definitions.Length; i++)
        {
            names[i] = definitions[i].Variable.Name.Value;
            types[i] = schema.Resolve(definitions[i].Type) is { IsInputType: true } type ? type : null;
            defaults[i] = definitions[i].DefaultValue is { } literal && types[i] is { } known
                && LiteralCoercion.OfConstants.TryCoerce(literal, known, out var value)
                ? value
                : CoercedVariables.Absent;
        }
    }

    /// <summary>The types of the variables in the order of their definition.</summary>
    public ReadOnlySpan<GraphQLType?> Types => types;

    /// <summary>The position of a variable among the definitions; -1 when there is none.</summary>
    public int SlotOf(string name) => Array.IndexOf(names, name);

    /// <summary>The coerced values, or what is wrong with them.</summary>
    /// <param name="values">A JSON object, or undefined.</param>
    /// <param name="errors">
    /// All faults, at most <see cref="FixedLimits.MaxVariableErrors"/> and one more that says so; null when there are none.
    /// </param>
    /// <param name="maxValues">
    /// Most values in all of them: fields of objects, and items of lists of objects. More are a fault, and the last one looked
    /// for.
    /// </param>
    public CoercedVariables Coerce(JsonElement values, out List<GraphQLError>? errors, int maxValues = int.MaxValue)
    {
        errors = null;
        if (names.Length == 0) return CoercedVariables.None;
        var slots = new object?[names.Length];
        var faults = new VariableFaults();
        var count = new ValueCount(maxValues);
        try
        {
            for (var i = 0; i < slots.Length; i++) slots[i] = CoerceText(i, values, faults, count);
        }
        catch (GraphQLException tooMany)
        {
            faults.All.AddRange(tooMany.Errors);
        }

        if (faults.All.Count > 0) errors = faults.All;
        return new(names, slots);
    }

    // JSON is read lazily: that a text in it is none (half of a surrogate pair, bytes that are not UTF-8) is only found out here.
    private object? CoerceText(int slot, JsonElement values, VariableFaults faults, ValueCount count)
    {
        try
        {
            return CoerceOne(slot, values, faults, count);
        }
        catch (InvalidOperationException)
        {
            faults.Add(new(CoercionMessages.VariableNotUnicode(names[slot]), definitions[slot]));
            return null;
        }
    }

    private object? CoerceOne(int slot, JsonElement values, VariableFaults faults, ValueCount count)
    {
        var (name, definition) = (names[slot], definitions[slot]);
        if (types[slot] is not { } type)
        {
            faults.Add(new(CoercionMessages.NotAnInputType(name, Printer.Print(definition.Type)), definition.Type));
            return null;
        }

        if (values.ValueKind != JsonValueKind.Object || !values.TryGetProperty(name, out var value))
        {
            if (definition.DefaultValue is null && type is NonNullType) faults.Add(new(CoercionMessages.VariableMissing(name, type), definition));
            return defaults[slot];
        }

        if (value.ValueKind == JsonValueKind.Null && type is NonNullType)
        {
            faults.Add(new(CoercionMessages.VariableNull(name, type), definition));
            return null;
        }

        return new JsonCoercion(name, definition, suggest, faults, count).Coerce(value, type);
    }
}
