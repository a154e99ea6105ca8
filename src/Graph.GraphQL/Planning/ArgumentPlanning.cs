using Graph.GraphQL.Coercion;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Planning;

/// <summary>
/// CoerceArgumentValues (section 6.4.1) for a plan: the same values as <see cref="LiteralCoercion"/> gives, but with scalars
/// of variables left open. The variables of the request that is being planned stand for all of the same shape.
/// </summary>
internal sealed class ArgumentPlanning(CoercedVariables variables) : LiteralWalk<PlannedValue>(variables)
{
    private readonly CoercedVariables variables = variables;

    /// <summary>Values planned so far: objects, their fields, lists of objects and their items.</summary>
    public long Values { get; private set; }

    protected override PlannedValue Null => PlannedNull.Instance;

    /// <summary>The arguments of a field.</summary>
    /// <exception cref="GraphQLException">An argument has no valid value; the error points at it.</exception>
    public PlannedObject Plan(FieldDefinition field, FieldNode node) =>
        field.Arguments.Count == 0 ? PlannedObject.Empty : MakeObject(null, CoerceArguments(field.Arguments, node.Arguments, node));

    public override bool TryCoerce(ValueNode given, GraphQLType type, out PlannedValue value)
    {
        Values++;
        return base.TryCoerce(given, type, out value);
    }

    protected override PlannedValue MakeVariable(VariableNode variable, object value, GraphQLType type) =>
        Plan(value, type, variables.SlotOf(variable.Name.Value), []);

    protected override PlannedValue DefaultOf(InputValueDefinition definition) =>
        Plan(LiteralCoercion.Default(definition), definition.Type, null, []);

    protected override PlannedList MakeList(PlannedValue[] items) => new(items);

    protected override PlannedObject MakeObject(InputObjectType? type, InputField<PlannedValue>[] fields) =>
        new(type, Array.ConvertAll(fields, field => KeyValuePair.Create(field.Definition.Name, field.Value)));

    protected override bool TryCoerceList(ValueNode given, ListType type, out PlannedValue value) =>
        type.Named is InputObjectType ? base.TryCoerceList(given, type, out value) : TryCoerceLeaf(given, type, out value);

    protected override bool TryCoerceLeaf(ValueNode given, GraphQLType type, out PlannedValue value)
    {
        var source = SourceOf(given, type);
        value = source is null ? Null : new PlannedLeaf(source, type, type is ListType);
        return source is not null;
    }

    /// <summary>Where a leaf or a list of leaves comes from; null when it is not valid.</summary>
    private PlannedSource? SourceOf(ValueNode node, GraphQLType type)
    {
        // A list of constants is kept as a whole for each field that it is given to.
        if (node is ListValueNode { Values.Length: var length }) Values += length;
        if (!node.HasVariable()) return LiteralCoercion.OfConstants.TryCoerce(node, type, out var constant) ? new ConstantSource(constant) : null;
        if (node is VariableNode variable)
        {
            if (!variables.TryGet(variable, out var value)) return type is NonNullType ? null : new ConstantSource(null);
            if (value is null && type is NonNullType) return null;
            // Whether an item is null is not part of the key, so it is read in each run like any other value.
            return VariableShape.IsFixed(type) ? new ConstantSource(value) : new VariableSource(variables.SlotOf(variable.Name.Value), []);
        }

        if (node is not ListValueNode list || type.Nullable is not ListType { OfType: var itemType })
            return variables.Literals.TryCoerce(node, type, out _) ? new LiteralSource(node, type) : null;
        var items = new PlannedSource[list.Values.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (SourceOf(list.Values[i], itemType) is not { } item) return null;
            items[i] = item;
        }

        return new ListSource(items);
    }

    /// <summary>A coerced value: one of a variable, which is read in each run, or one that is the same in all of them, such as a default.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">Its type.</param>
    /// <param name="slot">The variable; null for a value that is always the same.</param>
    /// <param name="steps">The way to the value inside the variable's.</param>
    private PlannedValue Plan(object? value, GraphQLType type, int? slot, int[] steps)
    {
        Values++;
        if (value is null) return Null;
        type = type.Nullable;
        return value switch
        {
            InputObject given => new PlannedObject(given.Type, given.Fields.ToArray().Select((field, i) =>
                KeyValuePair.Create(field.Definition.Name, Plan(field.Value, field.Definition.Type, slot, [.. steps, i]))).ToArray()),
            IReadOnlyList<object?> items when type is ListType list && type.Named is InputObjectType =>
                new PlannedList(items.Select((item, i) => Plan(item, list.OfType, slot, [.. steps, i])).ToArray()),
            _ => new PlannedLeaf(
                slot is null || VariableShape.IsFixed(type) ? new ConstantSource(value) : new VariableSource(slot.Value, steps),
                type,
                type is ListType),
        };
    }
}
