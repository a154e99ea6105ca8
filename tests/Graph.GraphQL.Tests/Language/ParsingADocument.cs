using Graph.GraphQL.Language;

namespace Graph.GraphQL.Tests.Language;

public sealed class ParsingADocument
{
    [Theory]
    [InlineData("", "Syntax Error: Unexpected <EOF>.", 1, 1)]
    [InlineData("{", "Syntax Error: Expected Name, found <EOF>.", 1, 2)]
    [InlineData("{}", "Syntax Error: Expected Name, found \"}\".", 1, 2)]
    [InlineData("\n      { ...MissingOn }\n      fragment MissingOn Type\n    ", "Syntax Error: Expected \"on\", found Name \"Type\".", 3, 26)]
    [InlineData("{ field: {} }", "Syntax Error: Expected Name, found \"{\".", 1, 10)]
    [InlineData("notAnOperation Foo { field }", "Syntax Error: Unexpected Name \"notAnOperation\".", 1, 1)]
    [InlineData("...", "Syntax Error: Unexpected \"...\".", 1, 1)]
    [InlineData("{ \"\"", "Syntax Error: Expected Name, found String \"\".", 1, 3)]
    [InlineData("query", "Syntax Error: Expected \"{\", found <EOF>.", 1, 6)]
    [InlineData("query Foo($x: Complex = { a: { b: [ $var ] } }) { field }", "Syntax Error: Unexpected variable \"$var\" in constant value.", 1, 37)]
    [InlineData("fragment on on on { on }", "Syntax Error: Unexpected Name \"on\".", 1, 10)]
    [InlineData("{ ...on }", "Syntax Error: Expected Name, found \"}\".", 1, 9)]
    [InlineData("{ a(x: ) }", "Syntax Error: Unexpected \")\".", 1, 8)]
    [InlineData("{ a() }", "Syntax Error: Expected Name, found \")\".", 1, 5)]
    [InlineData("enum E { true }", "Syntax Error: Name \"true\" is reserved and cannot be used for an enum value.", 1, 10)]
    [InlineData("extend type Hello", "Syntax Error: Unexpected <EOF>.", 1, 18)]
    [InlineData("extend foo", "Syntax Error: Unexpected Name \"foo\".", 1, 8)]
    [InlineData("\"d\" extend type Hello { a: B }", "Syntax Error: Unexpected description, descriptions are supported only on definitions.", 1, 1)]
    [InlineData("\"d\" { a }", "Syntax Error: Unexpected \"{\".", 1, 5)]
    [InlineData("directive @foo on INCORRECT_LOCATION", "Syntax Error: Unexpected Name \"INCORRECT_LOCATION\".", 1, 19)]
    [InlineData("schema { foo: Bar }", "Syntax Error: Unexpected Name \"foo\".", 1, 10)]
    [InlineData("union Hello = | ", "Syntax Error: Expected Name, found <EOF>.", 1, 17)]
    public void FaultsAreNamedAsUsersOfGraphqlJsKnowThem(string text, string message, int line, int column) =>
        Syntax.Fails(text, message, line, column);

    [Fact]
    public void NodesKnowWhereTheyStand()
    {
        var document = Parser.ParseDocument("query Q {\n  node: get(id: 4) { name }\n}");
        var operation = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]);
        var field = Assert.IsType<FieldNode>(operation.SelectionSet.Selections[0]);
        Assert.Equal(new(2, 3), field.Location);
        Assert.Equal(new(2, 9), field.Name.Location);
        Assert.Equal("node: get(id: 4) { name }", document.Source!.Text[field.Start..field.End]);
        Assert.Equal("node", field.ResponseKey);
    }

    [Fact]
    public void KeywordsAreNamesWhereTheGrammarHasNames()
    {
        foreach (var keyword in new[] { "on", "fragment", "query", "mutation", "subscription", "true", "false" })
        {
            var fragment = keyword == "on" ? "a" : keyword;
            Parser.ParseDocument($"query {keyword} {{ ... {fragment} ... on {keyword} {{ field }} }} fragment {fragment} on Type {{ {keyword}({keyword}: ${keyword}) @{keyword}({keyword}: {keyword}) }}");
        }
    }

    [Fact]
    public void ExecutableDefinitionsAndVariablesMayHaveDescriptions() => Syntax.PrintsItself(
        """"
        "What it is for"
        query Q(
          "which one"
          $id: ID
        ) {
          node(id: $id)
        }

        """
        Two
        lines
        """
        fragment F on Node {
          id
        }
        """");

    [Fact]
    public void ADocumentOverALimitEndsWithAnErrorAtTheLimit()
    {
        Syntax.Fails("{ a { b { c } } }", "Syntax Error: Document is nested more than 2 levels deep. Parsing aborted.", 1, 9, new() { MaxDepth = 2 });
        Syntax.Fails("{ a b }", "Syntax Error: Document contains more than 3 tokens. Parsing aborted.", 1, 7, new() { MaxTokens = 3 });
        Syntax.Fails("{ a b }", "Syntax Error: Document contains more than 6 characters. Parsing aborted.", 1, 7, new() { MaxCharacters = 6 });
        Parser.ParseDocument("{ a b }", new() { MaxTokens = 4, MaxCharacters = 7, MaxDepth = 1 });
    }

    [Theory]
    [InlineData("{a", 100_000)]
    [InlineData("{a(x:[", 100_000)]
    [InlineData("{a(x:{y:", 100_000)]
    [InlineData("query($a:[", 100_000)]
    [InlineData("{... on A", 100_000)]
    public void EndlessNestingIsAnErrorAndNeverAStackOverflow(string level, int times)
    {
        var unit = level.Contains(':', StringComparison.Ordinal) && !level.EndsWith(':')
            ? level[^1..]
            : level.Contains("y:", StringComparison.Ordinal) ? "{y:" : level;
        Assert.False(Parser.TryParseDocument(
            level + string.Concat(Enumerable.Repeat(unit, times)),
            new() { MaxDepth = ParserOptions.MaxStackDepth },
            out _,
            out var error));
        Assert.Contains("nested more than", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ANestingLimitBeyondWhatAStackHoldsIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParserOptions { MaxDepth = 1_000_000 });

    [Fact]
    public void ValuesAndTypesCanBeReadAlone()
    {
        Assert.Equal("[1, {a: $b}]", Parser.ParseValue("[1 {a:$b}]").ToString());
        Assert.Equal("[[Int!]]!", Parser.ParseType(" [ [ Int! ] ] !").ToString());
        Assert.Throws<GraphQLSyntaxException>(() => Parser.ParseValue("1 2"));
        Assert.Throws<GraphQLSyntaxException>(() => Parser.ParseType("Int Int"));
    }
}
