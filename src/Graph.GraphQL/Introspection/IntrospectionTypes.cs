using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Introspection;

/// <summary>What every schema has without defining it: introspection types (section 4.2), meta-fields, built-in scalars and directives.</summary>
internal static class IntrospectionTypes
{
    static IntrospectionTypes()
    {
        Scalars =
        [
            new("String", new StringCoercion(), null, null, []),
            new("Int", new IntCoercion(), null, null, []),
            new("Float", new FloatCoercion(), null, null, []),
            new("Boolean", new BooleanCoercion(), null, null, []),
            new("ID", new IdCoercion(), null, null, []),
        ];
        var parts = SchemaBuilder.BuildIntrospection(Parser.ParseDocument(IntrospectionDefinitions.Text), Scalars);
        All = [.. parts.Types];
        Directives = [.. parts.Directives];
        TypeName = new(
            "__typename",
            Scalars[0].AsNonNull(),
            NameTable<InputValueDefinition>.Empty,
            "The name of the current object type.",
            null,
            null);
        Schema = new("__schema", Find("__Schema").AsNonNull(), NameTable<InputValueDefinition>.Empty, "The type system of this server.", null, null);
        Type = new(
            "__type",
            Find("__Type"),
            new([new InputValueDefinition("name", Scalars[0].AsNonNull(), null, null, null, null)]),
            "One type by its name.",
            null,
            null);
    }

    /// <summary>The built-in scalars String, Int, Float, Boolean and ID.</summary>
    public static IReadOnlyList<ScalarType> Scalars { get; }

    /// <summary>The types of the introspection schema.</summary>
    public static IReadOnlyList<NamedType> All { get; }

    /// <summary>The directives <c>@include @skip @deprecated @specifiedBy @oneOf</c>.</summary>
    public static IReadOnlyList<DirectiveDefinition> Directives { get; }

    /// <summary>The meta-field <c>__typename</c> of every composite type.</summary>
    public static FieldDefinition TypeName { get; }

    /// <summary>The meta-field <c>__schema</c> of the query root.</summary>
    public static FieldDefinition Schema { get; }

    /// <summary>The meta-field <c>__type</c> of the query root.</summary>
    public static FieldDefinition Type { get; }

    /// <summary>The directive <c>@deprecated</c>.</summary>
    internal static DirectiveDefinition Deprecated => Directives.First(directive => directive.Name == "deprecated");

    /// <summary>A built-in scalar or introspection type by its name; null when there is none.</summary>
    internal static NamedType? FindBuiltIn(string name)
    {
        foreach (var scalar in Scalars)
            if (scalar.Name == name) return scalar;
        return name.StartsWith("__", StringComparison.Ordinal) ? All.FirstOrDefault(type => type.Name == name) : null;
    }

    /// <summary>Whether a type is one that every schema may have without defining it.</summary>
    public static bool IsBuiltIn(NamedType type) => FindBuiltIn(type.Name) == type;

    private static NamedType Find(string name) => All.First(type => type.Name == name);
}
