using System.Text.Json;

namespace Graph.Api.Tests.Responses;

/// <summary>What rows of a store become in a response, keys in the order of the selection.</summary>
public sealed class ResponseOfRows
{
    private readonly TestApi api = new();

    [Fact]
    public void AListOfNothingIsEmpty() => Assert.Equal("""{"data":{"claims":[]}}""", api.Answer("{ claims { id } }"));

    [Fact]
    public void ScalarsStandUnderTheirAliases() => Assert.Equal(
        """{"data":{"all":[{"key":"c-1","words":"A"},{"key":"c-2","words":"B \u0022quoted\u0022"}]}}""",
        api.Answer("{ all: claims { key: id words: text } }", """["c-1","A"]""", """["c-2","B \"quoted\""]"""));

    [Fact]
    public void TheTypeNameIsThatOfTheNode() => Assert.Equal(
        """{"data":{"actors":[{"__typename":"State","id":"s","iso3":"UKR","kind":"State"},{"__typename":"Person","id":"p","kind":"Person"}]}}""",
        api.Answer("{ actors { __typename id ... on State { iso3 } kind: __typename } }", """[1,"s","UKR"]""", """[0,"p",null]"""));

    [Fact]
    public void FieldsOfOneTypeKeepTheirOwnOrder() => Assert.Equal(
        """{"data":{"actors":[{"a":"Ann","b":"p"},{"b":"s","a":"Samoa"},{}]}}""",
        api.Answer(
            "{ actors { ... on Person { a: name b: id } ... on State { b: id a: name } } }",
            """[0,"Ann","p",null]""",
            """[1,null,"s","Samoa"]""",
            """[2,null,null,null]"""));

    [Fact]
    public void RelatedNodesAreNestedInPlace() => Assert.Equal(
        """{"data":{"accusations":[{"claim":{"text":"T"},"evidence":[{"document":null},{"document":{"id":"d"}}],"id":"a"},{"claim":null,"evidence":[],"id":"b"}]}}""",
        api.Answer("{ accusations { claim { text } evidence { document { id } } id } }", """[["T"],[[null],[["d"]]],"a"]""", """[null,[],"b"]"""));

    [Fact]
    public void AConnectionIsWrittenInTheOrderOfTheSelection()
    {
        const string Row = """[[["a"],["b"]],7,[3]]""";
        Assert.Equal(
            """{"data":{"claimsConnection":{"edges":[{"node":{"id":"a"}},{"node":{"id":"b"}}],"totalCount":7,"aggregate":{"count":{"nodes":3}}}}}""",
            api.Answer("{ claimsConnection { edges { node { id } } totalCount aggregate { count { nodes } } } }", Row));
        Assert.Equal(
            """{"data":{"claimsConnection":{"aggregate":{"count":{"nodes":3}},"__typename":"ClaimsConnection","totalCount":7,"edges":[{"node":{"id":"a"}},{"node":{"id":"b"}}]}}}""",
            api.Answer("{ claimsConnection { aggregate { count { nodes } } __typename totalCount edges { node { id } } } }", Row));
    }

    [Fact]
    public void EdgesMayBeSelectedTwice() => Assert.Equal(
        """{"data":{"claimsConnection":{"edges":[{"node":{"id":"a"}},{"node":{"id":"b"}}],"more":[{"node":{"text":"A"},"__typename":"ClaimEdge"},{"node":{"text":"B"},"__typename":"ClaimEdge"}]}}}""",
        api.Answer(
            "{ claimsConnection { edges { node { id } } more: edges { node { text } __typename } } }",
            """[[["a","A"],["b","B"]],null,null]"""));

    [Fact]
    public void ConnectionsInsideConnectionsWaitApart() => Assert.Equal(
        """{"data":{"claimsConnection":{"totalCount":1,"edges":[{"node":{"accusationsConnection":{"totalCount":2,"edges":[{"node":{"id":"x"}},{"node":{"id":"y"}}]},"id":"a"}}]}}}""",
        api.Answer(
            "{ claimsConnection { totalCount edges { node { accusationsConnection { totalCount edges { node { id } } } id } } } }",
            """[[[[[["x"],["y"]],2,null],"a"]],1,null]"""));

    [Fact]
    public void PropertiesOfARelationshipStandBesideItsNode() => Assert.Equal(
        """{"data":{"offices":[{"holdersConnection":{"edges":[{"properties":{"since":null,"__typename":"Tenure"},"node":{"id":"p"}}]}}]}}""",
        api.Answer("{ offices { holdersConnection { edges { properties { since __typename } node { id } } } } }", """[[[[null,"p"]],null,null]]"""));

    [Fact]
    public void AnErrorNamesTheNodeThatASecondReadingFinds()
    {
        api.Store.Again = ["""["c-1","A"]""", """["c-2",null]"""];
        Assert.Equal(
            """{"errors":[{"message":"Cannot return null for non-nullable field Claim.text. The node `c-2` has no value there: give it one in the store.","locations":[{"line":1,"column":12}],"path":["claims",1,"text"]}],"data":null}""",
            api.Answer("{ claims { text } }", """["A"]""", """[null]"""));
    }

    [Theory]
    [InlineData("\"c \\\"2\\\" \\\\ é\"", "c \"2\" \\ é")]
    [InlineData("\"\\\"\"", "\"")]
    [InlineData("5", "5")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("true", "true")]
    public void AnErrorNamesTheNodeByItsIdAsAPersonReadsIt(string stored, string read)
    {
        api.Store.Again = [$"[{stored},null]"];
        var error = JsonElement.Parse(api.Answer("{ claims { text } }", "[null]")).GetProperty("errors")[0];
        Assert.Equal(
            $"Cannot return null for non-nullable field Claim.text. The node `{read}` has no value there: give it one in the store.",
            error.GetProperty("message").GetString());
    }

    [Fact]
    public void ANodeWithoutAnIdHasNoName()
    {
        api.Store.Again = ["[null,null]"];
        Assert.Contains(
            "\"Cannot return null for non-nullable field Claim.text.\"",
            api.Answer("{ claims { text } }", "[null]"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void TheStatementOfTheSecondReadingIsCompiledOnce()
    {
        api.Store.Again = ["""["c-2",null]"""];
        for (var i = 0; i < 3; i++) api.Answer("{ claims { text } }", "[null]");
        Assert.Equal((2, 6), (api.Store.Compiled.Count, api.Store.Readings.Count));
    }

    [Fact]
    public void AMissingValueOfARequiredFieldIsAnErrorAndTheNearestNullableFieldIsNull() => Assert.Equal(
        """
        {"errors":[{"message":"Cannot return null for non-nullable field Document.title.","locations":[{"line":1,"column":42}],"path":["accusations",1,"evidence",0,"document","title"]}],"data":{"accusations":[{"evidence":[]},{"evidence":[{"document":null,"id":"e"}]}]}}
        """.Trim().Replace("title.\"", "title. The node `d` has no value there: give it one in the store.\"", StringComparison.Ordinal),
        Identified("""["a",[]]""", """["b",[["e",["d","d",null,"u"],"e"]]]""")
            .Answer("{ accusations { evidence { document { id title url } id } } }", "[[]]", """[[[["d",null,"u"],"e"]]]"""));

    [Fact]
    public void AMissingValueWithNoNullableFieldAroundLeavesNoData() => Assert.Equal(
        """{"errors":[{"message":"Cannot return null for non-nullable field Claim.text. The node `b` has no value there: give it one in the store.","locations":[{"line":1,"column":40}],"path":["claimsConnection","edges",1,"node","text"]}],"data":null}""",
        Identified("""[[["a","a","A"],["b","b",null],["c","c","C"]],3,null]""").Answer(
            "{ claimsConnection { edges { node { id text } } totalCount } }",
            """[[["a","A"],["b",null],["c","C"]],3,null]"""));

    private TestApi Identified(params string[] rows)
    {
        api.Store.Again = rows;
        return api;
    }

    [Fact]
    public void ARowOfATypeThatTheOntologyDoesNotKnowIsAnError() => Assert.Equal(
        """{"errors":[{"message":"A node of `Query.actors` has labels that the ontology does not know: correct them in the store, or add the type to the ontology.","locations":[{"line":1,"column":3}],"path":["actors"]}],"data":null}""",
        api.Answer("{ actors { __typename } }", "[null]"));
}
