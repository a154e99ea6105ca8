using System.Collections.Immutable;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Planning;

/// <summary>
/// CoerceArgumentValues (section 6.4.1) for a plan: the same values as <see cref="ArgumentCoercion"/> gives, but with scalars
/// of variables left open. The variables of the request that is being planned stand for all of the same shape.
/// </summary>
internal sealed class ArgumentPlanning(CoercedVariables variables)
{
    /// <summary>Values planned so far: objects, their fields, lists of objects and their items.</summary>
    public long Values { get; private set; }

    /// <summary>The arguments of a field.</summary>
    /// <exception cref="GraphQLException">An argument has no valid value; the error points at it.</exception>
    public PlannedObject Plan(FieldDefinition field, FieldNode node)
    {
        if (field.Arguments.Count == 0) return PlannedObject.Empty;
        var planned = new List<KeyValuePair<string, PlannedValue>>(node.Arguments.Length);
        foreach (var definition in field.Arguments)
        {
            var literal = ArgumentCoercion.Find(node.Arguments, definition.Name)?.Value;
            if (literal is null || LiteralCoercion.IsMissingVariable(literal, variables))
            {
                if (ArgumentCoercion.Absent(definition, literal, node)) planned.Add(new(definition.Name, Constant(InputFieldIndex.DefaultOf(definition), definition.Type)));
                continue;
            }

            if (definition.Type is NonNullType && ArgumentCoercion.IsNull(literal, variables))
                throw new GraphQLException(new GraphQLError(ExecutionMessages.ArgumentNull(definition), literal));
            planned.Add(new(definition.Name, FromLiteral(literal, definition.Type) ?? throw ArgumentCoercion.Invalid(definition, literal)));
        }

        return new(null, planned);
    }

    /// <summary>A written value; null when it is not valid.</summary>
    private PlannedValue? FromLiteral(ValueNode node, GraphQLType type)
    {
        Values++;
        if (node is VariableNode variable)
        {
            return LiteralCoercion.TryGetVariable(variable, variables, out var value) && (value is not null || type is not NonNullType)
                ? FromVariable(value, type, variables.SlotOf(variable.Name.Value), [])
                : null;
        }

        if (node is NullValueNode) return type is NonNullType ? null : PlannedNull.Instance;
        type = type.Nullable;
        return type switch
        {
            InputObjectType input => node is ObjectValueNode literal ? FromObject(literal, input) : null,
            ListType list when type.Named is InputObjectType => FromList(node, list.OfType),
            _ => SourceOf(node, type) is { } source ? new PlannedLeaf(source, type, type is ListType) : null,
        };
    }

    private PlannedObject? FromObject(ObjectValueNode literal, InputObjectType type)
    {
        var planned = new List<KeyValuePair<string, PlannedValue>>(literal.Fields.Length);
        foreach (var definition in type.Fields)
        {
            var given = LiteralCoercion.FindField(literal, definition.Name);
            if (given is null || LiteralCoercion.IsMissingVariable(given.Value, variables))
            {
                if (definition.DefaultValue is not null) planned.Add(new(definition.Name, Constant(InputFieldIndex.DefaultOf(definition), definition.Type)));
                else if (definition.Type is NonNullType) return null;
                continue;
            }

            if (FromLiteral(given.Value, definition.Type) is not { } value) return null;
            planned.Add(new(definition.Name, value));
        }

        return type.IsOneOf && (planned.Count != 1 || planned[0].Value is PlannedNull) ? null : new(type, planned);
    }

    private PlannedList? FromList(ValueNode node, GraphQLType itemType)
    {
        var nodes = node is ListValueNode list ? list.Values : ImmutableArray.Create(node);
        var items = new PlannedValue[nodes.Length];
        for (var i = 0; i < items.Length; i++)
        {
            var item = LiteralCoercion.IsMissingVariable(nodes[i], variables) && itemType is not NonNullType ? PlannedNull.Instance : FromLiteral(nodes[i], itemType);
            if (item is null) return null;
            items[i] = item;
        }

        return new(items);
    }

    /// <summary>Where a leaf or a list of leaves comes from; null when it is not valid.</summary>
    private PlannedSource? SourceOf(ValueNode node, GraphQLType type)
    {
        // A list of constants is kept as a whole for each field that it is given to.
        if (node is ListValueNode { Values.Length: var length }) Values += length;
        if (!LiteralCoercion.HasVariable(node)) return LiteralCoercion.TryCoerce(node, type, null, out var constant) ? new ConstantSource(constant) : null;
        if (node is VariableNode variable)
        {
            if (!LiteralCoercion.TryGetVariable(variable, variables, out var value)) return type is NonNullType ? null : new ConstantSource(null);
            if (value is null && type is NonNullType) return null;
            // Whether an item is null is not part of the key, so it is read in each run like any other value.
            return VariableShape.IsFixed(type) ? new ConstantSource(value) : new VariableSource(variables.SlotOf(variable.Name.Value), []);
        }

        if (node is not ListValueNode list || type.Nullable is not ListType { OfType: var itemType })
            return LiteralCoercion.TryCoerce(node, type, variables, out _) ? new LiteralSource(node, type) : null;
        var items = new PlannedSource[list.Values.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (SourceOf(list.Values[i], itemType) is not { } item) return null;
            items[i] = item;
        }

        return new ListSource(items);
    }

    private PlannedValue FromVariable(object? value, GraphQLType type, int slot, int[] steps)
    {
        Values++;
        if (value is null) return PlannedNull.Instance;
        type = type.Nullable;
        switch (value)
        {
            case InputObject fields:
                var planned = new KeyValuePair<string, PlannedValue>[fields.Count];
                for (var i = 0; i < planned.Length; i++)
                {
                    var field = fields.Fields[i];
                    planned[i] = new(field.Definition.Name, FromVariable(field.Value, field.Definition.Type, slot, [.. steps, i]));
                }

                return new PlannedObject(fields.Type, planned);
            case IReadOnlyList<object?> items when type is ListType list && type.Named is InputObjectType:
                var found = new PlannedValue[items.Count];
                for (var i = 0; i < found.Length; i++) found[i] = FromVariable(items[i], list.OfType, slot, [.. steps, i]);
                return new PlannedList(found);
            default:
                return new PlannedLeaf(VariableShape.IsFixed(type) ? new ConstantSource(value) : new VariableSource(slot, steps), type, type is ListType);
        }
    }

    /// <summary>A value that is the same in every run, such as a default.</summary>
    private PlannedValue Constant(object? value, GraphQLType type)
    {
        Values++;
        if (value is null) return PlannedNull.Instance;
        type = type.Nullable;
        return value switch
        {
            InputObject fields => new PlannedObject(fields.Type, [.. fields.Fields.ToArray().Select(field =>
                KeyValuePair.Create(field.Definition.Name, Constant(field.Value, field.Definition.Type)))]),
            IReadOnlyList<object?> items when type is ListType list && type.Named is InputObjectType => new PlannedList([.. items.Select(item => Constant(item, list.OfType))]),
            _ => new PlannedLeaf(new ConstantSource(value), type, type is ListType),
        };
    }
}
