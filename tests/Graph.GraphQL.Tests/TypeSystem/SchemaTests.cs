using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Tests.TypeSystem;

public sealed class SchemaTests
{
    private const string Sdl = """
        "A schema"
        schema { query: Root }
        type Root { node(id: ID!, flag: Boolean = true): Node  when: Date @deprecated }
        interface Node { id: ID! }
        interface Named implements Node { id: ID! name: String }
        type Person implements Node & Named { id: ID! name: String }
        type Place implements Node { id: ID! }
        union Any = Person
        enum Kind { A B @deprecated(reason: "gone") }
        input Where @oneOf { a: Int b: Kind }
        scalar Date @specifiedBy(url: "https://example.com/date")
        directive @mark(note: String) repeatable on FIELD
        extend type Place { kind(where: Where): Kind }
        extend union Any = Place
        extend schema { mutation: Change }
        type Change { rename: Person }
        """;

    private readonly Schema _schema = Schema.Build(Sdl);

    [Fact]
    public void Root_types_come_from_the_definition_and_its_extensions()
    {
        Assert.Equal("A schema", _schema.Description);
        Assert.Equal("Root", _schema.QueryType!.Name);
        Assert.Equal("Change", _schema.RootType(OperationType.Mutation)!.Name);
        Assert.Null(_schema.SubscriptionType);
    }

    [Fact]
    public void Without_a_definition_the_customary_names_are_the_root_types()
    {
        var schema = Schema.Build("type Query { a: Int } type Subscription { a: Int }");
        Assert.Equal("Query", schema.QueryType!.Name);
        Assert.Equal("Subscription", schema.SubscriptionType!.Name);
    }

    [Fact]
    public void Extensions_add_members_after_those_of_the_definition()
    {
        var place = Assert.IsType<ObjectType>(_schema.FindType("Place"));
        Assert.Equal(["id", "kind"], place.Fields.Select(field => field.Name));
        Assert.Equal(["Person", "Place"], Assert.IsType<UnionType>(_schema.FindType("Any")).Members.Select(member => member.Name));
    }

    [Fact]
    public void Equal_types_are_the_same_object()
    {
        var person = Assert.IsType<ObjectType>(_schema.FindType("Person"));
        Assert.Same(person.Fields.Find("id")!.Type, _schema.Resolve(Parser.ParseType("ID!")));
        Assert.Equal("[ID!]", _schema.Resolve(Parser.ParseType("[ID!]"))!.ToString());
        Assert.Null(_schema.Resolve(Parser.ParseType("[Nothing]")));
    }

    [Fact]
    public void Possible_types_are_members_and_implementations()
    {
        var node = Assert.IsType<InterfaceType>(_schema.FindType("Node"));
        var named = Assert.IsType<InterfaceType>(_schema.FindType("Named"));
        Assert.Equal(["Person", "Place"], _schema.PossibleTypes(node).Select(type => type.Name));
        Assert.Equal([named], _schema.ImplementingInterfaces(node));
        Assert.True(_schema.IsSubType(node, named));
        Assert.False(_schema.IsSubType(named, (CompositeType)_schema.FindType("Place")!));
    }

    [Fact]
    public void Only_built_in_scalars_that_are_used_belong_to_the_schema()
    {
        Assert.NotNull(_schema.FindType("Int"));
        Assert.Null(_schema.FindType("Float"));
        Assert.NotNull(_schema.FindType("__Schema"));
    }

    [Fact]
    public void Directives_give_meaning_to_definitions()
    {
        Assert.Equal("No longer supported", _schema.QueryType!.Fields.Find("when")!.DeprecationReason);
        Assert.Equal("gone", Assert.IsType<EnumType>(_schema.FindType("Kind")).Values.Find("B")!.DeprecationReason);
        Assert.True(Assert.IsType<InputObjectType>(_schema.FindType("Where")).IsOneOf);
        Assert.Equal("https://example.com/date", Assert.IsType<ScalarType>(_schema.FindType("Date")).SpecifiedByUrl);
        Assert.Equal(["mark", "include", "skip", "deprecated", "specifiedBy", "oneOf"], _schema.Directives.Select(directive => directive.Name));
        Assert.True(_schema.Directives.Find("mark")!.IsRepeatable);
    }

    [Fact]
    public void An_argument_without_default_and_without_null_is_required()
    {
        var arguments = _schema.QueryType!.Fields.Find("node")!.Arguments;
        Assert.True(arguments.Find("id")!.IsRequired);
        Assert.False(arguments.Find("flag")!.IsRequired);
        Assert.Equal("true", arguments.Find("flag")!.DefaultValue!.ToString());
    }

    [Fact]
    public void Behaviour_is_attached_by_name()
    {
        var schema = Schema.Build("type Query { a: E d: Date } enum E { X } scalar Date", new()
        {
            Scalars = new Dictionary<string, ScalarCoercion> { ["Date"] = CustomScalars.BigInt },
            StructuralEnums = new HashSet<string> { "E" },
        });
        Assert.Same(CustomScalars.BigInt, Assert.IsType<ScalarType>(schema.FindType("Date")).Coercion);
        Assert.True(Assert.IsType<EnumType>(schema.FindType("E")).IsStructural);
    }
}
