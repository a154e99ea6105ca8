using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Introspection;

/// <summary>What every schema has without defining it: introspection types (section 4.2), meta-fields, built-in scalars and directives.</summary>
internal static class IntrospectionTypes
{
    private const string Definitions = """"
        directive @include(
          "Included when true."
          if: Boolean!
        ) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        directive @skip(
          "Skipped when true."
          if: Boolean!
        ) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        directive @deprecated(
          "Explains why it is deprecated and what to use instead, as CommonMark text."
          reason: String! = "No longer supported"
        ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE

        directive @specifiedBy(
          "The URL that specifies the behavior of this scalar."
          url: String!
        ) on SCALAR

        directive @oneOf on INPUT_OBJECT

        "What a server offers: its types, its directives, and where each kind of operation starts."
        type __Schema {
          description: String
          "All types of the server."
          types: [__Type!]!
          "Where queries start."
          queryType: __Type!
          "Where mutations start, if there are any."
          mutationType: __Type
          "Where subscriptions start, if there are any."
          subscriptionType: __Type
          "All directives of the server."
          directives: [__Directive!]!
        }

        "A type. Which fields are not null depends on its kind."
        type __Type {
          kind: __TypeKind!
          name: String
          description: String
          specifiedByURL: String
          fields(includeDeprecated: Boolean! = false): [__Field!]
          interfaces: [__Type!]
          possibleTypes: [__Type!]
          enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
          inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
          ofType: __Type
          isOneOf: Boolean
        }

        "The kinds of type."
        enum __TypeKind {
          SCALAR
          OBJECT
          INTERFACE
          UNION
          ENUM
          INPUT_OBJECT
          LIST
          NON_NULL
        }

        "A field of an object or interface type."
        type __Field {
          name: String!
          description: String
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
          type: __Type!
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "An argument, or a field of an input object."
        type __InputValue {
          name: String!
          description: String
          type: __Type!
          "The default as a GraphQL literal, if there is one."
          defaultValue: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A value of an enum."
        type __EnumValue {
          name: String!
          description: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A directive."
        type __Directive {
          name: String!
          description: String
          isRepeatable: Boolean!
          locations: [__DirectiveLocation!]!
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
        }

        "The places where a directive may stand."
        enum __DirectiveLocation {
          QUERY
          MUTATION
          SUBSCRIPTION
          FIELD
          FRAGMENT_DEFINITION
          FRAGMENT_SPREAD
          INLINE_FRAGMENT
          VARIABLE_DEFINITION
          SCHEMA
          SCALAR
          OBJECT
          FIELD_DEFINITION
          ARGUMENT_DEFINITION
          INTERFACE
          UNION
          ENUM
          ENUM_VALUE
          INPUT_OBJECT
          INPUT_FIELD_DEFINITION
        }
        """";

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
        var parts = SchemaBuilder.BuildIntrospection(Parser.ParseDocument(Definitions), Scalars);
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
