using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Tests.TypeSystem;

/// <summary>Values written in a type system document: defaults, and what directives are given.</summary>
public sealed class ValuesInASchema
{
    private const string Sdl = """
        directive @mark(at: At, note: String!, ids: [Int!] = [1]) repeatable on SCHEMA | SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INTERFACE | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
        input At { x: Int!  y: Int = 0  below: At }
        type Query { q: String }

        """;

    [Theory]
    [InlineData("input T { a: At = {x: 1, z: 2} }", "The default of T.a must be a value of type At, but {x: 1, z: 2} is not.")]
    [InlineData(
        "extend type Query { b(at: At = {x: 1, z: 2}): Int }",
        "The default of Query.b(at:) must be a value of type At, but {x: 1, z: 2} is not.")]
    [InlineData(
        "extend type Query { b(at: At = {x: 1, below: {x: 1, below: {x: 2, z: 3}}}): Int }",
        "The default of Query.b(at:) must be a value of type At, but {x: 1, below: {x: 1, below: {x: 2, z: 3}}} is not.")]
    [InlineData(
        "extend type Query { b(at: [[At]] = [[{x: 1}, {x: 1, z: 2}]]): Int }",
        "The default of Query.b(at:) must be a value of type [[At]], but [[{x: 1}, {x: 1, z: 2}]] is not.")]
    [InlineData("directive @d(at: At! = {x: 1, z: 2}) on FIELD", "The default of @d(at:) must be a value of type At!, but {x: 1, z: 2} is not.")]
    [InlineData("interface I { f(at: At = {}): Int }", "The default of I.f(at:) must be a value of type At, but {} is not.")]
    public void ADefaultThatIsNoValueOfItsTypeIsRefused(string sdl, string fault) => Assert.Equal(fault, Fault(sdl));

    [Theory]
    [InlineData("scalar X @specifiedBy(url: null)", "Argument \"url\" of \"@specifiedBy\" must be a value of type String!, but null is not.")]
    [InlineData(
        "extend type Query { a: Int @deprecated(reason: null) }",
        "Argument \"reason\" of \"@deprecated\" must be a value of type String!, but null is not.")]
    [InlineData("enum E { A @deprecated(reason: null) }", "Argument \"reason\" of \"@deprecated\" must be a value of type String!, but null is not.")]
    [InlineData("type O @mark(note: null) { a: Int }", "Argument \"note\" of \"@mark\" must be a value of type String!, but null is not.")]
    [InlineData("type O { a(b: Int @mark(note: 5)): Int }", "Argument \"note\" of \"@mark\" must be a value of type String!, but 5 is not.")]
    [InlineData(
        "input O { a: Int @mark(note: \"\", at: {x: 1, z: 2}) }",
        "Argument \"at\" of \"@mark\" must be a value of type At, but {x: 1, z: 2} is not.")]
    [InlineData(
        "extend schema @mark(note: \"\", ids: [1, null])",
        "Argument \"ids\" of \"@mark\" must be a value of type [Int!], but [1, null] is not.")]
    [InlineData(
        "type O { a: Int } extend type O @mark(note: \"\", at: {y: 1})",
        "Argument \"at\" of \"@mark\" must be a value of type At, but {y: 1} is not.")]
    [InlineData("directive @d(a: Int @mark(note: A)) on FIELD", "Argument \"note\" of \"@mark\" must be a value of type String!, but A is not.")]
    [InlineData("interface I @mark(note: [\"\"]) { a: Int }", "Argument \"note\" of \"@mark\" must be a value of type String!, but [\"\"] is not.")]
    [InlineData("union U @mark(note: {}) = Query", "Argument \"note\" of \"@mark\" must be a value of type String!, but {} is not.")]
    public void AnArgumentOfADirectiveThatIsNoValueOfItsTypeIsRefused(string sdl, string fault) => Assert.Equal(fault, Fault(sdl));

    [Fact]
    public void WhatFitsIsBuilt() => Schema.Build(Sdl + """
        type O @mark(note: "n", ids: 1, at: {x: 1, below: null}) { a(at: At = {x: 1, below: {x: 2}}): Int @deprecated(reason: "why")  b: Int @deprecated }
        """);

    [Fact]
    public void UnderTheRulesOfGraphqlJs16TheyAreLetBe() => Schema.Build(
        Sdl + "input T { a: At = {x: 1, z: 2} } scalar X @specifiedBy(url: null) extend type Query { a: Int @deprecated(reason: null) }",
        new() { Rules = RuleProfile.GraphQLJs16 });

    private static string Fault(string sdl) => Assert.Throws<GraphQLException>(() => Schema.Build(Sdl + sdl)).Message;
}
