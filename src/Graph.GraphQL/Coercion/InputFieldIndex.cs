using System.Runtime.CompilerServices;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Coercion;

/// <summary>What coercion needs to know of an input object type over and over: the position of each field by its name.</summary>
internal sealed class InputFieldIndex
{
    private static readonly ConditionalWeakTable<InputObjectType, InputFieldIndex> Known = [];
    private static readonly ConditionalWeakTable<InputValueDefinition, StrongBox<object?>> Defaults = [];

    private readonly Dictionary<string, int> _ordinals;

    private InputFieldIndex(InputObjectType type)
    {
        _ordinals = new(type.Fields.Count);
        for (var i = 0; i < type.Fields.Count; i++) _ordinals[type.Fields[i].Name] = i;
    }

    public static InputFieldIndex Of(InputObjectType type) => Known.GetValue(type, static key => new(key));

    /// <summary>The coerced default of an argument or input field that has one.</summary>
    public static object? DefaultOf(InputValueDefinition definition) => Defaults.GetValue(definition, static key =>
        new(LiteralCoercion.TryCoerce(key.DefaultValue!, key.Type, null, out var value) ? value : null)).Value;

    /// <summary>The position of a field among its siblings; -1 when there is none.</summary>
    public int OrdinalOf(string name) => _ordinals.TryGetValue(name, out var ordinal) ? ordinal : -1;
}
