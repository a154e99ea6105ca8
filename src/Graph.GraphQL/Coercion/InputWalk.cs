using System.Buffers;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Coercion;

/// <summary>
/// Input coercion (section 3, "Input Coercion" of each type) as one walk down a type: nulls, lists, single values in place of lists, input
/// objects with their defaults. What is given, what is made of it and what becomes of a fault is for derived classes to say.
/// </summary>
/// <typeparam name="TGiven">What is given: a literal, or JSON. Its default value stands for nothing given.</typeparam>
/// <typeparam name="TValue">What is made: a CLR value, or a planned one.</typeparam>
internal abstract class InputWalk<TGiven, TValue>
{
    /// <summary>The value null.</summary>
    protected abstract TValue Null { get; }

    /// <summary>Coerces a value; false when there is none, which ends the walk.</summary>
    public virtual bool TryCoerce(TGiven given, GraphQLType type, out TValue value)
    {
        value = Null;
        if (IsNull(given)) return type is not NonNullType || Refuse(given, CoercionMessages.NullInput(type));
        return type.Nullable switch
        {
            ListType list => TryCoerceList(given, list, out value),
            InputObjectType input => TryCoerceObject(given, input, out value),
            var leaf => TryCoerceLeaf(given, leaf, out value),
        };
    }

    /// <summary>Whether null is given.</summary>
    protected abstract bool IsNull(TGiven given);

    /// <summary>Whether nothing is given for a field, so that its default counts.</summary>
    protected abstract bool IsAbsent(TGiven? given);

    /// <summary>Gives the items of a list; false for a single value.</summary>
    protected abstract bool TryReadItems(TGiven given, ListType type, out ReadOnlySpan<TGiven> items);

    /// <summary>Puts what is given for each field where the field stands in its type; false when the value is not an object.</summary>
    /// <param name="given">The value.</param>
    /// <param name="type">Its type.</param>
    /// <param name="fields">A place for each field of the type, all empty.</param>
    /// <param name="unknown">Names that are not fields; null for none, and where they are no fault.</param>
    protected abstract bool TryReadFields(TGiven given, InputObjectType type, Span<TGiven?> fields, out List<string>? unknown);

    /// <summary>Coerces the value of a scalar or enum type.</summary>
    protected abstract bool TryCoerceLeaf(TGiven given, GraphQLType type, out TValue value);

    /// <summary>The default of a field that has one.</summary>
    protected abstract TValue DefaultOf(InputValueDefinition definition);

    protected abstract TValue MakeList(TValue[] items);

    protected abstract TValue MakeObject(InputObjectType type, InputField<TValue>[] fields);

    /// <summary>Checks that just one field of a OneOf type is given, and not null (section 3.10.1).</summary>
    protected abstract bool CheckOneOf(TGiven given, InputObjectType type, InputField<TValue>[] fields);

    /// <summary>Meets a fault; true when the walk is to go on, so that all of them are found.</summary>
    protected virtual bool Refuse(TGiven given, string reason) => false;

    /// <summary>Meets a name that is not a field.</summary>
    protected virtual bool RefuseUnknown(TGiven given, InputObjectType type, string name) => false;

    /// <summary>Coerces an item of a list.</summary>
    protected virtual bool TryCoerceItem(int index, TGiven item, GraphQLType type, out TValue value) => TryCoerce(item, type, out value);

    /// <summary>Coerces a field of an object.</summary>
    protected virtual bool TryCoerceField(InputValueDefinition definition, TGiven field, out TValue value) =>
        TryCoerce(field, definition.Type, out value);

    protected virtual bool TryCoerceList(TGiven given, ListType type, out TValue value)
    {
        value = Null;
        if (!TryReadItems(given, type, out var items))
        {
            // A single value is a list of one (section 3.11).
            if (!TryCoerce(given, type.OfType, out var single)) return false;
            value = MakeList([single]);
            return true;
        }

        var values = new TValue[items.Length];
        for (var i = 0; i < values.Length; i++)
            if (!TryCoerceItem(i, items[i], type.OfType, out values[i])) return false;
        value = MakeList(values);
        return true;
    }

    private bool TryCoerceObject(TGiven given, InputObjectType type, out TValue value)
    {
        value = Null;
        var places = ArrayPool<TGiven?>.Shared.Rent(type.Fields.Count);
        var read = places.AsSpan(0, type.Fields.Count);
        read.Clear();
        try
        {
            if (!TryReadFields(given, type, read, out var unknown)) return Refuse(given, CoercionMessages.NotAnObject(type));
            if (!TryCoerceFields(given, type, read, out var fields)) return false;
            foreach (var name in unknown ?? [])
                if (!RefuseUnknown(given, type, name)) return false;
            if (type.IsOneOf && !CheckOneOf(given, type, fields)) return false;
            value = MakeObject(type, fields);
            return true;
        }
        finally
        {
            // The pool outlives documents and must not keep them.
            read.Clear();
            ArrayPool<TGiven?>.Shared.Return(places);
        }
    }

    private bool TryCoerceFields(TGiven given, InputObjectType type, ReadOnlySpan<TGiven?> read, out InputField<TValue>[] fields)
    {
        var count = 0;
        for (var ordinal = 0; ordinal < read.Length; ordinal++)
            if (!IsAbsent(read[ordinal]) || type.Fields[ordinal].DefaultValue is not null) count++;
        fields = count == 0 ? [] : new InputField<TValue>[count];
        count = 0;
        for (var ordinal = 0; ordinal < read.Length; ordinal++)
        {
            var definition = type.Fields[ordinal];
            if (!IsAbsent(read[ordinal]))
            {
                if (!TryCoerceField(definition, read[ordinal]!, out var value)) return false;
                fields[count++] = new(ordinal, definition, value);
            }
            else if (definition.DefaultValue is not null)
            {
                fields[count++] = new(ordinal, definition, DefaultOf(definition));
            }
            else if (definition.Type is NonNullType && !Refuse(given, CoercionMessages.InputFieldMissing(definition)))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>What was given or is the default for one argument or input field.</summary>
/// <param name="Ordinal">The position of the definition among its siblings, from 0.</param>
/// <param name="Definition">The argument or input field.</param>
/// <param name="Value">The coerced value.</param>
internal readonly record struct InputField<TValue>(int Ordinal, InputValueDefinition Definition, TValue Value);
