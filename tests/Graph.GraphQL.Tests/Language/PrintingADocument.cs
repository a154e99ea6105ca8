using Graph.GraphQL.Language;

namespace Graph.GraphQL.Tests.Language;

public sealed class PrintingADocument
{
    [Fact]
    public void OperationsAndFragmentsAreLaidOutAsCustomary() => Syntax.PrintsItself(
        """"
        query Dossier($id: ID!, $of: [Site!]! = [A, B] @onVariable(if: true)) @onQuery {
          who: actor(id: $id) {
            id
            ... on Person @include(if: $foo) {
              accusations(first: 10, where: {saidOn: {gte: "2025-01-01"}, k: [2.5e3, null]}) {
                id
                ...frag @onSpread
              }
            }
            ... @skip(unless: $foo) {
              id
            }
            ... {
              id
            }
          }
        }

        mutation M {
          like(story: 123) @defer {
            id
          }
        }

        subscription S($input: StoryLikeSubscribeInput @onVariable) {
          story(input: $input)
        }

        fragment frag on Friend @onFragment {
          foo(
            size: $site
            bar: "a string that goes on and on, far beyond what fits into one line of a document"
            obj: {key: "value"}
          )
        }

        {
          unnamed(truthy: true, falsy: false, nullish: null)
          __typename
        }
        """");

    [Fact]
    public void TypeSystemsAreLaidOutAsCustomary() => Syntax.PrintsItself(
        """"
        """This is a description of the schema as a whole."""
        schema {
          query: QueryType
          mutation: MutationType
        }

        """
        This is a description
        of the `Foo` type.
        """
        type Foo implements Bar & Baz & Two @onObject(a: [1]) {
          "One"
          one: Type
          two(
            """This is a description of the `argument` argument."""
            argument: InputType! = {a: 4} @onArgument
            other: [Int!]
          ): Type
          three(argument: InputType, other: String): Int @deprecated(reason: "old")
        }

        interface Bar implements Baz {
          one: Type
        }

        union Feed @onUnion = Story | Article

        scalar Date @specifiedBy(url: "https://example.com")

        enum Site {
          "desktop"
          DESKTOP @onEnumValue
          MOBILE
        }

        input InputType @oneOf {
          key: String! = "default"
          answer: Int = 42
        }

        type Undefined

        directive @include2(
          "if"
          if: Boolean! = true
        ) repeatable on FIELD | FRAGMENT_SPREAD

        extend schema @link {
          subscription: S
        }

        extend type Foo implements Other

        extend interface Bar @x

        extend union Feed = Photo

        extend scalar Date @x

        extend enum Site {
          VR
        }

        extend input InputType {
          other: Float = 1.23e4
        }
        """");

    [Fact]
    public void BlockStringsKeepTheirValue()
    {
        foreach (var value in new[] { "", "a", " leading", "trailing\"", "slash\\", "two\nlines", "a\n  b", "tri\"\"\"ple", "ends \"\"\"", "\ta" })
        {
            var printed = Printer.Print(new StringValueNode(value, isBlock: true));
            Assert.Equal(value, Assert.IsType<StringValueNode>(Parser.ParseValue(printed)).Value);
            Assert.True(BlockString.CanHold(value), value);
        }
        foreach (var value in new[] { "\na", "a\n", "  a\n  b", "a\rb", "\0", " \n a" }) Assert.False(BlockString.CanHold(value), value);
    }

    [Fact]
    public void StringsAreEscapedWhereTheyMustBe() =>
        Assert.Equal(
            "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u007F\\u009F\U0001F600\"",
            Printer.Print(new StringValueNode("\"\\/\b\f\n\r\t\u0001\u007f\u009f\U0001F600")));
}
